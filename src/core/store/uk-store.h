/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/uk-side.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UkStoreError:
 * @UK_STORE_ERROR_FAILED: something else; the message says what
 * @UK_STORE_ERROR_NEWER: the file was written by a newer version of the program
 * @UK_STORE_ERROR_DAMAGED: the file's content cannot be trusted
 * @UK_STORE_ERROR_LOCKED: another process held the file for longer than two seconds
 * @UK_STORE_ERROR_READ_ONLY: the folder or file cannot be written
 * @UK_STORE_ERROR_FULL: the disk, or the space allowed, is full
 * @UK_STORE_ERROR_INVALID: a value breaks a rule of its table
 *
 * Every message is a translated sentence for the person.
 */
typedef enum {
  UK_STORE_ERROR_FAILED,
  UK_STORE_ERROR_NEWER,
  UK_STORE_ERROR_DAMAGED,
  UK_STORE_ERROR_LOCKED,
  UK_STORE_ERROR_READ_ONLY,
  UK_STORE_ERROR_FULL,
  UK_STORE_ERROR_INVALID,
} UkStoreError;

#define UK_STORE_ERROR (uk_store_error_quark ())
GQuark uk_store_error_quark (void);

#define UK_STORE_FILE "unknot.db"

#define UK_TYPE_STORE (uk_store_get_type ())
G_DECLARE_FINAL_TYPE (UkStore, uk_store, UK, STORE, GObject)

UkStore *uk_store_open (const char *folder, GDateTime *now, char **set_aside, GError **error);
const char *uk_store_get_path (UkStore *self);
void uk_store_close (UkStore *self);
void uk_store_shrink (UkStore *self);

/* Values that belong to the data (preferences are GSettings). */
gboolean uk_store_set_setting (UkStore *self, const char *key, const char *value, GError **error);
char *uk_store_dup_setting (UkStore *self, const char *key, GError **error);

G_END_DECLS
