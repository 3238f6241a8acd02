/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-recurrence.h"

#include <glib/gi18n-lib.h>

#define FROM "from="
#define UNTIL "until="
#define COUNT "count="
#define SKIP_SHORT "short=skip"
#define MOST_PARTS 8

static const char *const kind_ids[] = { "weekly", "days", "monthly", "interval" };
static const char *const weekday_ids[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };

/* What is read, with the arrays that it points to. */
typedef struct {
  UkRecurrenceSpec spec;
  GArray *minutes; /* (owned) guint */
  GArray *windows; /* (owned) UkHours */
} Draft;

static gboolean
parse_weekday (const char *text, guint *weekday)
{
  for (*weekday = 0; *weekday < G_N_ELEMENTS (weekday_ids); (*weekday)++) {
    if (g_str_equal (weekday_ids[*weekday], text))
      return TRUE;
  }
  return FALSE;
}

static gboolean
parse_weekdays (const char *text, guint *weekdays)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);
  guint i, weekday;

  *weekdays = 0;
  for (i = 0; names[i] != NULL; i++) {
    if (!parse_weekday (names[i], &weekday) || (*weekdays & UK_WEEKDAY (weekday)) != 0)
      return FALSE;
    *weekdays |= UK_WEEKDAY (weekday);
  }
  return *weekdays != 0;
}

static gboolean
parse_month_days (const char *text, guint *month_days)
{
  g_auto (GStrv) numbers = g_strsplit (text, ",", -1);
  guint64 number;
  guint i;

  *month_days = 0;
  for (i = 0; numbers[i] != NULL; i++) {
    if (!g_ascii_string_to_unsigned (numbers[i], 10, 1, 31, &number, NULL)
        || (*month_days & UK_MONTH_DAY (number)) != 0)
      return FALSE;
    *month_days |= UK_MONTH_DAY (number);
  }
  return *month_days != 0;
}

static gboolean
parse_number (const char *text, guint most, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, most, &value, NULL))
    return FALSE;
  *number = (guint)value;
  return TRUE;
}

static gboolean
parse_minutes (const char *text, GArray *minutes)
{
  g_auto (GStrv) times = g_strsplit (text, ",", -1);
  guint i, minute;

  for (i = 0; times[i] != NULL; i++) {
    if (strlen (times[i]) != 5 || times[i][2] != ':' || !uk_wall_time_parse (times[i], &minute))
      return FALSE;
    g_array_append_val (minutes, minute);
  }
  return minutes->len > 0;
}

/* `09:00-12:00` */
static gboolean
parse_window (const char *text, UkHours *window)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);

  if (g_strv_length (ends) != 2 || !uk_wall_time_parse (ends[0], &window->from))
    return FALSE;
  window->until = UK_MINUTES_PER_DAY;
  return g_str_equal (ends[1], "24:00") || uk_wall_time_parse (ends[1], &window->until);
}

/* `mo,tu=09:00-12:00,13:00-17:00/sa=10:00-12:00` */
static gboolean
parse_windows (const char *text, GArray *windows)
{
  g_auto (GStrv) groups = g_strsplit (text, "/", -1);
  guint i, j;

  for (i = 0; groups[i] != NULL; i++) {
    g_auto (GStrv) halves = g_strsplit (groups[i], "=", 3);
    g_auto (GStrv) spans = NULL;
    UkHours window;

    if (g_strv_length (halves) != 2 || !parse_weekdays (halves[0], &window.weekdays))
      return FALSE;
    spans = g_strsplit (halves[1], ",", -1);
    for (j = 0; spans[j] != NULL; j++) {
      if (!parse_window (spans[j], &window))
        return FALSE;
      g_array_append_val (windows, window);
    }
  }
  return windows->len > 0;
}

static gboolean
parse_kind (const char *text, UkRecurrenceKind *kind)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kind_ids); i++) {
    if (g_strcmp0 (kind_ids[i], text) == 0) {
      *kind = (UkRecurrenceKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

/* The part after the kind. */
static gboolean
parse_days (const char *text, UkRecurrenceSpec *spec, GError **error)
{
  gboolean ok;

  switch (spec->kind) {
  case UK_RECURRENCE_DAYS:
    ok = parse_number (text, UK_RECURRENCE_MAX_DAYS, &spec->every);
    break;
  case UK_RECURRENCE_MONTHLY:
    ok = parse_month_days (text, &spec->month_days);
    break;
  case UK_RECURRENCE_INTERVAL:
    ok = parse_number (text, UK_INTERVAL_MAX, &spec->every);
    break;
  case UK_RECURRENCE_WEEKLY:
  default:
    ok = parse_weekdays (text, &spec->weekdays);
    break;
  }
  if (!ok)
    g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DAYS,
                 spec->kind == UK_RECURRENCE_WEEKLY
                     ? _ ("“%s” is no list of weekdays such as “mo,tu”")
                     : _ ("“%s” is no number, or list of numbers, that fits here"),
                 text);
  return ok;
}

/* The part after that. */
static gboolean
parse_times (const char *text, Draft *draft, GError **error)
{
  if (draft->spec.kind == UK_RECURRENCE_INTERVAL ? parse_windows (text, draft->windows)
                                                 : parse_minutes (text, draft->minutes))
    return TRUE;
  g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_TIMES,
               draft->spec.kind == UK_RECURRENCE_INTERVAL
                   ? _ ("“%s” does not look like “mo,tu=09:00-12:00,13:00-17:00”")
                   : _ ("“%s” is no list of times such as “10:00,15:00”"),
               text);
  return FALSE;
}

static gboolean
parse_date (const char *text, const char *prefix, UkDay *day)
{
  if (*day != UK_DAY_NONE || !g_str_has_prefix (text, prefix))
    return FALSE;
  *day = uk_day_parse (text + strlen (prefix));
  return *day != UK_DAY_NONE;
}

static gboolean
parse_option (const char *text, UkRecurrenceSpec *spec, GError **error)
{
  if (parse_date (text, FROM, &spec->from) || parse_date (text, UNTIL, &spec->until))
    return TRUE;
  if (spec->count == 0 && g_str_has_prefix (text, COUNT)
      && parse_number (text + strlen (COUNT), UK_RECURRENCE_MAX_COUNT, &spec->count))
    return TRUE;
  if (spec->kind == UK_RECURRENCE_MONTHLY && g_str_equal (text, SKIP_SHORT)) {
    spec->skip_short = TRUE;
    return TRUE;
  }
  g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DATES,
               _ ("“%s” is no day such as “from=2026-03-01”"), text);
  return FALSE;
}

