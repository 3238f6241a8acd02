/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-schedule-box.h"

#include "app/reminders/uk-time-chip.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"

#include <glib/gi18n.h>

#define N_WEEKDAYS 7
#define DEFAULT_FROM (9 * 60)
#define DEFAULT_UNTIL (17 * 60)
#define DEFAULT_INTERVAL 3
/* As few times of equal distance are shown as a rhythm. */
#define RHYTHM_TIMES 4

static const guint intervals[] = { 15, 20, 30, 45, 60, 90, 120, 180 };

struct _UkScheduleBox {
  GtkWidget parent_instance;

  GArray *minutes; /* (owned) guint: the fixed times */
  guint from;      /* of the rhythm */
  guint until;
  UkDay first_day; /* kept as they came */
  UkDay last_day;
  UkRecurrence *kept; /* (owned) (nullable) a kind that cannot be changed here */
  gboolean updating;

  /* of the template */
  GtkToggleButton *fixed;
  GtkToggleButton *often;
  GtkBox *days;
  GtkStack *stack;
  GtkBox *times;
  GtkBox *rhythm;
  GtkDropDown *interval;

  GtkToggleButton *weekdays[N_WEEKDAYS]; /* children of @days */
  GtkWidget *ends[4];                    /* (nullable) children of @rhythm: from, chip, to, chip */
};

G_DEFINE_FINAL_TYPE (UkScheduleBox, uk_schedule_box, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void rebuild_times (UkScheduleBox *self);
static void rebuild_ends (UkScheduleBox *self);

static void
emit_changed (UkScheduleBox *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static void
time_added_cb (UkScheduleBox *self, guint minute)
{
  g_array_append_val (self->minutes, minute);
  rebuild_times (self);
  emit_changed (self);
}

static guint
get_index (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "index"));
}

static void
time_picked_cb (UkScheduleBox *self, guint minute, GtkWidget *chip)
{
  g_array_index (self->minutes, guint, get_index (chip)) = minute;
  rebuild_times (self);
  emit_changed (self);
}

static void
time_removed_cb (UkScheduleBox *self, GtkWidget *chip)
{
  g_array_remove_index (self->minutes, get_index (chip));
  rebuild_times (self);
  emit_changed (self);
}

/* Sorted and without doubles, as the recurrence will have them. */
static void
tidy_minutes (UkScheduleBox *self)
{
  guint i;

  g_array_sort (self->minutes, compare_minutes);
  for (i = self->minutes->len; i > 1; i--) {
    if (g_array_index (self->minutes, guint, i - 1) == g_array_index (self->minutes, guint, i - 2))
      g_array_remove_index (self->minutes, i - 1);
  }
}

static void
rebuild_times (UkScheduleBox *self)
{
  GtkWidget *chip;
  guint i;

  tidy_minutes (self);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->times))) != NULL)
    gtk_box_remove (self->times, chip);
  for (i = 0; i < self->minutes->len; i++) {
    chip = uk_time_chip_new (g_array_index (self->minutes, guint, i), TRUE);
    g_object_set_data (G_OBJECT (chip), "index", GUINT_TO_POINTER (i));
    g_signal_connect_swapped (chip, "removed", G_CALLBACK (time_removed_cb), self);
    g_signal_connect_object (chip, "picked", G_CALLBACK (time_picked_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->times, chip);
  }
  chip = uk_time_chip_new_adder ();
  g_signal_connect_swapped (chip, "picked", G_CALLBACK (time_added_cb), self);
  gtk_box_append (self->times, chip);
}

static void
from_picked_cb (UkScheduleBox *self, guint minute)
{
  self->from = minute;
  rebuild_ends (self);
  emit_changed (self);
}

static void
until_picked_cb (UkScheduleBox *self, guint minute)
{
  self->until = minute;
  rebuild_ends (self);
  emit_changed (self);
}

static void
rebuild_ends (UkScheduleBox *self)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (self->ends); i++) {
    if (self->ends[i] != NULL)
      gtk_box_remove (self->rhythm, self->ends[i]);
  }
  /* Translators: between "Every 30 minutes" and a time of day */
  self->ends[0] = gtk_label_new (C_ ("time of day", "from"));
  self->ends[1] = uk_time_chip_new (self->from, FALSE);
  /* Translators: between two times of day */
  self->ends[2] = gtk_label_new (C_ ("time of day", "to"));
  self->ends[3] = uk_time_chip_new (self->until, FALSE);
  gtk_widget_add_css_class (self->ends[0], "between");
  gtk_widget_add_css_class (self->ends[2], "between");
  g_signal_connect_swapped (self->ends[1], "picked", G_CALLBACK (from_picked_cb), self);
  g_signal_connect_swapped (self->ends[3], "picked", G_CALLBACK (until_picked_cb), self);
  for (i = 0; i < G_N_ELEMENTS (self->ends); i++)
    gtk_box_append (self->rhythm, self->ends[i]);
}

static void
kind_cb (UkScheduleBox *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_toggle_button_get_active (self->fixed) ? "fixed" : "often");
  emit_changed (self);
}

