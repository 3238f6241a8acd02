/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-enrol-dialog.h"

#include "app/plans/uk-programme-preview.h"
#include "app/reminders/uk-time-chip.h"
#include "app/widgets/uk-rating-row.h"
#include "core/catalogue/uk-equipment.h"
#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n.h>

/* A plan can be made to begin so many days from now. */
#define N_STARTS 14

struct _UkEnrolDialog {
  AdwWindow parent_instance;

  const UkContext *context;     /* of the application */
  const UkProgramme *programme; /* of the catalogue */
  UkEnrolment *enrolment;       /* owned: what has been chosen so far */
  UkDay today;
  gboolean changing;  /* a plan that runs; place, start and rating are settled */
  GPtrArray *regions; /* owned (element-type UkRegion): what can be chosen */
  GPtrArray *groups;  /* owned (element-type UkEquipmentGroup) */

  /* of the template */
  GtkButton *start;
  AdwWindowTitle *title;
  GtkWidget *where;
  AdwComboRow *place;
  AdwComboRow *side;
  AdwComboRow *second;
  AdwComboRow *second_side;
  GtkWidget *knock_row;
  GtkSwitch *knock;
  AdwComboRow *first;
  AdwPreferencesGroup *times;
  AdwPreferencesGroup *things;
  GtkWidget *sore;
  UkRatingRow *rating;
  GtkLabel *reason;
  GtkSwitch *reminds;
};

G_DEFINE_FINAL_TYPE (UkEnrolDialog, uk_enrol_dialog, ADW_TYPE_WINDOW)

enum { ENROLLED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- what speaks against it ---- */

static UkUrgency
get_urgency (UkEnrolDialog *self)
{
  return uk_safety_book_get_urgency (self->context->safety, self->enrolment->region, NULL);
}

/* Returns: (nullable): why it cannot be started, translated */
static const char *
find_reason (UkEnrolDialog *self, int rating)
{
  if (get_urgency (self) <= UK_URGENCY_TODAY)
    return _ ("By your answers this needs a doctor first. No plan starts before.");
  if (get_urgency (self) == UK_URGENCY_SOON && !self->programme->early)
    return _ ("By your answers somebody should look at it soon. Until then only the plan for a fresh knot fits.");
  if (rating >= 8)
    return _ ("With 8 or more, rest today and let a doctor look at it.");
  if (rating >= 6)
    return _ ("With 6 or 7, only gentle movement fits today. Come back when it has eased.");
  if (rating > (int)self->programme->most)
    return _ ("This plan is for those who are hardly sore. The one for the place suits better.");
  return NULL;
}

static void
update (UkEnrolDialog *self)
{
  int rating = self->changing ? -1 : uk_rating_row_get_value (self->rating);
  const char *reason = self->changing ? NULL : find_reason (self, rating);

  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start), reason == NULL && (self->changing || rating >= 0));
}

static void
rated_cb (UkEnrolDialog *self)
{
  if (self->enrolment != NULL)
    update (self);
}

/* ---- where ---- */

static const UkRegion *
get_region (UkEnrolDialog *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < self->regions->len ? g_ptr_array_index (self->regions, selected) : NULL;
}

static UkSide
get_side (const UkRegion *region, AdwComboRow *row)
{
  if (!region->sided)
    return UK_SIDE_NONE;
  return adw_combo_row_get_selected (row) == 0 ? UK_SIDE_LEFT : UK_SIDE_RIGHT;
}

static void
place_cb (UkEnrolDialog *self)
{
  const UkRegion *place, *second;

  if (self->enrolment == NULL || self->regions == NULL)
    return;
  place = get_region (self, self->place);
  second = get_region (self, self->second);
  if (place == NULL || second == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->side), place->sided);
  gtk_widget_set_visible (GTK_WIDGET (self->second_side), self->programme->places > 1 && second->sided);
  g_free (self->enrolment->region);
  self->enrolment->region = g_strdup (place->id);
  self->enrolment->side = get_side (place, self->side);
  if (self->programme->places > 1) {
    g_free (self->enrolment->second);
    self->enrolment->second = g_strdup (second->id);
    self->enrolment->second_side = get_side (second, self->second_side);
  }
  update (self);
}

