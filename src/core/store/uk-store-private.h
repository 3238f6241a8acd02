/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the store only: statements on its one connection.  They are prepared once and
 * kept by their text, so pass literals.  @types says what follows, one letter for each "?": s text
 * or NULL, i int, l gint64, d double (NAN is saved as NULL).
 *
 *   uk_store_write (self, error, "DELETE FROM knots WHERE id = ?", "s", id);
 *   uk_store_read_one (self, read_knot, error, "SELECT … WHERE id = ?", "s", id);
 */

#include "core/store/uk-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Returns: (transfer full): what stands in the current row */
typedef gpointer (*UkStoreReadFunc) (sqlite3_stmt *statement);

typedef gboolean (*UkStoreWork) (UkStore *self, gpointer data, GError **error);

UkStore *uk_store_open_full (
    const char *folder, GDateTime *now, int patience_ms, char **set_aside, GError **error);
sqlite3 *uk_store_get_db (UkStore *self);
void uk_store_forget_statements (UkStore *self);

/* Returns: whether the file at @path can be trusted and is of this version now */
gboolean uk_store_bring_up_to_date (const char *path, GError **error);
void uk_store_remove_file (const char *path);

/* Returns: whether the statement, which gives no rows, was done */
gboolean uk_store_write (UkStore *self, GError **error, const char *sql, const char *types, ...);

/* Returns: (transfer full) (nullable): all rows; %NULL with an error */
GPtrArray *uk_store_read_list (UkStore *self,
                               UkStoreReadFunc read,
                               GDestroyNotify free_func,
                               GError **error,
                               const char *sql,
                               const char *types,
                               ...);

/* Returns: (transfer full) (nullable): the first row; %NULL without an error if there is none */
gpointer uk_store_read_one (
    UkStore *self, UkStoreReadFunc read, GError **error, const char *sql, const char *types, ...);

typedef void (*UkStoreVisitFunc) (sqlite3_stmt *statement, gpointer data);

/* For many rows: calls @visit with each.  Returns: whether all were read */
gboolean uk_store_visit (UkStore *self,
                         UkStoreVisitFunc visit,
                         gpointer data,
                         GError **error,
                         const char *sql,
                         const char *types,
                         ...);

/* Does @work as a whole or not at all. */
gboolean uk_store_transaction (UkStore *self, UkStoreWork work, gpointer data, GError **error);

/* Returns: (transfer full) (nullable): text of a column, %NULL for NULL */
char *uk_store_dup_text (sqlite3_stmt *statement, int column);

/* uk-store-daily.c */
char *uk_store_bring_back (const char *path);
void uk_store_note_rescue (UkStore *self, const char *set_aside, const char *day);

/* uk-store-error.c */
void uk_store_set_error (GError **error, sqlite3 *db, int code);

/* uk-store-schema.c */
extern const char *const uk_store_migrations[];
extern const guint uk_store_n_migrations;
void uk_store_create_private (const char *path);
gboolean uk_store_exec (sqlite3 *db, const char *sql, GError **error);
gboolean uk_store_read_version (sqlite3 *db, guint *version, GError **error);
gboolean uk_store_migrate (sqlite3 *db,
                           const char *const *migrations,
                           guint n_migrations,
                           const char *backup_prefix,
                           GError **error);

G_END_DECLS
