/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-day-box.h"

#include "app/reminders/uk-date-chip.h"
#include "app/reminders/uk-weekday-picker.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

#define N_MONTH_DAYS 31
#define COLUMNS 7

/* In the order of the drop-down. */
enum { WEEKDAYS, EVERY, MONTH, ONCE };

struct _UkDayBox {
  GtkWidget parent_instance;

  GtkToggleButton *month_days[N_MONTH_DAYS]; /* children of @month */
  gboolean updating;

  /* of the template */
  GtkDropDown *rule;
  GtkStack *stack;
  UkWeekdayPicker *weekdays;
  GtkSpinButton *every;
  GtkLabel *every_unit;
  GtkGrid *month;
  GtkWidget *shorter;
  GtkCheckButton *skip_short;
  UkDateChip *date;
};

G_DEFINE_FINAL_TYPE (UkDayBox, uk_day_box, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
get_month_days (UkDayBox *self)
{
  guint i, month_days = 0;

  for (i = 0; i < N_MONTH_DAYS; i++) {
    if (gtk_toggle_button_get_active (self->month_days[i]))
      month_days |= UK_MONTH_DAY (i + 1);
  }
  return month_days;
}

static void
changed_cb (UkDayBox *self)
{
  guint every = (guint)gtk_spin_button_get_value_as_int (self->every);

  gtk_label_set_label (self->every_unit, ngettext ("day", "days", every));
  /* Every month has the others. */
  gtk_widget_set_visible (self->shorter, (get_month_days (self) >> 28) != 0);
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
rule_cb (UkDayBox *self)
{
  static const char *const pages[] = { "weekdays", "every", "month", "once" };
  guint rule = gtk_drop_down_get_selected (self->rule);

  if (rule < G_N_ELEMENTS (pages))
    gtk_stack_set_visible_child_name (self->stack, pages[rule]);
  changed_cb (self);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_DAY_BOX);
  G_OBJECT_CLASS (uk_day_box_parent_class)->dispose (object);
}

static void
uk_day_box_class_init (UkDayBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_DATE_CHIP);
  g_type_ensure (UK_TYPE_WEEKDAY_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/reminders/uk-day-box.ui");
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, rule);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, stack);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, weekdays);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, every);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, every_unit);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, month);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, shorter);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, skip_short);
  gtk_widget_class_bind_template_child (widget_class, UkDayBox, date);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_cb);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_DAY_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
fill_month (UkDayBox *self)
{
  guint i;

  for (i = 0; i < N_MONTH_DAYS; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    /* Translators: a day of the month, for those who cannot see the grid of numbers */
    g_autofree char *name = g_strdup_printf (_ ("Day %u of the month"), i + 1);
    GtkWidget *button = gtk_toggle_button_new_with_label (number);

    self->month_days[i] = GTK_TOGGLE_BUTTON (button);
    uk_widget_name_button (button, name);
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
    gtk_grid_attach (self->month, button, (int)(i % COLUMNS), (int)(i / COLUMNS), 1, 1);
  }
}

static void
uk_day_box_init (UkDayBox *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->rule);
  fill_month (self);
  uk_weekday_picker_set_weekdays (self->weekdays, UK_EVERY_DAY);
  uk_date_chip_set_day (self->date,
                        uk_day_at (zone, g_get_real_time () / G_USEC_PER_SEC, NULL) + 1);
  self->updating = FALSE;
}

/* Is silent.  @spec: of a recurrence that is no interval */
void
uk_day_box_set_spec (UkDayBox *self, const UkRecurrenceSpec *spec)
{
  guint i, rule = WEEKDAYS;

  g_return_if_fail (UK_IS_DAY_BOX (self));
  g_return_if_fail (spec != NULL && spec->kind != UK_RECURRENCE_INTERVAL);

  self->updating = TRUE;
  if (spec->kind == UK_RECURRENCE_DAYS && spec->count > 0 && spec->count <= spec->n_minutes) {
    rule = ONCE;
    uk_date_chip_set_day (self->date, spec->from);
  } else if (spec->kind == UK_RECURRENCE_DAYS) {
    rule = EVERY;
    gtk_spin_button_set_value (self->every, spec->every);
  } else if (spec->kind == UK_RECURRENCE_MONTHLY) {
    rule = MONTH;
    for (i = 0; i < N_MONTH_DAYS; i++)
      gtk_toggle_button_set_active (self->month_days[i],
                                    (spec->month_days & UK_MONTH_DAY (i + 1)) != 0);
    gtk_check_button_set_active (self->skip_short, spec->skip_short);
  } else {
    uk_weekday_picker_set_weekdays (self->weekdays, spec->weekdays);
  }
  gtk_drop_down_set_selected (self->rule, rule);
  self->updating = FALSE;
}

/* Writes the kind and its days; of one day also from and count, which depends on the times that
 * @spec has already. */
void
uk_day_box_fill_spec (UkDayBox *self, UkRecurrenceSpec *spec)
{
  g_return_if_fail (UK_IS_DAY_BOX (self));
  g_return_if_fail (spec != NULL);

  switch (gtk_drop_down_get_selected (self->rule)) {
  case EVERY:
    spec->kind = UK_RECURRENCE_DAYS;
    spec->every = (guint)gtk_spin_button_get_value_as_int (self->every);
    break;
  case MONTH:
    spec->kind = UK_RECURRENCE_MONTHLY;
    spec->month_days = get_month_days (self);
    spec->skip_short
        = (spec->month_days >> 28) != 0 && gtk_check_button_get_active (self->skip_short);
    break;
  case ONCE:
    spec->kind = UK_RECURRENCE_DAYS;
    spec->every = 1;
    spec->from = uk_date_chip_get_day (self->date);
    spec->count = spec->n_minutes;
    break;
  case WEEKDAYS:
  default:
    spec->kind = UK_RECURRENCE_WEEKLY;
    spec->weekdays = uk_weekday_picker_get_weekdays (self->weekdays);
    break;
  }
}

gboolean
uk_day_box_is_once (UkDayBox *self)
{
  g_return_val_if_fail (UK_IS_DAY_BOX (self), FALSE);

  return gtk_drop_down_get_selected (self->rule) == ONCE;
}
