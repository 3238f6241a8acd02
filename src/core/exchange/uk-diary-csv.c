/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-diary-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More cells are no table of a diary. */
#define MOST_COLUMNS 200

static const char *const columns[]
    = { "record", "id",      "time",    "end",   "region",    "side", "knot", "run", "moment",
        "rating", "routine", "seconds", "steps", "completed", "view", "x",    "y",   "note",
        "helped" };

/* ---- writing ---- */

static void
append_cell (GString *csv, const char *text)
{
  const char *p;

  if (strpbrk (text, ",\"\r\n") == NULL) {
    g_string_append (csv, text);
    return;
  }
  g_string_append_c (csv, '"');
  for (p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *p);
  }
  g_string_append_c (csv, '"');
}

static const UkField *
find_field (UkRecordKind kind, const char *column)
{
  guint n_fields, i;
  const UkField *fields = uk_record_get_fields (kind, &n_fields);

  for (i = 0; i < n_fields; i++) {
    if (g_str_equal (fields[i].csv, column))
      return &fields[i];
  }
  return NULL;
}

/* @fields: the field for each column, perhaps NULL */
static void
append_row (GString *csv,
            UkRecordKind kind,
            const UkField **fields,
            gconstpointer record,
            GString *cell,
            GTimeZone *zone)
{
  guint i;

  g_string_append (csv, uk_record_get_name (kind));
  for (i = 1; i < G_N_ELEMENTS (columns); i++) {
    g_string_append_c (csv, ',');
    if (fields[i] == NULL || !uk_field_is_set (fields[i], kind, record))
      continue;
    g_string_truncate (cell, 0);
    uk_field_append (fields[i], record, zone, cell);
    append_cell (csv, cell->str);
  }
  g_string_append (csv, "\r\n");
}

/**
 * uk_diary_to_csv:
 * @zone: the zone in which times are written
 *
 * Returns: (transfer full): one table of all records, as RFC 4180 and data/diary.md say
 */
GBytes *
uk_diary_to_csv (const UkDiary *diary, GTimeZone *zone)
{
  GString *csv = g_string_new (NULL);
  g_autoptr (GString) cell = g_string_new (NULL);
  const UkField *fields[G_N_ELEMENTS (columns)] = { NULL };
  guint kind, i;

  g_return_val_if_fail (diary != NULL && zone != NULL, NULL);

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (csv, "%s%s", i == 0 ? "" : ",", columns[i]);
  g_string_append (csv, "\r\n");
  for (kind = 0; kind < UK_N_RECORD_KINDS; kind++) {
    const GPtrArray *list = uk_diary_get_list (diary, (UkRecordKind)kind);

    for (i = 1; i < G_N_ELEMENTS (columns); i++)
      fields[i] = find_field ((UkRecordKind)kind, columns[i]);
    for (i = 0; i < list->len; i++)
      append_row (csv, (UkRecordKind)kind, fields, g_ptr_array_index (list, i), cell, zone);
  }
  return g_string_free_to_bytes (csv);
}

/* ---- reading ---- */

/**
 * Table:
 * @separator: a comma; a semicolon where spreadsheets write numbers with commas
 * @line: where @at stands, from 1
 * @cells: of the last row
 * @head: of the first row
 */
typedef struct {
  const char *at; /* not owned */
  const char *end;
  char separator;
  guint line;
  GPtrArray *cells; /* owned list of GString; the first @n_cells count */
  guint n_cells;
  GPtrArray *head; /* owned list of char */
  UkDiary *diary;  /* not owned */
  GTimeZone *zone; /* not owned */
} Table;

static void
free_cell (gpointer cell)
{
  g_string_free (cell, TRUE);
}

static void
table_clear (Table *table)
{
  g_ptr_array_unref (table->cells);
  g_ptr_array_unref (table->head);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
fail (const Table *table, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line %u cannot be read"),
               table->line);
  return FALSE;
}

static gboolean
refuse (const Table *table, const char *column, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("Line %u: “%s” is missing or does not fit"), table->line, column);
  return FALSE;
}

/* Returns: whether the quotes were closed */
static gboolean
read_quoted (Table *table, GString *cell)
{
  for (table->at++; table->at < table->end; table->at++) {
    if (*table->at == '"') {
      if (table->at + 1 == table->end || table->at[1] != '"') {
        table->at++;
        return TRUE;
      }
      table->at++;
    }
    g_string_append_c (cell, *table->at);
  }
  return FALSE;
}

static gboolean
ends_cell (const Table *table)
{
  return table->at == table->end || *table->at == table->separator || *table->at == '\n'
         || *table->at == '\r';
}

static gboolean
read_cell (Table *table)
{
  GString *cell;

  if (table->n_cells == table->cells->len)
    g_ptr_array_add (table->cells, g_string_new (NULL));
  cell = g_ptr_array_index (table->cells, table->n_cells++);
  g_string_truncate (cell, 0);
  if (table->at < table->end && *table->at == '"') {
    if (!read_quoted (table, cell) || !ends_cell (table))
      return FALSE;
  } else {
    const char *start = table->at;

    while (!ends_cell (table))
      table->at++;
    g_string_append_len (cell, start, table->at - start);
  }
  return g_utf8_validate (cell->str, (gssize)cell->len, NULL);
}

static void
count_lines (Table *table, const char *from)
{
  for (; from < table->at; from++)
    table->line += *from == '\n' ? 1 : 0;
}

