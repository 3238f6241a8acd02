/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-calendar-import.h"

#include "core/reminders/uk-calendar-rule.h"

#include <glib/gi18n-lib.h>

/* What the service takes */
#define MOST_TITLE 120
#define MOST_EVENTS 1000

/* One event as it is read. */
typedef struct {
  guint line;
  char *summary;    /* (owned) (nullable) all: as in the file */
  char *start;      /* (owned) (nullable) */
  char *parameters; /* (owned) (nullable) of @start */
  char *rule;       /* (owned) (nullable) */
  char *own_rule;   /* (owned) (nullable) what only this program writes */
  char *kind;       /* (owned) (nullable) */
  char *routine;    /* (owned) (nullable) */
  char *region;     /* (owned) (nullable) */
  char *side;       /* (owned) (nullable) */
  gboolean exceptions;
} Event;

typedef struct {
  GPtrArray *findings; /* of #UkCalendarFinding */
  GPtrArray *known;    /* (nullable) */
  UkCatalogue *catalogue;
  GTimeZone *zone;
  UkDay today;
  guint n_events;

  guint depth;  /* of components within the event */
  Event *event; /* (owned) (nullable) between its BEGIN and END */
} Import;

/**
 * uk_calendar_finding_free:
 * @finding: (nullable):
 */
void
uk_calendar_finding_free (UkCalendarFinding *finding)
{
  if (finding == NULL)
    return;
  uk_reminder_free (finding->reminder);
  g_free (finding->message);
  g_free (finding);
}

static void
event_free (Event *event)
{
  g_free (event->summary);
  g_free (event->start);
  g_free (event->parameters);
  g_free (event->rule);
  g_free (event->own_rule);
  g_free (event->kind);
  g_free (event->routine);
  g_free (event->region);
  g_free (event->side);
  g_free (event);
}

/* @reminder: (transfer full) (nullable):, @message: (transfer full): */
static void
report (Import *self, guint line, UkReminder *reminder, char *message)
{
  UkCalendarFinding *finding = g_new (UkCalendarFinding, 1);

  finding->line = line;
  finding->reminder = reminder;
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
}

/* Takes the backslashes away, and what would break a line of a list. */
static char *
read_text (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p;
  glong n = 0;

  for (p = value; *p != '\0' && n < MOST_TITLE; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);

    if (letter == '\\' && p[1] != '\0') {
      p++;
      letter = *p == 'n' || *p == 'N' ? ' ' : g_utf8_get_char (p);
    }
    g_string_append_unichar (text, g_unichar_iscntrl (letter) ? ' ' : letter);
    n++;
  }
  g_strstrip (text->str);
  return g_strdup (text->str);
}

static const UkRoutine *
find_routine (Import *self, const Event *event, const char *title)
{
  g_autofree char *wanted = g_utf8_casefold (title, -1);
  GPtrArray *routines;
  guint i;

  if (event->routine != NULL)
    return uk_catalogue_get_routine (self->catalogue, event->routine);
  routines = uk_catalogue_get_routines (self->catalogue);
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    g_autofree char *name = g_utf8_casefold (routine->title, -1);

    if (g_str_equal (name, wanted))
      return routine;
  }
  return NULL;
}

static void
set_place (Import *self, const Event *event, UkReminder *reminder)
{
  UkSide side = UK_SIDE_NONE;

  if (event->region == NULL || uk_catalogue_get_region (self->catalogue, event->region) == NULL)
    return;
  reminder->region = g_strdup (event->region);
  if (event->side != NULL && uk_side_from_id (event->side, &side))
    reminder->side = side;
}

/* An event of another program that names no routine comes like a break, with its own words. */
static UkReminder *
make_reminder (Import *self, const Event *event, const char *title, UkRecurrence *recurrence)
{
  const UkRoutine *routine = find_routine (self, event, title);
  UkReminderKind kind = routine == NULL ? UK_REMINDER_BREAK : UK_REMINDER_ROUTINE;
  UkReminder *reminder;

  if (event->kind != NULL && uk_reminder_kind_from_id (event->kind, &kind)
      && (kind == UK_REMINDER_PLAN_DAY || kind == UK_REMINDER_RECHECK
          || (kind == UK_REMINDER_ROUTINE && routine == NULL)))
    kind = routine == NULL ? UK_REMINDER_BREAK : UK_REMINDER_ROUTINE;
  if (routine == NULL || kind == UK_REMINDER_LOG)
    return uk_reminder_new_for_kind (kind, title, recurrence);
  reminder = uk_reminder_new (routine->id, routine->title, recurrence);
  reminder->kind = kind;
  set_place (self, event, reminder);
  return reminder;
}

