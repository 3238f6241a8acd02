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
  GtkMenuButton *have;
  GtkToggleButton *quiet;
  GtkBox *lengths;
  GtkBox *things;
};

G_DEFINE_FINAL_TYPE (UkFilterBar, uk_filter_bar, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const guint lengths[] = { 0, 1, 3, 10 };

static char *
describe_length (guint minutes)
{
  if (minutes == 0)
    return g_strdup (_ ("Any length"));
  return g_strdup_printf (g_dngettext (NULL, "%u minute", "%u minutes", minutes), minutes);
}

static void
set_chosen (GtkWidget *chip, gboolean chosen)
{
  if (chosen)
    gtk_widget_add_css_class (chip, "on");
  else
    gtk_widget_remove_css_class (chip, "on");
}

static void
settings_changed_cb (UkFilterBar *self)
{
  guint minutes = g_settings_get_uint (self->settings, "filter-minutes");
  g_autofree char *label = describe_length (minutes);
  guint n;

  g_strfreev (self->lacking);
  self->lacking = g_settings_get_strv (self->settings, "filter-lacking");
  n = g_strv_length (self->lacking);
  gtk_menu_button_set_label (self->length, label);
  set_chosen (GTK_WIDGET (self->length), minutes > 0);
  gtk_menu_button_set_label (self->have, n == 0 ? _ ("What I have") : _ ("Only what I have"));
  set_chosen (GTK_WIDGET (self->have), n > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
length_toggled_cb (GtkCheckButton *button, UkFilterBar *self)
{
  guint minutes = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "minutes"));

  if (!gtk_check_button_get_active (button))
    return;
  g_settings_set_uint (self->settings, "filter-minutes", minutes);
  gtk_menu_button_popdown (self->length);
}

static void
thing_toggled_cb (GtkCheckButton *button, UkFilterBar *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");

  uk_filter_bar_set_lacking (self->settings, id, !gtk_check_button_get_active (button));
}

static void
fill_lengths (UkFilterBar *self)
{
  guint minutes = g_settings_get_uint (self->settings, "filter-minutes");
  GtkCheckButton *first = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *label = describe_length (lengths[i]);
    GtkWidget *button = gtk_check_button_new_with_label (label);

    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
    if (first == NULL)
      first = GTK_CHECK_BUTTON (button);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), lengths[i] == minutes);
    g_object_set_data (G_OBJECT (button), "minutes", GUINT_TO_POINTER (lengths[i]));
    g_signal_connect (button, "toggled", G_CALLBACK (length_toggled_cb), self);
    gtk_box_append (self->lengths, button);
  }
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
  clear_box (self->lengths);
  fill_lengths (self);
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
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, have);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, quiet);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, lengths);
  gtk_widget_class_bind_template_child (widget_class, UkFilterBar, things);
  gtk_widget_class_bind_template_callback (widget_class, lengths_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, things_shown_cb);
}

static void
uk_filter_bar_init (UkFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->length)), "chip");
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->have)), "chip");
}

/* To be called once. */
void
uk_filter_bar_set_settings (UkFilterBar *self, GSettings *settings)
{
  g_return_if_fail (UK_IS_FILTER_BAR (self) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "filter-quiet", self->quiet, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (settings, "changed::filter-minutes", G_CALLBACK (settings_changed_cb), self);
  g_signal_connect_swapped (settings, "changed::filter-lacking", G_CALLBACK (settings_changed_cb), self);
  g_signal_connect_swapped (settings, "changed::filter-quiet", G_CALLBACK (settings_changed_cb), self);
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
}

void
uk_filter_bar_reset (UkFilterBar *self)
{
  g_return_if_fail (UK_IS_FILTER_BAR (self) && self->settings != NULL);

  g_settings_reset (self->settings, "filter-minutes");
  g_settings_reset (self->settings, "filter-lacking");
  g_settings_reset (self->settings, "filter-quiet");
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