/* Reads the next row; the line is that of its end. */
static gboolean
read_row (Table *table, GError **error)
{
  const char *from = table->at;

  table->n_cells = 0;
  do {
    if (table->n_cells > 0)
      table->at++;
    if (table->n_cells == MOST_COLUMNS || !read_cell (table)) {
      count_lines (table, from);
      return fail (table, error);
    }
  } while (table->at < table->end && *table->at == table->separator);
  count_lines (table, from);
  if (table->at < table->end && *table->at == '\r')
    table->at++;
  if (table->at < table->end && *table->at == '\n')
    table->at++;
  return TRUE;
}

static const char *
get_cell (const Table *table, const char *column)
{
  guint i;

  for (i = 0; i < table->head->len && i < table->n_cells; i++) {
    if (g_str_equal (g_ptr_array_index (table->head, i), column))
      return ((GString *)g_ptr_array_index (table->cells, i))->str;
  }
  return "";
}

/* A table by hand names the place instead of a knot: one knot for each. */
static gboolean
assume_knot (Table *table, UkRating *rating, GError **error)
{
  const char *region = get_cell (table, "region");
  UkSide side = UK_SIDE_NONE;
  const char *side_id = get_cell (table, "side");
  UkKnot *knot;

  if (rating->knot != NULL || rating->run != NULL)
    return TRUE;
  if (*region == '\0')
    return refuse (table, "knot", error);
  if (*side_id != '\0' && !uk_side_from_id (side_id, &side))
    return refuse (table, "side", error);
  rating->knot = g_strdup_printf ("%s/%s", region, uk_side_to_id (side));
  if (g_hash_table_contains (table->diary->assumed, rating->knot))
    return TRUE;
  g_hash_table_add (table->diary->assumed, g_strdup (rating->knot));
  knot = g_new0 (UkKnot, 1);
  knot->id = g_strdup (rating->knot);
  knot->region = g_strdup (region);
  knot->side = side;
  knot->opened = rating->at;
  g_ptr_array_add (table->diary->knots, knot);
  return TRUE;
}

static gboolean
take_cells (Table *table, UkRecordKind kind, gpointer record, GError **error)
{
  const char *missing;
  guint i;

  for (i = 0; i < table->head->len && i < table->n_cells; i++) {
    const char *column = g_ptr_array_index (table->head, i);
    const UkField *field = find_field (kind, column);
    const GString *cell = g_ptr_array_index (table->cells, i);

    if (field != NULL && !uk_field_take_text (field, record, cell->str, table->zone))
      return refuse (table, column, error);
  }
  if (!uk_record_finish (kind, record, &missing))
    return refuse (table, missing, error);
  return kind != UK_RECORD_RATING || assume_knot (table, record, error);
}

static gboolean
take_row (Table *table, GError **error)
{
  const char *name = get_cell (table, "record");
  UkRecordKind kind = UK_RECORD_RATING;
  gpointer record;

  if (*name != '\0' && !uk_record_kind_from_name (name, &kind))
    return refuse (table, "record", error);
  record = uk_record_new (kind);
  if (!take_cells (table, kind, record, error)) {
    uk_record_free (kind, record);
    return FALSE;
  }
  g_ptr_array_add (uk_diary_get_list (table->diary, kind), record);
  return TRUE;
}

static gboolean
has_column (const Table *table, const char *column)
{
  return g_ptr_array_find_with_equal_func (table->head, column, g_str_equal, NULL);
}

static gboolean
read_head (Table *table, GError **error)
{
  guint i;

  if (!read_row (table, error))
    return FALSE;
  for (i = 0; i < table->n_cells; i++) {
    const GString *cell = g_ptr_array_index (table->cells, i);

    g_ptr_array_add (table->head, g_strstrip (g_ascii_strdown (cell->str, -1)));
  }
  if (has_column (table, "time") && has_column (table, "rating"))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The first line does not name the columns “time” and “rating”"));
  return FALSE;
}

static gboolean
is_empty (const Table *table)
{
  return table->n_cells == 1
         && *((const GString *)g_ptr_array_index (table->cells, 0))->str == '\0';
}

static char
find_separator (const char *text, gsize length)
{
  const char *end = memchr (text, '\n', length);
  const gsize head = end != NULL ? (gsize)(end - text) : length;

  return memchr (text, ',', head) == NULL && memchr (text, ';', head) != NULL ? ';' : ',';
}

/**
 * uk_diary_from_csv:
 * @text: a file
 * @length: its bytes
 * @zone: the zone of times without offset
 * @error: return location
 *
 * The first row names the columns, in any order; those that are not known are ignored.  The least
 * is time, rating and region.
 *
 * Returns: (transfer full) (nullable): what stands in it; %NULL with an error
 */
UkDiary *
uk_diary_from_csv (const char *text, gsize length, GTimeZone *zone, GError **error)
{
  g_autoptr (UkDiary) diary = uk_diary_new ();
  g_auto (Table) table = { .at = text,
                           .end = text + length,
                           .line = 1,
                           .cells = g_ptr_array_new_with_free_func (free_cell),
                           .head = g_ptr_array_new_with_free_func (g_free),
                           .diary = diary,
                           .zone = zone };

  g_return_val_if_fail (text != NULL && zone != NULL, NULL);

  table.separator = find_separator (text, length);
  if (!read_head (&table, error))
    return NULL;
  while (table.at < table.end) {
    table.line++;
    if (!read_row (&table, error) || (!is_empty (&table) && !take_row (&table, error)))
      return NULL;
  }
  return g_steal_pointer (&diary);
}
