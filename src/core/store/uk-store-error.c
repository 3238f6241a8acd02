/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (uk - store - error - quark, uk_store_error)

static UkStoreError
code_to_error (sqlite3 *db, int code)
{
  switch (code & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return UK_STORE_ERROR_LOCKED;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    return UK_STORE_ERROR_READ_ONLY;
  case SQLITE_FULL:
    return UK_STORE_ERROR_FULL;
  case SQLITE_IOERR:
    return db != NULL && sqlite3_system_errno (db) == ENOSPC ? UK_STORE_ERROR_FULL
                                                             : UK_STORE_ERROR_FAILED;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return UK_STORE_ERROR_DAMAGED;
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
  case SQLITE_TOOBIG:
    return UK_STORE_ERROR_INVALID;
  default:
    return UK_STORE_ERROR_FAILED;
  }
}

static const char *
get_sentence (UkStoreError error)
{
  switch (error) {
  case UK_STORE_ERROR_NEWER:
    return _ ("Your data was written by a newer version of Unknot. Update Unknot to open it.");
  case UK_STORE_ERROR_DAMAGED:
    return _ ("The file with your data is damaged.");
  case UK_STORE_ERROR_LOCKED:
    return _ ("Another program is using the file with your data. Try again in a moment.");
  case UK_STORE_ERROR_READ_ONLY:
    return _ ("The folder with your data cannot be written to.");
  case UK_STORE_ERROR_FULL:
    return _ ("There is no space left on the disk, so nothing can be saved.");
  case UK_STORE_ERROR_INVALID:
    return _ ("A value cannot be saved because it does not fit.");
  case UK_STORE_ERROR_FAILED:
  default:
    return _ ("The file with your data cannot be read or written.");
  }
}

/**
 * uk_store_set_error:
 * @error: return location
 * @db: (nullable): the connection, for details
 * @code: result code of SQLite; %SQLITE_SCHEMA stands for a file that is too new
 */
void
uk_store_set_error (GError **error, sqlite3 *db, int code)
{
  UkStoreError kind = code == SQLITE_SCHEMA ? UK_STORE_ERROR_NEWER : code_to_error (db, code);

  if (kind == UK_STORE_ERROR_FAILED)
    g_set_error (error, UK_STORE_ERROR, (int)kind, "%s (%s)", get_sentence (kind),
                 sqlite3_errstr (code));
  else
    g_set_error_literal (error, UK_STORE_ERROR, (int)kind, get_sentence (kind));
}
