/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"

G_BEGIN_DECLS

/**
 * UkDiary:
 * @knots: (element-type UkKnot): in the order of the file
 * @runs: (element-type UkRunRecord): the oldest first
 * @ratings: (element-type UkRating): the oldest first; their ids mean nothing
 * @assumed: (element-type utf8): ids of knots of which the file only told the place
 *
 * What a person wrote down, on its way out of the program or into it.
 */
typedef struct {
  GPtrArray *knots;
  GPtrArray *runs;
  GPtrArray *ratings;
  GHashTable *assumed;
} UkDiary;

/* What a file may be.  See data/diary.md. */
typedef enum {
  UK_DIARY_JSON,
  UK_DIARY_CSV,
} UkDiaryFormat;

/* The version of the JSON that this program writes, and the newest that it reads. */
#define UK_DIARY_VERSION 1

UkDiary *uk_diary_new (void);
void uk_diary_free (UkDiary *diary);
UkDiary *uk_diary_load (UkStore *store, GError **error);
gboolean uk_diary_format_from_name (const char *name, UkDiaryFormat *format);
GBytes *uk_diary_to_json (const UkDiary *diary, gint64 now, GTimeZone *zone);
UkDiary *uk_diary_from_json (const char *text, gsize length, GTimeZone *zone, GError **error);
GBytes *uk_diary_to_csv (const UkDiary *diary, GTimeZone *zone);
UkDiary *uk_diary_from_csv (const char *text, gsize length, GTimeZone *zone, GError **error);
gboolean uk_diary_save (const UkDiary *diary,
                        UkDiaryFormat format,
                        GFile *file,
                        gint64 now,
                        GTimeZone *zone,
                        GError **error);
UkDiary *uk_diary_open (GFile *file, GTimeZone *zone, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkDiary, uk_diary_free)

G_END_DECLS
