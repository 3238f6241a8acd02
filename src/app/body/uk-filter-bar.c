/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-filter-bar.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/catalogue/uk-equipment.h"

#include <glib/gi18n.h>

struct _UkFilterBar {
  GtkWidget parent_instance;

  GSettings *settings; /* owned */
  char **lacking;      /* owned: what uk_filter_bar_get_filter() lends */

  GtkMenuButton *length; /* of the template */
  GtkMenuButton *situation;
  GtkMenuButton *have;
  GtkMenuButton *effort;
  GtkToggleButton *quiet;
  GtkBox *lengths;
  GtkBox *situations;
  GtkBox *things;
  GtkBox *efforts;
};

G_DEFINE_FINAL_TYPE (UkFilterBar, uk_filter_bar, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where each criterion is remembered. */
static const struct {
  const char *name;
  UkCriteria criterion;
} keys[] = {
  { "filter-minutes", UK_CRITERION_TIME },      { "filter-lacking", UK_CRITERION_EQUIPMENT },
  { "filter-situation", UK_CRITERION_PLACE },   { "filter-effort", UK_CRITERION_EFFORT },
  { "filter-quiet", UK_CRITERION_QUIET },
};

static const guint lengths[] = { 0, 1, 3, 10 };

static void
set_chosen (GtkWidget *chip, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (chip, "on");
  else
    gtk_widget_remove_css_class (chip, "on");
}

static void
show_choice (GtkMenuButton *button, const char *label, gboolean chosen)
{
  gtk_menu_button_set_label (button, label);
  set_chosen (GTK_WIDGET (button), chosen);
}

static void
settings_changed_cb (UkFilterBar *self)
{
  g_autofree char *label = NULL;
  UkFilter filter;
  gboolean lacks;

  g_strfreev (self->lacking);
  self->lacking = g_settings_get_strv (self->settings, "filter-lacking");
  lacks = self->lacking[0] != NULL;
  uk_filter_bar_get_filter (self, &filter);
  label = uk_minutes_describe (filter.minutes);
  show_choice (self->length, label, filter.minutes > 0);
  show_choice (self->situation, uk_situation_get_name (filter.situation), filter.situation != UK_SITUATION_ANY);
  show_choice (self->have, lacks ? _ ("Only what I have") : _ ("What I have"), lacks);
  show_choice (self->effort, uk_effort_get_name (filter.effort), filter.effort != UK_EFFORT_ANY);
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
get_value (gpointer button)
{
  return GPOINTER_TO_UINT (g_object_get_data (button, "value"));
}

static void
length_toggled_cb (GtkCheckButton *button, UkFilterBar *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_settings_set_uint (self->settings, "filter-minutes", get_value (button));
  gtk_menu_button_popdown (self->length);
}

static void
situation_toggled_cb (GtkCheckButton *button, UkFilterBar *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_settings_set_enum (self->settings, "filter-situation", (int) get_value (button));
  gtk_menu_button_popdown (self->situation);
}

static void
effort_toggled_cb (GtkCheckButton *button, UkFilterBar *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_settings_set_enum (self->settings, "filter-effort", (int) get_value (button));
  gtk_menu_button_popdown (self->effort);
}

static void
thing_toggled_cb (GtkCheckButton *button, UkFilterBar *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");

  uk_filter_bar_set_lacking (self->settings, id, !gtk_check_button_get_active (button));
}

/* Adds one of several values of which one is chosen. */
static void
add_choice (UkFilterBar *self, GtkBox *box, const char *label, guint value, guint chosen, GCallback toggled_cb)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *button = gtk_check_button_new_with_label (label);

  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), value == chosen);
  g_object_set_data (G_OBJECT (button), "value", GUINT_TO_POINTER (value));
  g_signal_connect (button, "toggled", toggled_cb, self);
  gtk_box_append (box, button);
}

