/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store-backup.h"

G_BEGIN_DECLS

/* The whole of a person's data in one file: the store and their own routines. */
#define UK_BACKUP_SUFFIX ".unknot"

gboolean uk_backup_save (UkStore *store, const char *routines, GFile *file, GError **error);
gboolean uk_backup_restore (UkStore *store, const char *routines, GFile *file, GError **error);
gboolean uk_backup_keep_before (UkStore *store, GError **error);
gboolean uk_backup_go_back (UkStore *store, GError **error);
gboolean uk_backup_delete_all (UkStore *store, const char *routines, GError **error);
char *uk_backup_suggest_name (const char *suffix, GDateTime *now);

G_END_DECLS
