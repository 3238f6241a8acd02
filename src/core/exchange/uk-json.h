/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UkJson:
 *
 * Walks once through a JSON text, without making a tree of it.  After the first mistake every call
 * fails; uk_json_finish() tells which it was.
 *
 *   uk_json_enter_object (json);
 *   while ((name = uk_json_next_member (json)) != NULL)
 *     if (g_str_equal (name, "value")) uk_json_read_number (json, &value); else uk_json_skip
 * (json);
 */
typedef struct _UkJson UkJson;

UkJson *uk_json_new (const char *text, gsize length);
void uk_json_free (UkJson *json);
gboolean uk_json_enter_object (UkJson *json);
const char *uk_json_next_member (UkJson *json);
gboolean uk_json_enter_array (UkJson *json);
gboolean uk_json_next_element (UkJson *json);
gboolean uk_json_read_null (UkJson *json);
char *uk_json_read_string (UkJson *json);
gboolean uk_json_read_number (UkJson *json, double *value);
gboolean uk_json_read_boolean (UkJson *json, gboolean *value);
void uk_json_skip (UkJson *json);
guint uk_json_get_line (UkJson *json);
gboolean uk_json_finish (UkJson *json, GError **error);

void uk_json_append_string (GString *json, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkJson, uk_json_free)

G_END_DECLS