static void
list_regions (UkEnrolDialog *self)
{
  GPtrArray *all = uk_catalogue_get_regions (self->context->catalogue);
  guint i;

  self->regions = g_ptr_array_new ();
  for (i = 0; i < all->len; i++) {
    const UkRegion *region = g_ptr_array_index (all, i);

    if (uk_catalogue_get_fit (self->context->catalogue, region->id) != NULL
        && (self->programme->places > 0 || g_strv_contains (self->programme->regions, region->id)))
      g_ptr_array_add (self->regions, (gpointer)region);
  }
}

static void
fill_places (UkEnrolDialog *self, AdwComboRow *row, const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i, selected = 0;

  for (i = 0; i < self->regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (self->regions, i);

    gtk_string_list_append (names, region->name);
    if (g_strcmp0 (region->id, chosen) == 0)
      selected = i;
  }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

static void
fill_sides (AdwComboRow *row, UkSide side)
{
  const char *const names[] = { C_ ("side of the body", "Left"), C_ ("side of the body", "Right"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, side == UK_SIDE_RIGHT ? 1 : 0);
}

/* ---- when ---- */

static void
fill_starts (UkEnrolDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  int i;

  gtk_string_list_append (names, _ ("Today"));
  gtk_string_list_append (names, _ ("Tomorrow"));
  for (i = 2; i < N_STARTS; i++) {
    g_autoptr (GDateTime) date = g_date_time_add_days (epoch, self->today + i);
    /* Translators: weekday, day and month: “Monday, 7 December” */
    g_autofree char *name = g_date_time_format (date, _ ("%A, %-e %B"));

    gtk_string_list_append (names, name);
  }
  adw_combo_row_set_model (self->first, G_LIST_MODEL (names));
}

static void
time_cb (UkEnrolDialog *self, guint minute, GtkWidget *chip)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (chip), "row");
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "part"));
  GtkWidget *other = uk_time_chip_new (minute, FALSE);

  self->enrolment->times[part] = minute;
  g_object_set_data (G_OBJECT (other), "row", row);
  g_object_set_data (G_OBJECT (other), "part", GUINT_TO_POINTER (part));
  gtk_widget_set_valign (other, GTK_ALIGN_CENTER);
  g_signal_connect_object (other, "picked", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), other);
  adw_action_row_remove (ADW_ACTION_ROW (row), chip);
}

static void
add_times (UkEnrolDialog *self)
{
  static const char *const names[UK_N_DAY_PARTS] = { N_ ("Morning"), N_ ("Midday"), N_ ("Evening") };
  guint i;

  for (i = 0; i < UK_N_DAY_PARTS; i++) {
    GtkWidget *row, *chip;

    if (self->programme->times[i] == UK_NO_TIME)
      continue;
    row = adw_action_row_new ();
    chip = uk_time_chip_new (self->enrolment->times[i], FALSE);
    g_object_set_data (G_OBJECT (chip), "row", row);
    g_object_set_data (G_OBJECT (chip), "part", GUINT_TO_POINTER (i));
    gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
    g_signal_connect_object (chip, "picked", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (names[i]));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    adw_preferences_group_add (self->times, row);
  }
}

/* ---- things ---- */

static void
thing_cb (UkEnrolDialog *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  const char *id = g_object_get_data (G_OBJECT (toggle), "id");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; self->enrolment->lacking[i] != NULL; i++) {
    if (!g_str_equal (self->enrolment->lacking[i], id))
      g_strv_builder_add (builder, self->enrolment->lacking[i]);
  }
  if (!gtk_switch_get_active (toggle))
    g_strv_builder_add (builder, id);
  g_strfreev (self->enrolment->lacking);
  self->enrolment->lacking = g_strv_builder_end (builder);
}

