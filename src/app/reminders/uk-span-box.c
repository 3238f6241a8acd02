/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-span-box.h"

#include "app/reminders/uk-date-chip.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

/* What a last day is at first, from today on */
#define USUAL_DAYS 13
#define USUAL_COUNT 10

/* In the order of the drop-downs. */
enum { AT_ONCE, ON_DAY };
enum { NEVER, AFTER_DAY, AFTER_TIMES };

struct _UkSpanBox {
  GtkWidget parent_instance;

  UkDay today;
  gboolean updating;

  /* of the template */
  GtkDropDown *begins;
  UkDateChip *first;
  GtkDropDown *ends;
  UkDateChip *last;
  GtkWidget *times;
  GtkSpinButton *count;
  GtkLabel *count_unit;
};

G_DEFINE_FINAL_TYPE (UkSpanBox, uk_span_box, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (UkSpanBox *self)
{
  guint count = (guint)gtk_spin_button_get_value_as_int (self->count);
  guint ends = gtk_drop_down_get_selected (self->ends);

  /* Translators: after a number: "10 times" */
  gtk_label_set_label (self->count_unit, ngettext ("time", "times", count));
  gtk_widget_set_visible (GTK_WIDGET (self->first),
                          gtk_drop_down_get_selected (self->begins) == ON_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->last), ends == AFTER_DAY);
  gtk_widget_set_visible (self->times, ends == AFTER_TIMES);
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SPAN_BOX);
  G_OBJECT_CLASS (uk_span_box_parent_class)->dispose (object);
}

static void
uk_span_box_class_init (UkSpanBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_DATE_CHIP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-span-box.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, begins);
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, first);
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, ends);
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, last);
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, times);
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, count);
  gtk_widget_class_bind_template_child (widget_class, UkSpanBox, count_unit);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_SPAN_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
fill_ends (UkSpanBox *self, gboolean countable)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("end of a repetition", "Never"));
  gtk_string_list_append (names, C_ ("end of a repetition", "After a day"));
  if (countable)
    gtk_string_list_append (names, C_ ("end of a repetition", "After some times"));
  gtk_drop_down_set_model (self->ends, G_LIST_MODEL (names));
}

static void
uk_span_box_init (UkSpanBox *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->begins);
  uk_widget_name_drop_down (self->ends);
  fill_ends (self, TRUE);
  self->today = uk_day_at (zone, g_get_real_time () / G_USEC_PER_SEC, NULL);
  uk_date_chip_set_day (self->first, self->today);
  uk_date_chip_set_day (self->last, self->today + USUAL_DAYS);
  gtk_spin_button_set_value (self->count, USUAL_COUNT);
  changed_cb (self);
  self->updating = FALSE;
}

/* Whether it may end after some times.  Is silent. */
void
uk_span_box_set_countable (UkSpanBox *self, gboolean countable)
{
  guint ends;

  g_return_if_fail (UK_IS_SPAN_BOX (self));

  if (countable == (g_list_model_get_n_items (gtk_drop_down_get_model (self->ends)) > AFTER_TIMES))
    return;
  self->updating = TRUE;
  ends = gtk_drop_down_get_selected (self->ends);
  fill_ends (self, countable);
  gtk_drop_down_set_selected (self->ends, !countable && ends == AFTER_TIMES ? NEVER : ends);
  changed_cb (self);
  self->updating = FALSE;
}

/* Is silent. */
void
uk_span_box_set_spec (UkSpanBox *self, const UkRecurrenceSpec *spec)
{
  guint ends = NEVER;

  g_return_if_fail (UK_IS_SPAN_BOX (self));
  g_return_if_fail (spec != NULL);

  uk_span_box_set_countable (self, spec->kind != UK_RECURRENCE_INTERVAL);
  self->updating = TRUE;
  if (spec->from != UK_DAY_NONE)
    uk_date_chip_set_day (self->first, spec->from);
  gtk_drop_down_set_selected (self->begins, spec->from == UK_DAY_NONE ? AT_ONCE : ON_DAY);
  if (spec->count > 0) {
    ends = AFTER_TIMES;
    gtk_spin_button_set_value (self->count, spec->count);
  } else if (spec->until != UK_DAY_NONE) {
    ends = AFTER_DAY;
    uk_date_chip_set_day (self->last, spec->until);
  }
  gtk_drop_down_set_selected (self->ends, ends);
  changed_cb (self);
  self->updating = FALSE;
}

/* Writes first day, last day and count.  What can only be counted from a day on counts from today.
 */
void
uk_span_box_fill_spec (UkSpanBox *self, UkRecurrenceSpec *spec)
{
  guint ends;

  g_return_if_fail (UK_IS_SPAN_BOX (self));
  g_return_if_fail (spec != NULL);

  ends = gtk_drop_down_get_selected (self->ends);
  spec->count = ends == AFTER_TIMES ? (guint)gtk_spin_button_get_value_as_int (self->count) : 0;
  spec->until = ends == AFTER_DAY ? uk_date_chip_get_day (self->last) : UK_DAY_NONE;
  if (gtk_drop_down_get_selected (self->begins) == ON_DAY)
    spec->from = uk_date_chip_get_day (self->first);
  else
    spec->from = spec->count > 0 || spec->kind == UK_RECURRENCE_DAYS ? self->today : UK_DAY_NONE;
}
