/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-week-view.h"

#include "core/reminders/uk-recurrence.h"
#include "dbus/uk-reminder-client.h"

#include <glib/gi18n.h>

/* From so many times of one reminder on a day on, only the first and the last are said. */
#define RHYTHM_TIMES 4
/* "10:00": titles stand below each other */
#define TIME_CHARS 5

struct _UkWeekView {
  GtkWidget parent_instance;

  GtkBox *days; /* of its own */
};

G_DEFINE_FINAL_TYPE (UkWeekView, uk_week_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

/* "Tue" above "18" */
static GtkWidget *
make_tile (UkDay day, GDateTime *date, gboolean today)
{
  static const char *const small[] = { "small", NULL };
  static const char *const big[] = { "heading", "tnum", NULL };
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_date_time_format (date, "%a");
  g_autofree char *number = g_strdup_printf ("%d", g_date_time_get_day_of_month (date));
  GtkWidget *top = make_label (name, small);
  GtkWidget *bottom = make_label (number, big);

  gtk_widget_set_halign (top, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (bottom, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (tile), top);
  gtk_box_append (GTK_BOX (tile), bottom);
  gtk_widget_add_css_class (tile, "date");
  if (today)
    gtk_widget_add_css_class (tile, "today");
  gtk_widget_set_halign (tile, GTK_ALIGN_START);
  gtk_widget_set_valign (tile, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (tile, today ? _ ("Today")
                                           : uk_weekday_get_name (uk_day_get_weekday (day)));
  return tile;
}

static GtkWidget *
make_line (const char *time, const char *title)
{
  static const char *const when[] = { "tnum", "when", NULL };
  static const char *const what[] = { "dim", NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (title, what);
  GtkWidget *start = make_label (time, when);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (start), TIME_CHARS);
  gtk_box_append (GTK_BOX (line), start);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static char *
describe_time (const UkComing *item, GTimeZone *zone)
{
  guint minute;

  uk_day_at (zone, item->due, &minute);
  return uk_minute_to_text (minute);
}

/* Adds a line for each of @items, which are one day's; a rhythm is one line, in place of its first
 * time. */
static void
add_lines (GtkBox *lines, const UkComing *const *items, guint n_items, GTimeZone *zone)
{
  guint i, j;

  for (i = 0; i < n_items; i++) {
    g_autofree char *time = describe_time (items[i], zone);
    guint n = 0, first = i, last = i;

    for (j = 0; j < n_items; j++) {
      if (items[j]->reminder != items[i]->reminder)
        continue;
      first = n == 0 ? j : first;
      last = j;
      n++;
    }
    if (n < RHYTHM_TIMES) {
      gtk_box_append (lines, make_line (time, items[i]->title));
    } else if (first == i) {
      g_autofree char *end = describe_time (items[last], zone);
      g_autofree char *range = g_strdup_printf ("%s–%s", time, end);

      gtk_box_append (lines, make_line (range, items[i]->title));
    }
  }
}

static void
add_day (UkWeekView *self, const UkComing *const *items, guint n_items, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (items[0]->due);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  UkDay today = uk_day_at (zone, g_get_real_time () / G_USEC_PER_SEC, NULL);
  UkDay day = uk_day_at (zone, items[0]->due, NULL);

  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  add_lines (GTK_BOX (lines), items, n_items, zone);
  gtk_box_append (GTK_BOX (row), make_tile (day, local, day == today));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (self->days, row);
}

static void
dispose (GObject *object)
{
  UkWeekView *self = UK_WEEK_VIEW (object);

  if (self->days != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->days)));
  G_OBJECT_CLASS (uk_week_view_parent_class)->dispose (object);
}

static void
uk_week_view_class_init (UkWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
uk_week_view_init (UkWeekView *self)
{
  self->days = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_parent (GTK_WIDGET (self->days), GTK_WIDGET (self));
}

/* @coming: (element-type UkComing): in order of time */
void
uk_week_view_set_coming (UkWeekView *self, GPtrArray *coming)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const UkComing *const *items;
  GtkWidget *child;
  guint start, end;

  g_return_if_fail (UK_IS_WEEK_VIEW (self));
  g_return_if_fail (coming != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_box_remove (self->days, child);
  items = (const UkComing *const *)coming->pdata;
  for (start = 0; start < coming->len; start = end) {
    UkDay day = uk_day_at (zone, items[start]->due, NULL);

    for (end = start + 1; end < coming->len && uk_day_at (zone, items[end]->due, NULL) == day;
         end++)
      ;
    add_day (self, items + start, end - start, zone);
  }
}