static void
interval_cb (UkScheduleBox *self)
{
  emit_changed (self);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SCHEDULE_BOX);
  G_OBJECT_CLASS (uk_schedule_box_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_array_unref (UK_SCHEDULE_BOX (object)->minutes);
  g_clear_pointer (&UK_SCHEDULE_BOX (object)->kept, uk_recurrence_unref);
  G_OBJECT_CLASS (uk_schedule_box_parent_class)->finalize (object);
}

static void
uk_schedule_box_class_init (UkScheduleBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-schedule-box.ui");
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, fixed);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, often);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, days);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, stack);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, times);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, rhythm);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, interval);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, interval_cb);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_SCHEDULE_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
fill_intervals (UkScheduleBox *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (intervals); i++) {
    gboolean hours = intervals[i] % 60 == 0;
    guint n = hours ? intervals[i] / 60 : intervals[i];

    gtk_string_list_take (list,
                          g_strdup_printf (hours ? ngettext ("Every hour", "Every %u hours", n)
                                                 : ngettext ("Every minute", "Every %u minutes", n),
                                           n));
  }
  gtk_drop_down_set_model (self->interval, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->interval, DEFAULT_INTERVAL);
}

static void
uk_schedule_box_init (UkScheduleBox *self)
{
  guint i;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->from = DEFAULT_FROM;
  self->until = DEFAULT_UNTIL;
  self->first_day = UK_DAY_NONE;
  self->last_day = UK_DAY_NONE;
  for (i = 0; i < N_WEEKDAYS; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (uk_weekday_get_short_name (i));

    self->weekdays[i] = GTK_TOGGLE_BUTTON (button);
    gtk_widget_set_tooltip_text (button, uk_weekday_get_name (i));
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    uk_weekday_get_name (i), -1);
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (emit_changed), self);
    gtk_box_append (self->days, button);
  }
  fill_intervals (self);
  rebuild_times (self);
  rebuild_ends (self);
}

/* Shows times of an equal distance that can be chosen as what they are; returns whether they are
 * such. */
static gboolean
set_rhythm (UkScheduleBox *self, const guint *minutes, guint n_minutes)
{
  guint i;

  if (n_minutes < RHYTHM_TIMES)
    return FALSE;
  for (i = 2; i < n_minutes; i++) {
    if (minutes[i] - minutes[i - 1] != minutes[1] - minutes[0])
      return FALSE;
  }
  for (i = 0; i < G_N_ELEMENTS (intervals); i++) {
    if (intervals[i] == minutes[1] - minutes[0]) {
      gtk_drop_down_set_selected (self->interval, i);
      self->from = minutes[0];
      self->until = minutes[n_minutes - 1];
      rebuild_ends (self);
      return TRUE;
    }
  }
  return FALSE;
}

void
uk_schedule_box_set_recurrence (UkScheduleBox *self, UkRecurrence *recurrence)
{
  const guint *minutes;
  guint i, n_minutes, weekdays;

  g_return_if_fail (UK_IS_SCHEDULE_BOX (self));
  g_return_if_fail (recurrence != NULL);

  g_clear_pointer (&self->kept, uk_recurrence_unref);
  if (uk_recurrence_get_weekdays (recurrence) == 0 || uk_recurrence_peek (recurrence)->count > 0)
    self->kept = uk_recurrence_ref (recurrence);
  gtk_widget_set_visible (GTK_WIDGET (self), self->kept == NULL);
  if (self->kept != NULL) {
    emit_changed (self);
    return;
  }
  self->updating = TRUE;
  weekdays = uk_recurrence_get_weekdays (recurrence);
  minutes = uk_recurrence_get_minutes (recurrence, &n_minutes);
  self->first_day = uk_recurrence_get_from (recurrence);
  self->last_day = uk_recurrence_get_until (recurrence);
  for (i = 0; i < N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (self->weekdays[i], (weekdays & UK_WEEKDAY (i)) != 0);
  g_array_set_size (self->minutes, 0);
  if (set_rhythm (self, minutes, n_minutes)) {
    gtk_toggle_button_set_active (self->often, TRUE);
  } else {
    g_array_append_vals (self->minutes, minutes, n_minutes);
    gtk_toggle_button_set_active (self->fixed, TRUE);
  }
  rebuild_times (self);
  self->updating = FALSE;
  emit_changed (self);
}

/* @error: what is still missing, a translated sentence */
UkRecurrence *
uk_schedule_box_build_recurrence (UkScheduleBox *self, GError **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i, minute, weekdays = 0;

  g_return_val_if_fail (UK_IS_SCHEDULE_BOX (self), NULL);

  if (self->kept != NULL)
    return uk_recurrence_ref (self->kept);
  for (i = 0; i < N_WEEKDAYS; i++) {
    if (gtk_toggle_button_get_active (self->weekdays[i]))
      weekdays |= UK_WEEKDAY (i);
  }
  if (gtk_toggle_button_get_active (self->fixed)) {
    g_array_append_vals (minutes, self->minutes->data, self->minutes->len);
  } else if (self->until <= self->from) {
    g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
                         _ ("The last time is before the first"));
    return NULL;
  } else {
    for (minute = self->from; minute <= self->until;
         minute += intervals[gtk_drop_down_get_selected (self->interval)])
      g_array_append_val (minutes, minute);
  }
  return uk_recurrence_new (weekdays, (const guint *)(gconstpointer)minutes->data, minutes->len,
                            self->first_day, self->last_day, error);
}
