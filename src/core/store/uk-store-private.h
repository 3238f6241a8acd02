/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the store only.  Every statement is prepared once and kept by its text: pass literals.
 *
 *   statement = uk_store_prepare (self, "SELECT … WHERE id = ?", error);   NULL: error is set
 *   uk_store_bind (statement, "s", id);                                    s text or NULL, i int, l gint64, d double
 *   while (uk_store_next_row (self, statement, &local)) …                  FALSE at the end or with an error
 *   uk_store_execute (self, statement, error)                              for what returns no rows
 */

#include "core/store/uk-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef gboolean (*UkStoreWork) (UkStore *self, gpointer data, GError **error);

sqlite3 *uk_store_get_db (UkStore *self);
sqlite3_stmt *uk_store_prepare (UkStore *self, const char *sql, GError **error);
gboolean uk_store_next_row (UkStore *self, sqlite3_stmt *statement, GError **error);
gboolean uk_store_execute (UkStore *self, sqlite3_stmt *statement, GError **error);
gboolean uk_store_transaction (UkStore *self, UkStoreWork work, gpointer data, GError **error);
void uk_store_bind (sqlite3_stmt *statement, const char *types, ...);
char *uk_store_dup_text (sqlite3_stmt *statement, int column);
void uk_store_set_error (GError **error, sqlite3 *db, int code);

G_END_DECLS
