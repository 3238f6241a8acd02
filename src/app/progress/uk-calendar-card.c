/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-calendar-card.h"

#include "app/progress/uk-year-row.h"
#include "app/widgets/uk-widget.h"
#include "core/insight/uk-insight.h"
#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n.h>

#define WEEK 7
#define MONTHS 12

struct _UkCalendarCard {
  GtkWidget parent_instance;

  UkStore *store; /* owned, nullable */
  GDateTime *now; /* owned, nullable */
  int back;       /* months before the present one */
  int years_back; /* years before the present one */

  /* of the template */
  GtkLabel *heading;
  GtkLabel *summary;
  GtkWidget *later;
  GtkToggleButton *whole_year;
  GtkGrid *grid;
  GtkGrid *year;
  GtkLabel *weeks;
};

G_DEFINE_FINAL_TYPE (UkCalendarCard, uk_calendar_card, GTK_TYPE_WIDGET)

static void
put (UkCalendarCard *self, GtkWidget *label, int column, int row)
{
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
put_weekdays (UkCalendarCard *self)
{
  int i;

  for (i = 0; i < WEEK; i++) {
    g_autofree char *letter = g_utf8_substring (uk_weekday_get_short_name ((guint)i), 0, 1);
    GtkWidget *label = gtk_label_new (letter);

    gtk_widget_add_css_class (label, "dim");
    gtk_widget_add_css_class (label, "small");
    gtk_widget_add_css_class (label, "strong");
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    uk_weekday_get_name ((guint)i), -1);
    put (self, label, i, 0);
  }
}

static void
put_day (UkCalendarCard *self, UkDay day, UkDay first, UkDay today, guint n_runs)
{
  const int place = (int)uk_day_get_weekday (first) + (day - first);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((gint64)day * 24 * 60 * 60);
  g_autofree char *number = g_strdup_printf ("%d", day - first + 1);
  g_autofree char *name = g_date_time_format (date, _ ("%-e %B"));
  g_autofree char *runs = n_runs == 0
                              ? g_strdup (_ ("no run"))
                              : g_strdup_printf (ngettext ("%u run", "%u runs", n_runs), n_runs);
  g_autofree char *text = g_strdup_printf ("%s: %s", name, runs);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "day");
  gtk_widget_add_css_class (label, "tnum");
  if (n_runs > 0)
    gtk_widget_add_css_class (label, n_runs > 1 ? "full" : "part");
  if (day == today)
    gtk_widget_add_css_class (label, "today");
  if (day > today)
    gtk_widget_add_css_class (label, "dim");
  gtk_widget_set_tooltip_text (label, n_runs > 0 ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  put (self, label, place % WEEK, 1 + place / WEEK);
}

static GArray *
load_days (UkCalendarCard *self, UkDay first, UkDay next, GError **error)
{
  GTimeZone *zone = g_date_time_get_timezone (self->now);
  g_autoptr (GPtrArray) runs = NULL;
  gint64 from, until;

  if (!uk_wall_time_resolve (zone, first, 0, &from)
      || !uk_wall_time_resolve (zone, next, 0, &until))
    return g_array_new (FALSE, FALSE, sizeof (UkActiveDay));
  runs = uk_store_list_runs (self->store, from, until, error);
  return runs != NULL ? uk_insight_list_active_days (runs, zone) : NULL;
}

/* "17 runs on 16 days" */
static char *
describe_days (const GArray *days)
{
  g_autofree char *runs = NULL;
  guint n_runs = 0, i;

  for (i = 0; i < days->len; i++)
    n_runs += g_array_index (days, UkActiveDay, i).n_runs;
  runs = g_strdup_printf (ngettext ("%u run", "%u runs", n_runs), n_runs);
  if (n_runs == 0)
    return g_strdup (_ ("no run"));
  /* Translators: %s is a number of runs */
  return g_strdup_printf (ngettext ("%s on %u day", "%s on %u days", days->len), runs, days->len);
}

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static UkDay
get_today (UkCalendarCard *self)
{
  return uk_day_at (g_date_time_get_timezone (self->now), g_date_time_to_unix (self->now), NULL);
}

/* A row of the year; @at is the place in @days, which goes on. */
static void
put_month (UkCalendarCard *self, int year, int month, const GArray *days, guint *at)
{
  const UkDay first = uk_day_new (year, month + 1, 1);
  const UkDay next = month + 1 < MONTHS ? uk_day_new (year, month + 2, 1) : uk_day_new (year + 1, 1, 1);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((gint64)first * 24 * 60 * 60);
  g_autofree char *short_name = g_date_time_format (date, "%b");
  g_autofree char *name = g_date_time_format (date, _ ("%B"));
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (UkActiveDay));
  g_autofree char *done = NULL;
  g_autofree char *text = NULL;
  guint runs[UK_YEAR_ROW_DAYS] = { 0 };
  GtkWidget *label = gtk_label_new (short_name);
  GtkWidget *row;

  for (; *at < days->len && g_array_index (days, UkActiveDay, *at).day < next; (*at)++) {
    const UkActiveDay *day = &g_array_index (days, UkActiveDay, *at);

    runs[day->day - first] = day->n_runs;
    g_array_append_val (active, *day);
  }
  done = describe_days (active);
  text = g_strdup_printf ("%s: %s", name, done);
  row = uk_year_row_new (runs, (guint)(next - first), get_today (self) - first);
  gtk_widget_set_tooltip_text (row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "small");
  gtk_grid_attach (self->year, label, 0, month, 1, 1);
  gtk_grid_attach (self->year, row, 1, month, 1, 1);
}