static UkRecurrence *
build (char **parts, Draft *draft, GError **error)
{
  guint i;

  if (!parse_days (parts[1], &draft->spec, error) || !parse_times (parts[2], draft, error))
    return NULL;
  for (i = 3; parts[i] != NULL; i++) {
    if (!parse_option (parts[i], &draft->spec, error))
      return NULL;
  }
  draft->spec.minutes = (const guint *)(gconstpointer)draft->minutes->data;
  draft->spec.n_minutes = draft->minutes->len;
  draft->spec.windows = (const UkHours *)(gconstpointer)draft->windows->data;
  draft->spec.n_windows = draft->windows->len;
  return uk_recurrence_new_full (&draft->spec, error);
}

/**
 * uk_recurrence_parse:
 * @text: `weekly;mo,tu;10:00,15:00`, `days;3;10:00;from=2026-03-01`, `monthly;1,31;10:00` or
 * `interval;45;mo,tu=09:00-12:00,13:00-17:00/sa=10:00-12:00`, and `;from=2026-03-01`,
 * `;until=2026-03-14`, `;count=10`, `;short=skip` if it has such
 * @error: #UkRecurrenceError
 *
 * Returns: (transfer full) (nullable): what uk_recurrence_to_string() wrote
 */
UkRecurrence *
uk_recurrence_parse (const char *text, GError **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (UkHours));
  g_auto (GStrv) parts = NULL;
  Draft draft = { { .from = UK_DAY_NONE, .until = UK_DAY_NONE }, minutes, windows };

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ";", MOST_PARTS);
  if (g_strv_length (parts) < 3 || !parse_kind (parts[0], &draft.spec.kind)) {
    g_set_error (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_KIND,
                 _ ("“%s” does not look like “weekly;mo,tu;10:00,15:00”"), text);
    return NULL;
  }
  return build (parts, &draft, error);
}

static void
append_weekdays (GString *text, guint weekdays)
{
  const char *separator = "";
  guint i;

  for (i = 0; i < G_N_ELEMENTS (weekday_ids); i++) {
    if ((weekdays & UK_WEEKDAY (i)) != 0) {
      g_string_append_printf (text, "%s%s", separator, weekday_ids[i]);
      separator = ",";
    }
  }
}

static void
append_month_days (GString *text, guint month_days)
{
  const char *separator = "";
  guint i;

  for (i = 1; i <= 31; i++) {
    if ((month_days & UK_MONTH_DAY (i)) != 0) {
      g_string_append_printf (text, "%s%u", separator, i);
      separator = ",";
    }
  }
}

static void
append_windows (GString *text, const UkRecurrenceSpec *spec)
{
  guint i;

  for (i = 0; i < spec->n_windows; i++) {
    const UkHours *window = &spec->windows[i];

    if (i > 0)
      g_string_append_c (text, '/');
    append_weekdays (text, window->weekdays);
    g_string_append_printf (text, "=%02u:%02u-%02u:%02u", window->from / 60, window->from % 60,
                            window->until / 60, window->until % 60);
  }
}

static void
append_date (GString *text, const char *prefix, UkDay day)
{
  if (day != UK_DAY_NONE) {
    g_autofree char *date = uk_day_to_string (day);

    g_string_append_printf (text, ";%s%s", prefix, date);
  }
}

/**
 * uk_recurrence_to_string:
 *
 * Returns: (transfer full): the text that uk_recurrence_parse() reads; not for display
 */
char *
uk_recurrence_to_string (const UkRecurrence *self)
{
  const UkRecurrenceSpec *spec;
  GString *text;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  spec = uk_recurrence_peek (self);
  text = g_string_new (kind_ids[spec->kind]);
  g_string_append_c (text, ';');
  if (spec->kind == UK_RECURRENCE_WEEKLY)
    append_weekdays (text, spec->weekdays);
  else if (spec->kind == UK_RECURRENCE_MONTHLY)
    append_month_days (text, spec->month_days);
  else
    g_string_append_printf (text, "%u", spec->every);
  g_string_append_c (text, ';');
  append_windows (text, spec);
  for (i = 0; i < spec->n_minutes; i++)
    g_string_append_printf (text, "%s%02u:%02u", i == 0 ? "" : ",", spec->minutes[i] / 60,
                            spec->minutes[i] % 60);
  append_date (text, FROM, spec->from);
  append_date (text, UNTIL, spec->until);
  if (spec->count > 0)
    g_string_append_printf (text, ";%s%u", COUNT, spec->count);
  if (spec->skip_short)
    g_string_append (text, ";" SKIP_SHORT);
  return g_string_free (text, FALSE);
}