static GtkWidget *
build_thing (const UkEquipmentGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (uk_equipment_group_get_name (group));

  if (group->icon_name != NULL) {
    GtkWidget *icon = gtk_image_new_from_icon_name (group->icon_name);

    gtk_widget_add_css_class (icon, "tech");
    gtk_box_append (GTK_BOX (box), icon);
  }
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
fill_things (UkFilterBar *self)
{
  g_auto (GStrv) lacking = g_settings_get_strv (self->settings, "filter-lacking");
  gboolean in_rooms = FALSE;
  guint i;

  for (i = 0; i < uk_equipment_get_n_groups (); i++) {
    const UkEquipmentGroup *group = uk_equipment_get_group (i);
    GtkWidget *button = gtk_check_button_new ();

    if (group->is_room && !in_rooms)
      gtk_box_append (self->things, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
    in_rooms = group->is_room;
    gtk_check_button_set_child (GTK_CHECK_BUTTON (button), build_thing (group));
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    uk_equipment_group_get_name (group), -1);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 !g_strv_contains ((const char *const *) lacking, group->id));
    g_object_set_data (G_OBJECT (button), "id", (gpointer) group->id);
    g_signal_connect (button, "toggled", G_CALLBACK (thing_toggled_cb), self);
    gtk_box_append (self->things, button);
  }
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
lengths_shown_cb (UkFilterBar *self)
{
  const guint minutes = g_settings_get_uint (self->settings, "filter-minutes");
  guint i;

  clear_box (self->lengths);
  for (i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *label = uk_minutes_describe (lengths[i]);

    add_choice (self, self->lengths, label, lengths[i], minutes, G_CALLBACK (length_toggled_cb));
  }
}

static void
situations_shown_cb (UkFilterBar *self)
{
  const guint chosen = (guint) g_settings_get_enum (self->settings, "filter-situation");
  guint i;

  clear_box (self->situations);
  for (i = 0; i < UK_N_SITUATIONS; i++)
    add_choice (self, self->situations, uk_situation_get_name (i), i, chosen, G_CALLBACK (situation_toggled_cb));
}

static void
efforts_shown_cb (UkFilterBar *self)
{
  const guint chosen = (guint) g_settings_get_enum (self->settings, "filter-effort");
  guint i;

  clear_box (self->efforts);
  for (i = 0; i < UK_N_EFFORTS; i++)
    add_choice (self, self->efforts, uk_effort_get_name (i), i, chosen, G_CALLBACK (effort_toggled_cb));
}

static void
things_shown_cb (UkFilterBar *self)
{
  clear_box (self->things);
  fill_things (self);
}

static void
dispose (GObject *object)
{
  UkFilterBar *self = UK_FILTER_BAR (object);

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->lacking, g_strfreev);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (uk_filter_bar_parent_class)->dispose (object);
}

static void
uk_filter_bar_class_init (UkFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/body/uk-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, length);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, situation);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, have);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, effort);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, quiet);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, lengths);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, situations);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, things);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, efforts);
  gtk_widget_class_bind_template_callback (widget_class, lengths_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, situations_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, things_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, efforts_shown_cb);
}

static void
uk_filter_bar_init (UkFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->length)), "chip");
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->situation)), "chip");
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->have)), "chip");
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->effort)), "chip");
}

/* To be called once. */
void
uk_filter_bar_set_settings (UkFilterBar *self, GSettings *settings)
{
  guint i;

  g_return_if_fail (UK_IS_FILTER_BAR (self) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "filter-quiet", self->quiet, "active", G_SETTINGS_BIND_DEFAULT);
  for (i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *signal = g_strconcat ("changed::", keys[i].name, NULL);

    g_signal_connect_swapped (settings, signal, G_CALLBACK (settings_changed_cb), self);
  }
  settings_changed_cb (self);
}

/* @filter: (out caller-allocates): valid until the filter changes */
void
uk_filter_bar_get_filter (UkFilterBar *self, UkFilter *filter)
{
  g_return_if_fail (UK_IS_FILTER_BAR (self) && self->settings != NULL);

  filter->minutes = g_settings_get_uint (self->settings, "filter-minutes");
  filter->lacking = (const char *const *) self->lacking;
  filter->quiet = g_settings_get_boolean (self->settings, "filter-quiet");
  filter->situation = (UkSituation) g_settings_get_enum (self->settings, "filter-situation");
  filter->effort = (UkEffort) g_settings_get_enum (self->settings, "filter-effort");
}

/* Asks for @criteria no longer. */
void
uk_filter_bar_drop (UkFilterBar *self, UkCriteria criteria)
{
  guint i;

  g_return_if_fail (UK_IS_FILTER_BAR (self) && self->settings != NULL);

  for (i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (criteria & keys[i].criterion)
      g_settings_reset (self->settings, keys[i].name);
  }
}

/* Remembers whether the person lacks a group of equipment. */
void
uk_filter_bar_set_lacking (GSettings *settings, const char *id, gboolean lacking)
{
  g_auto (GStrv) old = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint i;

  g_return_if_fail (G_IS_SETTINGS (settings) && id != NULL);

  old = g_settings_get_strv (settings, "filter-lacking");
  for (i = 0; old[i] != NULL; i++) {
    if (!g_str_equal (old[i], id))
      g_strv_builder_add (builder, old[i]);
  }
  if (lacking)
    g_strv_builder_add (builder, id);
  all = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "filter-lacking", (const char *const *) all);
}
