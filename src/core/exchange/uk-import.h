/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/uk-diary.h"

G_BEGIN_DECLS

/**
 * UkImportRule:
 * @UK_IMPORT_KEEP: what is here already stays as it is
 * @UK_IMPORT_REPLACE: what differs becomes as in the file
 *
 * What happens to records that are here and in the file, but differ.  Nothing is ever deleted.
 */
typedef enum {
  UK_IMPORT_KEEP,
  UK_IMPORT_REPLACE,
} UkImportRule;

/**
 * UkImportPreview:
 * @n_knots: new knots
 * @n_runs: new runs
 * @n_ratings: new ratings
 * @n_same: records that are here already
 * @n_changed: records that are here and differ
 * @n_left_out: ratings of knots that are nowhere
 */
typedef struct {
  guint n_knots;
  guint n_runs;
  guint n_ratings;
  guint n_same;
  guint n_changed;
  guint n_left_out;
} UkImportPreview;

/* A diary compared with what is here. */
typedef struct _UkImport UkImport;

UkImport *uk_import_new (UkStore *store, UkDiary *diary, GError **error);
void uk_import_free (UkImport *import);
const UkImportPreview *uk_import_get_preview (UkImport *import);
gboolean uk_import_apply (UkImport *import, UkStore *store, UkImportRule rule, GError **error);
char *uk_import_preview_to_sentence (const UkImportPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkImport, uk_import_free)

G_END_DECLS