static void
add_things (UkEnrolDialog *self)
{
  guint i;

  self->groups = uk_programme_preview_list_equipment (self->context, self->programme);
  for (i = 0; i < self->groups->len; i++) {
    const UkEquipmentGroup *group = g_ptr_array_index (self->groups, i);
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *toggle = gtk_switch_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), uk_equipment_group_get_name (group));
    gtk_switch_set_active (GTK_SWITCH (toggle),
                           !g_strv_contains ((const char *const *)self->enrolment->lacking, group->id));
    gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
    g_object_set_data (G_OBJECT (toggle), "id", (gpointer)group->id);
    g_signal_connect_object (toggle, "notify::active", G_CALLBACK (thing_cb), self, G_CONNECT_SWAPPED);
    gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    uk_equipment_group_get_name (group), -1);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
    adw_preferences_group_add (self->things, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->things), self->groups->len > 0);
}

/* ---- object ---- */

static void
start_cb (UkEnrolDialog *self)
{
  self->enrolment->cool = gtk_switch_get_active (self->knock);
  self->enrolment->reminds = gtk_switch_get_active (self->reminds);
  if (!self->changing)
    self->enrolment->started = self->today + (UkDay)adw_combo_row_get_selected (self->first);
  g_signal_emit (self, signals[ENROLLED], 0, self->enrolment,
                 self->changing ? -1 : uk_rating_row_get_value (self->rating));
  gtk_window_close (GTK_WINDOW (self));
}

static void
dispose (GObject *object)
{
  UkEnrolDialog *self = UK_ENROL_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_ENROL_DIALOG);
  g_clear_pointer (&self->enrolment, uk_enrolment_free);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (uk_enrol_dialog_parent_class)->dispose (object);
}

static void
uk_enrol_dialog_class_init (UkEnrolDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_RATING_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/plans/uk-enrol-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, start);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, title);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, where);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, place);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, side);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, second);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, second_side);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, knock_row);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, knock);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, first);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, times);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, things);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, sore);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, rating);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, UkEnrolDialog, reminds);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);

  signals[ENROLLED] = g_signal_new ("enrolled", UK_TYPE_ENROL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
}

static void
uk_enrol_dialog_init (UkEnrolDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @enrolment: (nullable): a plan that runs, to be changed; %NULL: a new one */
GtkWidget *
uk_enrol_dialog_new (const UkContext *context,
                     const UkProgramme *programme,
                     const UkEnrolment *enrolment,
                     UkDay today)
{
  UkEnrolDialog *self = g_object_new (UK_TYPE_ENROL_DIALOG, NULL);

  self->context = context;
  self->programme = programme;
  self->today = today;
  self->changing = enrolment != NULL;
  self->enrolment = enrolment != NULL ? uk_enrolment_copy (enrolment)
                                      : uk_programme_preview_new_enrolment (context, programme);
  adw_window_title_set_title (self->title, programme->title);
  gtk_window_set_title (GTK_WINDOW (self), programme->title);
  list_regions (self);
  fill_sides (self->side, self->enrolment->side);
  fill_sides (self->second_side, self->enrolment->second_side);
  fill_places (self, self->place, self->enrolment->region);
  fill_places (self, self->second, self->enrolment->second);
  fill_starts (self);
  add_times (self);
  add_things (self);
  gtk_switch_set_active (self->knock, self->enrolment->cool);
  gtk_switch_set_active (self->reminds, self->enrolment->reminds);
  gtk_widget_set_visible (self->where, !self->changing);
  gtk_widget_set_visible (GTK_WIDGET (self->first), !self->changing);
  gtk_widget_set_visible (self->sore, !self->changing);
  gtk_widget_set_visible (GTK_WIDGET (self->second), programme->places > 1);
  gtk_widget_set_visible (self->knock_row, uk_programme_preview_asks_for_knock (programme));
  if (self->changing)
    gtk_button_set_label (self->start, _ ("_Save"));
  place_cb (self);
  return GTK_WIDGET (self);
}
