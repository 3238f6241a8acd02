/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-schedule-box.h"

#include "app/reminders/uk-break-box.h"
#include "app/reminders/uk-day-box.h"
#include "app/reminders/uk-span-box.h"
#include "app/reminders/uk-time-chip.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"

#include <glib/gi18n.h>

#define DEFAULT_FROM (9 * 60)
#define DEFAULT_UNTIL (17 * 60)
#define DEFAULT_INTERVAL 3
/* As few times of equal distance are shown as a rhythm. */
#define RHYTHM_TIMES 4

static const guint intervals[] = { 15, 20, 30, 45, 60, 90, 120, 180 };

struct _UkScheduleBox {
  GtkWidget parent_instance;

  GArray *minutes;  /* (owned) guint: the fixed times */
  UkTimeChip *from; /* of the rhythm; children of @rhythm */
  UkTimeChip *until;
  gboolean updating;

  /* of the template */
  GtkToggleButton *fixed;
  GtkToggleButton *often;
  GtkToggleButton *sitting;
  UkDayBox *days;
  GtkStack *stack;
  GtkBox *times;
  GtkBox *rhythm;
  GtkDropDown *interval;
  UkBreakBox *breaks;
  UkSpanBox *span;
};

G_DEFINE_FINAL_TYPE (UkScheduleBox, uk_schedule_box, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void rebuild_times (UkScheduleBox *self);

/* What does not apply to the kind that is chosen is not shown. */
static void
changed_cb (UkScheduleBox *self)
{
  gboolean sitting = gtk_toggle_button_get_active (self->sitting);

  gtk_widget_set_visible (GTK_WIDGET (self->days), !sitting);
  gtk_widget_set_visible (GTK_WIDGET (self->span), sitting || !uk_day_box_is_once (self->days));
  uk_span_box_set_countable (self->span, !sitting);
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* After the chips were made anew the keyboard goes on at that of @minute. */
static void
focus_time (UkScheduleBox *self, guint minute)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->times));
  guint i;

  for (i = 0; i < self->minutes->len && g_array_index (self->minutes, guint, i) < minute; i++)
    chip = gtk_widget_get_next_sibling (chip);
  gtk_widget_child_focus (chip, GTK_DIR_TAB_FORWARD);
}

static void
time_added_cb (UkScheduleBox *self, guint minute)
{
  g_array_append_val (self->minutes, minute);
  rebuild_times (self);
  focus_time (self, minute);
  changed_cb (self);
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
  focus_time (self, minute);
  changed_cb (self);
}

static void
time_removed_cb (UkScheduleBox *self, GtkWidget *chip)
{
  guint minute = g_array_index (self->minutes, guint, get_index (chip));

  g_array_remove_index (self->minutes, get_index (chip));
  rebuild_times (self);
  focus_time (self, minute);
  changed_cb (self);
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
end_picked_cb (UkTimeChip *chip, guint minute, UkScheduleBox *self)
{
  uk_time_chip_set_minute (chip, minute);
  changed_cb (self);
}

static UkTimeChip *
add_end (UkScheduleBox *self, const char *word, guint minute)
{
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *chip = uk_time_chip_new (minute, FALSE);

  gtk_widget_add_css_class (label, "between");
  g_signal_connect_object (chip, "picked", G_CALLBACK (end_picked_cb), self, 0);
  gtk_box_append (self->rhythm, label);
  gtk_box_append (self->rhythm, chip);
  return UK_TIME_CHIP (chip);
}

static void
kind_cb (UkScheduleBox *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_stack_set_visible_child_name (self->stack, button == self->fixed   ? "fixed"
                                                 : button == self->often ? "often"
                                                                         : "sitting");
  changed_cb (self);
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
  G_OBJECT_CLASS (uk_schedule_box_parent_class)->finalize (object);
}

static void
uk_schedule_box_class_init (UkScheduleBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  g_type_ensure (UK_TYPE_BREAK_BOX);
  g_type_ensure (UK_TYPE_DAY_BOX);
  g_type_ensure (UK_TYPE_SPAN_BOX);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-schedule-box.ui");
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, fixed);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, often);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, sitting);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, days);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, stack);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, times);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, rhythm);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, interval);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, breaks);
  gtk_widget_class_bind_template_child (widget_class, UkScheduleBox, span);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

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
  self->updating = TRUE;
  self->minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->interval);
  fill_intervals (self);
  rebuild_times (self);
  /* Translators: between "Every 30 minutes" and a time of day */
  self->from = add_end (self, C_ ("time of day", "from"), DEFAULT_FROM);
  /* Translators: between two times of day */
  self->until = add_end (self, C_ ("time of day", "to"), DEFAULT_UNTIL);
  self->updating = FALSE;
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
      uk_time_chip_set_minute (self->from, minutes[0]);
      uk_time_chip_set_minute (self->until, minutes[n_minutes - 1]);
      return TRUE;
    }
  }
  return FALSE;
}

