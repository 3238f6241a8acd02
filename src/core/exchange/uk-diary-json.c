/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-diary-fields.h"

#include "core/exchange/uk-iso-time.h"
#include "core/exchange/uk-json.h"

#include <glib/gi18n-lib.h>

#define FORMAT "unknot-diary"

static const char *const lists[UK_N_RECORD_KINDS] = {
  [UK_RECORD_KNOT] = "knots",
  [UK_RECORD_RUN] = "runs",
  [UK_RECORD_RATING] = "ratings",
};

static gboolean
is_plain (UkFieldType type)
{
  return type == UK_FIELD_INT || type == UK_FIELD_DOUBLE || type == UK_FIELD_TRUTH;
}

static void
append_field (GString *json, const UkField *field, gconstpointer record, GTimeZone *zone)
{
  g_string_append_printf (json, "\"%s\": ", field->json);
  if (field->type == UK_FIELD_TEXT) {
    uk_json_append_string (json, UK_FIELD_MEMBER (record, char *, field));
  } else if (is_plain (field->type)) {
    uk_field_append (field, record, zone, json);
  } else {
    g_string_append_c (json, '"');
    uk_field_append (field, record, zone, json);
    g_string_append_c (json, '"');
  }
}

static void
append_record (GString *json, UkRecordKind kind, gconstpointer record, GTimeZone *zone)
{
  const char *between = "";
  guint n_fields, i;
  const UkField *fields = uk_record_get_fields (kind, &n_fields);

  g_string_append_c (json, '{');
  for (i = 0; i < n_fields; i++) {
    if (!uk_field_is_set (&fields[i], kind, record))
      continue;
    g_string_append (json, between);
    append_field (json, &fields[i], record, zone);
    between = ", ";
  }
  g_string_append_c (json, '}');
}

/**
 * uk_diary_to_json:
 * @now: the present, Unix seconds
 * @zone: the zone in which times are written
 *
 * Returns: (transfer full): the text, as data/diary.md describes it
 */
GBytes *
uk_diary_to_json (const UkDiary *diary, gint64 now, GTimeZone *zone)
{
  GString *json = g_string_new ("{\n\"format\": \"" FORMAT "\",\n\"version\": " G_STRINGIFY (
      UK_DIARY_VERSION) ",\n\"exported\": \"");
  guint kind, i;

  g_return_val_if_fail (diary != NULL && zone != NULL, NULL);

  uk_iso_time_append (json, now, zone);
  g_string_append_c (json, '"');
  for (kind = 0; kind < UK_N_RECORD_KINDS; kind++) {
    const GPtrArray *list = uk_diary_get_list (diary, (UkRecordKind)kind);

    g_string_append_printf (json, ",\n\"%s\": [", lists[kind]);
    for (i = 0; i < list->len; i++) {
      g_string_append (json, i == 0 ? "\n" : ",\n");
      append_record (json, (UkRecordKind)kind, g_ptr_array_index (list, i), zone);
    }
    g_string_append (json, list->len > 0 ? "\n]" : "]");
  }
  g_string_append (json, "\n}\n");
  return g_string_free_to_bytes (json);
}

static gboolean
refuse (UkJson *json, const char *name, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: the name is a word of a file format */
               _ ("Line %u: “%s” is missing or does not fit"), uk_json_get_line (json), name);
  return FALSE;
}

static gboolean
read_field (UkJson *json, const UkField *field, gpointer record, GTimeZone *zone)
{
  g_autofree char *text = NULL;
  gboolean truth;
  double number;

  if (uk_json_read_null (json))
    return TRUE;
  if (field->type == UK_FIELD_TRUTH) {
    if (!uk_json_read_boolean (json, &truth))
      return FALSE;
    UK_FIELD_MEMBER (record, gboolean, field) = truth;
    return TRUE;
  }
  if (is_plain (field->type))
    return uk_json_read_number (json, &number) && uk_field_take_number (field, record, number);
  text = uk_json_read_string (json);
  return text != NULL && uk_field_take_text (field, record, text, zone);
}

static const UkField *
find_field (UkRecordKind kind, const char *name)
{
  guint n_fields, i;
  const UkField *fields = uk_record_get_fields (kind, &n_fields);

  for (i = 0; i < n_fields; i++) {
    if (g_str_equal (fields[i].json, name))
      return &fields[i];
  }
  return NULL;
}

static gboolean
read_record (UkJson *json, UkRecordKind kind, gpointer record, GTimeZone *zone, GError **error)
{
  const char *name, *missing;

  if (!uk_json_enter_object (json))
    return uk_json_finish (json, error);
  while ((name = uk_json_next_member (json)) != NULL) {
    const UkField *field = find_field (kind, name);

    if (field == NULL)
      uk_json_skip (json);
    else if (!read_field (json, field, record, zone))
      return refuse (json, field->json, error);
  }
  return uk_record_finish (kind, record, &missing) || refuse (json, missing, error);
}

static gboolean
read_list (UkJson *json, UkRecordKind kind, UkDiary *diary, GTimeZone *zone, GError **error)
{
  if (!uk_json_enter_array (json))
    return uk_json_finish (json, error);
  while (uk_json_next_element (json)) {
    gpointer record = uk_record_new (kind);

    if (!read_record (json, kind, record, zone, error)) {
      uk_record_free (kind, record);
      return FALSE;
    }
    g_ptr_array_add (uk_diary_get_list (diary, kind), record);
  }
  return TRUE;
}

static gboolean
read_head (UkJson *json, const char *name, gboolean *known, GError **error)
{
  double version;

  if (g_str_equal (name, "format")) {
    g_autofree char *format = uk_json_read_string (json);

    *known = g_strcmp0 (format, FORMAT) == 0;
  } else if (g_str_equal (name, "version")) {
    if (!uk_json_read_number (json, &version) || version < 1)
      return refuse (json, "version", error);
    if (version > UK_DIARY_VERSION) {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
          _ ("This file was written by a newer version of Unknot. Update Unknot to read it."));
      return FALSE;
    }
  } else {
    uk_json_skip (json);
  }
  return TRUE;
}

static gboolean
read_member (UkJson *json,
             const char *name,
             UkDiary *diary,
             GTimeZone *zone,
             gboolean *known,
             GError **error)
{
  guint kind;

  for (kind = 0; kind < UK_N_RECORD_KINDS; kind++) {
    if (g_str_equal (lists[kind], name))
      return read_list (json, (UkRecordKind)kind, diary, zone, error);
  }
  return read_head (json, name, known, error);
}

/**
 * uk_diary_from_json:
 * @text: a file
 * @length: its bytes
 * @zone: the zone of times without offset
 * @error: return location
 *
 * Members that are not known are ignored.
 *
 * Returns: (transfer full) (nullable): what stands in it; %NULL with an error
 */
UkDiary *
uk_diary_from_json (const char *text, gsize length, GTimeZone *zone, GError **error)
{
  g_autoptr (UkDiary) diary = uk_diary_new ();
  g_autoptr (UkJson) json = NULL;
  gboolean known = FALSE;
  const char *name;

  g_return_val_if_fail (text != NULL && zone != NULL, NULL);

  json = uk_json_new (text, length);
  if (uk_json_enter_object (json)) {
    while ((name = uk_json_next_member (json)) != NULL) {
      if (!read_member (json, name, diary, zone, &known, error))
        return NULL;
    }
  }
  if (!uk_json_finish (json, error))
    return NULL;
  if (known)
    return g_steal_pointer (&diary);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is not a file that Unknot or a spreadsheet wrote"));
  return NULL;
}
