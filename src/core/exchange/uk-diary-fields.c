/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-diary-fields.h"

#include "core/exchange/uk-iso-time.h"

#include <math.h>
#include <string.h>

/* Longer texts are no file of ours. */
#define LONGEST_TEXT 10000
#define MOST_SECONDS (7 * 24 * 60 * 60)

#define KNOT(member) G_STRUCT_OFFSET (UkKnot, member)
#define RUN(member) G_STRUCT_OFFSET (UkRunRecord, member)
#define RATING(member) G_STRUCT_OFFSET (UkRating, member)

static const UkField knot_fields[] = {
  { "id", "id", UK_FIELD_TEXT, KNOT (id), TRUE, 0, 0 },
  { "opened", "time", UK_FIELD_TIME, KNOT (opened), TRUE, 0, 0 },
  { "closed", "end", UK_FIELD_TIME, KNOT (closed), FALSE, 0, 0 },
  { "region", "region", UK_FIELD_TEXT, KNOT (region), TRUE, 0, 0 },
  { "side", "side", UK_FIELD_SIDE, KNOT (side), FALSE, 0, 0 },
  { "view", "view", UK_FIELD_VIEW, KNOT (view), FALSE, 0, 0 },
  { "x", "x", UK_FIELD_DOUBLE, KNOT (x), FALSE, 0, 0 },
  { "y", "y", UK_FIELD_DOUBLE, KNOT (y), FALSE, 0, 0 },
  { "note", "note", UK_FIELD_TEXT, KNOT (note), FALSE, 0, 0 },
};

static const UkField run_fields[] = {
  { "id", "id", UK_FIELD_TEXT, RUN (id), TRUE, 0, 0 },
  { "started", "time", UK_FIELD_TIME, RUN (started), TRUE, 0, 0 },
  { "ended", "end", UK_FIELD_TIME, RUN (ended), FALSE, 0, 0 },
  { "region", "region", UK_FIELD_TEXT, RUN (region), FALSE, 0, 0 },
  { "side", "side", UK_FIELD_SIDE, RUN (side), FALSE, 0, 0 },
  { "routine", "routine", UK_FIELD_TEXT, RUN (routine), TRUE, 0, 0 },
  { "seconds", "seconds", UK_FIELD_INT, RUN (seconds_done), FALSE, 0, MOST_SECONDS },
  { "steps", "steps", UK_FIELD_INT, RUN (legs_done), FALSE, 0, 10000 },
  { "completed", "completed", UK_FIELD_TRUTH, RUN (completed), FALSE, 0, 0 },
  { "helped", "helped", UK_FIELD_TEXT, RUN (helped), FALSE, 0, 0 },
};

static const UkField rating_fields[] = {
  { "time", "time", UK_FIELD_TIME, RATING (at), TRUE, 0, 0 },
  { "knot", "knot", UK_FIELD_TEXT, RATING (knot), FALSE, 0, 0 },
  { "run", "run", UK_FIELD_TEXT, RATING (run), FALSE, 0, 0 },
  { "moment", "moment", UK_FIELD_MOMENT, RATING (moment), FALSE, 0, 0 },
  { "rating", "rating", UK_FIELD_INT, RATING (value), TRUE, 0, 10 },
};

static const struct {
  const char *name; /* in a CSV file */
  const UkField *fields;
  guint n_fields;
} kinds[UK_N_RECORD_KINDS] = {
  [UK_RECORD_KNOT] = { "knot", knot_fields, G_N_ELEMENTS (knot_fields) },
  [UK_RECORD_RUN] = { "run", run_fields, G_N_ELEMENTS (run_fields) },
  [UK_RECORD_RATING] = { "rating", rating_fields, G_N_ELEMENTS (rating_fields) },
};

static const char *const moments[] = {
  [UK_MOMENT_BEFORE] = "before",
  [UK_MOMENT_AFTER] = "after",
  [UK_MOMENT_LOG] = "log",
};