static gboolean
is_same (const UkReminder *a, const UkReminder *b)
{
  return a->kind == b->kind && g_str_equal (a->routine, b->routine)
         && g_str_equal (a->title, b->title) && g_strcmp0 (a->region, b->region) == 0
         && a->side == b->side && uk_recurrence_equal (a->recurrence, b->recurrence);
}

static gboolean
is_known (Import *self, const UkReminder *reminder)
{
  guint i;

  for (i = 0; self->known != NULL && i < self->known->len; i++) {
    if (is_same (g_ptr_array_index (self->known, i), reminder))
      return TRUE;
  }
  return FALSE;
}

/* Of the events that one reminder was written as, the others say nothing new. */
static gboolean
is_found (Import *self, const UkReminder *reminder)
{
  guint i;

  for (i = 0; i < self->findings->len; i++) {
    const UkCalendarFinding *finding = g_ptr_array_index (self->findings, i);

    if (finding->reminder != NULL && is_same (finding->reminder, reminder))
      return TRUE;
  }
  return FALSE;
}

static UkRecurrence *
make_recurrence (Import *self, const Event *event, GError **error)
{
  UkCalendarStart start;

  if (event->own_rule != NULL) {
    UkRecurrence *recurrence = uk_recurrence_parse (event->own_rule, NULL);

    if (recurrence != NULL && uk_recurrence_find_day (recurrence, self->today) != UK_DAY_NONE)
      return recurrence;
    g_clear_pointer (&recurrence, uk_recurrence_unref);
  }
  if (event->start == NULL) {
    g_set_error_literal (error, UK_RECURRENCE_ERROR, UK_RECURRENCE_ERROR_DATES,
                         _ ("It has no beginning"));
    return NULL;
  }
  if (!uk_calendar_parse_start (event->parameters, event->start, self->zone, &start, error))
    return NULL;
  return uk_calendar_parse_rule (event->rule, &start, self->zone, self->today, error);
}

static void
take_event (Import *self, const Event *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkRecurrence) recurrence = NULL;
  g_autoptr (UkReminder) reminder = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *title = read_text (event->summary == NULL ? "" : event->summary);

  if (*title == '\0') {
    report (self, event->line, NULL, g_strdup (_ ("It has no title")));
    return;
  }
  recurrence = make_recurrence (self, event, &error);
  if (recurrence == NULL) {
    /* Translators: a title and why it cannot be imported */
    report (self, event->line, NULL, g_strdup_printf (_ ("“%s”: %s"), title, error->message));
    return;
  }
  reminder = make_reminder (self, event, title, recurrence);
  if (is_found (self, reminder))
    return;
  sentence = uk_recurrence_to_sentence (recurrence);
  if (is_known (self, reminder))
    report (self, event->line, NULL,
            g_strdup_printf (_ ("“%s”: %s"), title, _ ("There is such a reminder already")));
  else
    report (self, event->line, g_steal_pointer (&reminder),
            event->exceptions
                ? g_strdup_printf (_ ("“%s”: %s; its exceptions are left out"), title, sentence)
                : g_strdup_printf (_ ("“%s”: %s"), title, sentence));
}

static void
keep (char **slot, const char *value)
{
  if (*slot == NULL)
    *slot = g_strdup (value);
}

static void
read_property (Event *event, const char *name, const char *parameters, const char *value)
{
  if (g_str_equal (name, "SUMMARY")) {
    keep (&event->summary, value);
  } else if (g_str_equal (name, "DTSTART")) {
    keep (&event->start, value);
    keep (&event->parameters, parameters);
  } else if (g_str_equal (name, "RRULE")) {
    keep (&event->rule, value);
  } else if (g_str_equal (name, "EXDATE") || g_str_equal (name, "RDATE")
             || g_str_equal (name, "RECURRENCE-ID")) {
    event->exceptions = TRUE;
  } else if (g_str_equal (name, "X-UNKNOT-RULE")) {
    keep (&event->own_rule, value);
  } else if (g_str_equal (name, "X-UNKNOT-KIND")) {
    keep (&event->kind, value);
  } else if (g_str_equal (name, "X-UNKNOT-ROUTINE")) {
    keep (&event->routine, value);
  } else if (g_str_equal (name, "X-UNKNOT-REGION")) {
    keep (&event->region, value);
  } else if (g_str_equal (name, "X-UNKNOT-SIDE")) {
    keep (&event->side, value);
  }
}

