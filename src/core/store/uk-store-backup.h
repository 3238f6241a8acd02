/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

/* Of the copies that are made each day, so many are kept. */
#define UK_STORE_KEPT_BACKUPS 7

/**
 * UkBackupFile:
 * @name: without folder
 * @content: what stands in it
 *
 * A file that travels in a backup.
 */
typedef struct {
  char *name;
  GBytes *content;
} UkBackupFile;

void uk_backup_file_free (UkBackupFile *file);

gboolean uk_store_back_up (UkStore *self, const char *path, GPtrArray *files, GError **error);
gboolean uk_store_restore (UkStore *self, const char *path, GPtrArray *files, GError **error);
gboolean uk_store_delete_all (UkStore *self, GError **error);

gboolean uk_store_back_up_today (const char *folder, GDateTime *now, GError **error);
GPtrArray *uk_store_list_backups (const char *folder);
char *uk_store_backup_dup_day (const char *path);
char *uk_store_take_rescue (UkStore *self, char **day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkBackupFile, uk_backup_file_free)

G_END_DECLS