const char *
uk_record_get_name (UkRecordKind kind)
{
  return kinds[kind].name;
}

gboolean
uk_record_kind_from_name (const char *name, UkRecordKind *kind)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_str_equal (kinds[i].name, name)) {
      *kind = (UkRecordKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

const UkField *
uk_record_get_fields (UkRecordKind kind, guint *n_fields)
{
  *n_fields = kinds[kind].n_fields;
  return kinds[kind].fields;
}

GPtrArray *
uk_diary_get_list (const UkDiary *diary, UkRecordKind kind)
{
  switch (kind) {
  case UK_RECORD_KNOT:
    return diary->knots;
  case UK_RECORD_RUN:
    return diary->runs;
  case UK_RECORD_RATING:
  default:
    return diary->ratings;
  }
}

/* Returns: (transfer full): an empty record, in which nothing that is needed was said */
gpointer
uk_record_new (UkRecordKind kind)
{
  switch (kind) {
  case UK_RECORD_KNOT: {
    UkKnot *knot = g_new0 (UkKnot, 1);

    knot->x = knot->y = (double)NAN;
    return knot;
  }
  case UK_RECORD_RUN:
    return g_new0 (UkRunRecord, 1);
  case UK_RECORD_RATING:
  default: {
    UkRating *rating = g_new0 (UkRating, 1);

    rating->value = -1;
    rating->moment = UK_MOMENT_LOG;
    return rating;
  }
  }
}

void
uk_record_free (UkRecordKind kind, gpointer record)
{
  switch (kind) {
  case UK_RECORD_KNOT:
    uk_knot_free (record);
    break;
  case UK_RECORD_RUN:
    uk_run_record_free (record);
    break;
  case UK_RECORD_RATING:
  default:
    uk_rating_free (record);
  }
}

static gboolean
lacks (const UkField *field, gconstpointer record)
{
  switch (field->type) {
  case UK_FIELD_TEXT:
    return UK_FIELD_MEMBER (record, char *, field) == NULL;
  case UK_FIELD_TIME:
    return UK_FIELD_MEMBER (record, gint64, field) == 0;
  case UK_FIELD_INT:
    return UK_FIELD_MEMBER (record, int, field) < field->least;
  case UK_FIELD_DOUBLE:
  case UK_FIELD_TRUTH:
  case UK_FIELD_SIDE:
  case UK_FIELD_VIEW:
  case UK_FIELD_MOMENT:
  default:
    return FALSE;
  }
}

/* To be called when all fields of a record were taken; @missing: (out): the name of a field that
 * must not lack.  Returns: whether none lacks */
gboolean
uk_record_finish (UkRecordKind kind, gpointer record, const char **missing)
{
  guint i;

  for (i = 0; i < kinds[kind].n_fields; i++) {
    if (kinds[kind].fields[i].needed && lacks (&kinds[kind].fields[i], record)) {
      *missing = kinds[kind].fields[i].json;
      return FALSE;
    }
  }
  if (kind == UK_RECORD_KNOT) {
    UkKnot *knot = record;

    knot->has_point = !isnan (knot->x) && !isnan (knot->y);
    if (!knot->has_point)
      knot->x = knot->y = 0;
  }
  return TRUE;
}

/* Whether there is something to write. */
gboolean
uk_field_is_set (const UkField *field, UkRecordKind kind, gconstpointer record)
{
  const gboolean of_point = field->type == UK_FIELD_VIEW || field->type == UK_FIELD_DOUBLE;

  if (kind == UK_RECORD_KNOT && of_point)
    return ((const UkKnot *)record)->has_point;
  if (field->type == UK_FIELD_SIDE)
    return UK_FIELD_MEMBER (record, UkSide, field) != UK_SIDE_NONE;
  return field->type == UK_FIELD_INT || !lacks (field, record);
}

/* Appends the value as plain text, without quotes. */
void
uk_field_append (const UkField *field, gconstpointer record, GTimeZone *zone, GString *text)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  switch (field->type) {
  case UK_FIELD_TEXT:
    g_string_append (text, UK_FIELD_MEMBER (record, char *, field));
    break;
  case UK_FIELD_TIME:
    uk_iso_time_append (text, UK_FIELD_MEMBER (record, gint64, field), zone);
    break;
  case UK_FIELD_DOUBLE:
    g_string_append (
        text, g_ascii_dtostr (digits, sizeof digits, UK_FIELD_MEMBER (record, double, field)));
    break;
  case UK_FIELD_TRUTH:
    g_string_append (text, UK_FIELD_MEMBER (record, gboolean, field) ? "true" : "false");
    break;
  case UK_FIELD_SIDE:
    g_string_append (text, uk_side_to_id (UK_FIELD_MEMBER (record, UkSide, field)));
    break;
  case UK_FIELD_VIEW:
    g_string_append (text, uk_view_to_id (UK_FIELD_MEMBER (record, UkView, field)));
    break;
  case UK_FIELD_MOMENT:
    g_string_append (text, moments[UK_FIELD_MEMBER (record, UkMoment, field)]);
    break;
  case UK_FIELD_INT:
  default:
    g_string_append_printf (text, "%d", UK_FIELD_MEMBER (record, int, field));
  }
}

/* Returns: whether @value fits */
gboolean
uk_field_take_number (const UkField *field, gpointer record, double value)
{
  if (field->type == UK_FIELD_DOUBLE) {
    if (!isfinite (value))
      return FALSE;
    UK_FIELD_MEMBER (record, double, field) = value;
    return TRUE;
  }
  if (field->type != UK_FIELD_INT || !(value >= field->least && value <= field->most)
      || value != floor (value))
    return FALSE;
  UK_FIELD_MEMBER (record, int, field) = (int)value;
  return TRUE;
}

static gboolean
take_moment (const UkField *field, gpointer record, const char *text)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (moments); i++) {
    if (g_str_equal (moments[i], text)) {
      UK_FIELD_MEMBER (record, UkMoment, field) = (UkMoment)i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
take_truth (const UkField *field, gpointer record, const char *text)
{
  const gboolean truth = g_ascii_strcasecmp (text, "true") == 0 || g_str_equal (text, "1");

  if (!truth && g_ascii_strcasecmp (text, "false") != 0 && !g_str_equal (text, "0"))
    return FALSE;
  UK_FIELD_MEMBER (record, gboolean, field) = truth;
  return TRUE;
}

static gboolean
take_digits (const UkField *field, gpointer record, const char *text)
{
  char *end;
  const double value = g_ascii_strtod (text, &end);

  return *end == '\0' && uk_field_take_number (field, record, value);
}

/* Takes what uk_field_append() wrote, valid UTF-8; an empty text says nothing.  Returns: whether it
 * fits */
gboolean
uk_field_take_text (const UkField *field, gpointer record, const char *text, GTimeZone *zone)
{
  if (*text == '\0')
    return TRUE;
  switch (field->type) {
  case UK_FIELD_TEXT:
    if (strlen (text) > LONGEST_TEXT)
      return FALSE;
    g_free (UK_FIELD_MEMBER (record, char *, field));
    UK_FIELD_MEMBER (record, char *, field) = g_strdup (text);
    return TRUE;
  case UK_FIELD_TIME:
    return uk_iso_time_parse (text, zone, &UK_FIELD_MEMBER (record, gint64, field));
  case UK_FIELD_TRUTH:
    return take_truth (field, record, text);
  case UK_FIELD_SIDE:
    return uk_side_from_id (text, &UK_FIELD_MEMBER (record, UkSide, field));
  case UK_FIELD_VIEW:
    return uk_view_from_id (text, &UK_FIELD_MEMBER (record, UkView, field));
  case UK_FIELD_MOMENT:
    return take_moment (field, record, text);
  case UK_FIELD_INT:
  case UK_FIELD_DOUBLE:
  default:
    return take_digits (field, record, text);
  }
}