static void
read_component (Import *self, gboolean begins, const char *name, guint line)
{
  if (self->event == NULL) {
    if (begins && g_ascii_strcasecmp (name, "VEVENT") == 0) {
      self->event = g_new0 (Event, 1);
      self->event->line = line;
      self->depth = 0;
    }
  } else if (begins) {
    self->depth++;
  } else if (self->depth > 0) {
    self->depth--;
  } else {
    self->n_events++;
    if (self->n_events <= MOST_EVENTS)
      take_event (self, self->event);
    else if (self->n_events == MOST_EVENTS + 1)
      report (self, self->event->line, NULL,
              g_strdup (_ ("There are too many events; the rest is left out")));
    g_clear_pointer (&self->event, event_free);
  }
}

/* The colon that ends name and parameters; one within quotation marks does not. */
static const char *
find_colon (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || *text != ':'); text++)
    quoted ^= *text == '"';
  return *text == ':' ? text : NULL;
}

static void
read_line (Import *self, const char *text, guint line)
{
  const char *colon = find_colon (text);
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  const char *semicolon;

  if (*text == '\0')
    return;
  if (colon == NULL) {
    report (self, line, NULL, g_strdup (_ ("The line has no colon and is left out")));
    return;
  }
  head = g_strndup (text, (gsize)(colon - text));
  semicolon = strchr (head, ';');
  name = g_ascii_strup (head, semicolon == NULL ? -1 : semicolon - head);
  if (g_str_equal (name, "BEGIN") || g_str_equal (name, "END"))
    read_component (self, name[0] == 'B', colon + 1, line);
  else if (self->event != NULL && self->depth == 0)
    read_property (self->event, name, semicolon == NULL ? "" : semicolon, colon + 1);
}

/* Joins lines that were folded, and reads each. */
static void
read_lines (Import *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) whole = g_string_new (NULL);
  guint i, line = 1;

  for (i = 0; lines[i] != NULL; i++) {
    gsize length = strlen (lines[i]);

    if (length > 0 && lines[i][length - 1] == '\r')
      lines[i][length - 1] = '\0';
    if (lines[i][0] == ' ' || lines[i][0] == '\t') {
      g_string_append (whole, lines[i] + 1);
      continue;
    }
    read_line (self, whole->str, line);
    g_string_assign (whole, lines[i]);
    line = i + 1;
  }
  read_line (self, whole->str, line);
  if (self->event != NULL)
    report (self, self->event->line, NULL, g_strdup (_ ("The file ends within this event")));
}

/**
 * uk_calendar_import:
 * @text: an iCalendar file, from anywhere
 * @length: its bytes
 * @known: (nullable) (element-type UkReminder): reminders that there are already
 * @catalogue: where routines are looked for by their title
 * @zone: the person's
 * @today: local day
 * @error: why the file as a whole cannot be read
 *
 * Looks at each event; nothing is saved.  What cannot be taken over is told and left out.
 *
 * Returns: (transfer full) (element-type UkCalendarFinding) (nullable): what becomes of each event,
 * in the order of the file
 */
GPtrArray *
uk_calendar_import (const char *text,
                    gsize length,
                    GPtrArray *known,
                    UkCatalogue *catalogue,
                    GTimeZone *zone,
                    UkDay today,
                    GError **error)
{
  Import import = { .known = known, .catalogue = catalogue, .zone = zone, .today = today };
  g_autofree char *whole = NULL;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue) && zone != NULL, NULL);

  if (length > UK_CALENDAR_MAX_BYTES) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is larger than %d kB"),
                 UK_CALENDAR_MAX_BYTES / 1024);
    return NULL;
  }
  whole = g_strndup (text, length);
  if (!g_utf8_validate (text, (gssize)length, NULL)
      || g_ascii_strncasecmp (g_str_has_prefix (whole, "\xef\xbb\xbf") ? whole + 3 : whole,
                              "BEGIN:VCALENDAR", strlen ("BEGIN:VCALENDAR"))
             != 0) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is no calendar"));
    return NULL;
  }
  import.findings = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_calendar_finding_free);
  read_lines (&import, whole);
  g_clear_pointer (&import.event, event_free);
  return import.findings;
}

/**
 * uk_calendar_count_new:
 * @findings: (element-type UkCalendarFinding): of uk_calendar_import()
 *
 * Returns: how many of them become a reminder
 */
guint
uk_calendar_count_new (GPtrArray *findings)
{
  guint i, n = 0;

  g_return_val_if_fail (findings != NULL, 0);

  for (i = 0; i < findings->len; i++)
    n += ((UkCalendarFinding *)g_ptr_array_index (findings, i))->reminder != NULL ? 1 : 0;
  return n;
}
