/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of the diary only: the fields of each kind of record, in one table for all formats.
 */
#pragma once

#include "core/exchange/uk-diary.h"

G_BEGIN_DECLS

typedef enum {
  UK_RECORD_KNOT,
  UK_RECORD_RUN,
  UK_RECORD_RATING,
} UkRecordKind;

#define UK_N_RECORD_KINDS 3

typedef enum {
  UK_FIELD_TEXT,
  UK_FIELD_TIME, /* gint64; 0: not yet */
  UK_FIELD_INT,
  UK_FIELD_DOUBLE,
  UK_FIELD_TRUTH,
  UK_FIELD_SIDE,
  UK_FIELD_VIEW,
  UK_FIELD_MOMENT,
} UkFieldType;

/**
 * UkField:
 * @json: name of the member
 * @csv: name of the column, shared by the kinds of records
 * @type: what it holds
 * @offset: where in the structure
 * @needed: a record without it is refused
 * @least: of an int
 * @most: of an int
 */
typedef struct {
  const char *json;
  const char *csv;
  UkFieldType type;
  gsize offset;
  gboolean needed;
  int least;
  int most;
} UkField;

const char *uk_record_get_name (UkRecordKind kind);
gboolean uk_record_kind_from_name (const char *name, UkRecordKind *kind);
const UkField *uk_record_get_fields (UkRecordKind kind, guint *n_fields);
gpointer uk_record_new (UkRecordKind kind);
void uk_record_free (UkRecordKind kind, gpointer record);
gboolean uk_record_finish (UkRecordKind kind, gpointer record, const char **missing);
GPtrArray *uk_diary_get_list (const UkDiary *diary, UkRecordKind kind);

gboolean uk_field_is_set (const UkField *field, UkRecordKind kind, gconstpointer record);
void uk_field_append (const UkField *field, gconstpointer record, GTimeZone *zone, GString *text);
gboolean
uk_field_take_text (const UkField *field, gpointer record, const char *text, GTimeZone *zone);
gboolean uk_field_take_number (const UkField *field, gpointer record, double value);

#define UK_FIELD_MEMBER(record, type, field)                                                       \
  G_STRUCT_MEMBER (type, (gpointer)(record), (field)->offset)

G_END_DECLS