static void
fill_year (UkCalendarCard *self)
{
  const int year = g_date_time_get_year (self->now) - self->years_back;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days
      = load_days (self, uk_day_new (year, 1, 1), uk_day_new (year + 1, 1, 1), &error);
  g_autofree char *name = g_strdup_printf ("%d", year);
  g_autofree char *done = NULL;
  g_autofree char *weeks_text = NULL;
  UkActiveWeeks weeks;
  guint at = 0;
  int month;

  if (days == NULL) {
    gtk_label_set_label (self->summary, error->message);
    return;
  }
  weeks = uk_insight_count_weeks (days, get_today (self));
  weeks_text = uk_weeks_to_sentence (&weeks);
  done = describe_days (days);
  gtk_label_set_label (self->heading, name);
  gtk_label_set_label (self->summary, done);
  gtk_label_set_label (self->weeks, weeks_text != NULL ? weeks_text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->weeks), weeks_text != NULL);
  gtk_widget_set_sensitive (self->later, self->years_back > 0);
  clear (self->year);
  for (month = 0; month < MONTHS; month++)
    put_month (self, year, month, days, &at);
}

static void
fill_month (UkCalendarCard *self)
{
  g_autoptr (GDateTime) month = g_date_time_add_months (self->now, -self->back);
  g_autoptr (GDateTime) following = g_date_time_add_months (month, 1);
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  const UkDay first = uk_day_new (g_date_time_get_year (month), g_date_time_get_month (month), 1);
  const UkDay next
      = uk_day_new (g_date_time_get_year (following), g_date_time_get_month (following), 1);
  const UkDay today = get_today (self);
  /* Translators: a month, as g_date_time_format() writes it: "November", "November 2024" */
  g_autofree char *name = g_date_time_format (
      month,
      g_date_time_get_year (month) == g_date_time_get_year (self->now) ? _ ("%B") : _ ("%B %Y"));
  g_autofree char *summary = NULL;
  UkDay day;
  guint at = 0;

  days = load_days (self, first, next, &error);
  if (days == NULL) {
    gtk_label_set_label (self->summary, error->message);
    return;
  }
  gtk_label_set_label (self->heading, name);
  gtk_widget_set_sensitive (self->later, self->back > 0);
  summary = describe_days (days);
  gtk_label_set_label (self->summary, summary);
  clear (self->grid);
  put_weekdays (self);
  for (day = first; day < next; day++) {
    guint n_runs = 0;

    if (at < days->len && g_array_index (days, UkActiveDay, at).day == day)
      n_runs = g_array_index (days, UkActiveDay, at++).n_runs;
    put_day (self, day, first, today, n_runs);
  }
}

static void
fill (UkCalendarCard *self)
{
  const gboolean whole_year = gtk_toggle_button_get_active (self->whole_year);

  gtk_widget_set_visible (GTK_WIDGET (self->grid), !whole_year);
  gtk_widget_set_visible (GTK_WIDGET (self->year), whole_year);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks), FALSE);
  if (whole_year)
    fill_year (self);
  else
    fill_month (self);
}

static void
go_back (UkCalendarCard *self, int by)
{
  int *back
      = gtk_toggle_button_get_active (self->whole_year) ? &self->years_back : &self->back;

  *back = MAX (0, *back + by);
  fill (self);
}

static void
earlier_clicked_cb (UkCalendarCard *self)
{
  go_back (self, 1);
}

static void
later_clicked_cb (UkCalendarCard *self)
{
  go_back (self, -1);
}

static void
whole_year_cb (UkCalendarCard *self)
{
  if (self->now != NULL)
    fill (self);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_CALENDAR_CARD);
  G_OBJECT_CLASS (uk_calendar_card_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkCalendarCard *self = UK_CALENDAR_CARD (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->now, g_date_time_unref);
  G_OBJECT_CLASS (uk_calendar_card_parent_class)->finalize (object);
}

static void
uk_calendar_card_class_init (UkCalendarCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-calendar-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, summary);
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, later);
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, grid);
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, whole_year);
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, year);
  gtk_widget_class_bind_template_child (widget_class, UkCalendarCard, weeks);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_year_cb);
}

static void
uk_calendar_card_init (UkCalendarCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @now: the present, in the person's zone */
void
uk_calendar_card_show (UkCalendarCard *self, UkStore *store, GDateTime *now)
{
  g_return_if_fail (UK_IS_CALENDAR_CARD (self) && UK_IS_STORE (store) && now != NULL);

  g_set_object (&self->store, store);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = g_date_time_ref (now);
  fill (self);
}