/* @presence: (nullable): how it is known whether the person is there */
void
uk_schedule_box_set_presence (UkScheduleBox *self, const char *presence)
{
  g_return_if_fail (UK_IS_SCHEDULE_BOX (self));

  uk_break_box_set_presence (self->breaks, presence);
}

void
uk_schedule_box_set_recurrence (UkScheduleBox *self, UkRecurrence *recurrence)
{
  const UkRecurrenceSpec *spec;

  g_return_if_fail (UK_IS_SCHEDULE_BOX (self));
  g_return_if_fail (recurrence != NULL);

  spec = uk_recurrence_peek (recurrence);
  self->updating = TRUE;
  uk_span_box_set_spec (self->span, spec);
  if (spec->kind == UK_RECURRENCE_INTERVAL) {
    uk_break_box_set_spec (self->breaks, spec);
    gtk_toggle_button_set_active (self->sitting, TRUE);
  } else {
    uk_day_box_set_spec (self->days, spec);
    g_array_set_size (self->minutes, 0);
    if (set_rhythm (self, spec->minutes, spec->n_minutes)) {
      gtk_toggle_button_set_active (self->often, TRUE);
    } else {
      g_array_append_vals (self->minutes, spec->minutes, spec->n_minutes);
      gtk_toggle_button_set_active (self->fixed, TRUE);
    }
    rebuild_times (self);
  }
  self->updating = FALSE;
  changed_cb (self);
}

/* Writes the times of a day into @minutes. */
static gboolean
fill_minutes (UkScheduleBox *self, GArray *minutes, GError **error)
{
  guint from = uk_time_chip_get_minute (self->from);
  guint until = uk_time_chip_get_minute (self->until);
  guint minute;

  if (gtk_toggle_button_get_active (self->fixed)) {
    g_array_append_vals (minutes, self->minutes->data, self->minutes->len);
    return TRUE;
  }
  if (until <= from) {
    g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
                         _ ("The last time is before the first"));
    return FALSE;
  }
  for (minute = from; minute <= until;
       minute += intervals[gtk_drop_down_get_selected (self->interval)])
    g_array_append_val (minutes, minute);
  return TRUE;
}

/* @error: what is still missing, a translated sentence */
UkRecurrence *
uk_schedule_box_build_recurrence (UkScheduleBox *self, GError **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) windows = NULL;
  UkRecurrenceSpec spec = { .from = UK_DAY_NONE, .until = UK_DAY_NONE };

  g_return_val_if_fail (UK_IS_SCHEDULE_BOX (self), NULL);

  if (gtk_toggle_button_get_active (self->sitting)) {
    windows = uk_break_box_fill_spec (self->breaks, &spec);
  } else {
    if (!fill_minutes (self, minutes, error))
      return NULL;
    spec.minutes = (const guint *)(gconstpointer)minutes->data;
    spec.n_minutes = minutes->len;
    uk_day_box_fill_spec (self->days, &spec);
  }
  if (windows != NULL || !uk_day_box_is_once (self->days))
    uk_span_box_fill_spec (self->span, &spec);
  return uk_recurrence_new_full (&spec, error);
}
