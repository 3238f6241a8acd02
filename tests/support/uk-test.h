/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *uk_test_make_folder (void);
void uk_test_remove_folder (const char *path);
char *uk_test_source_path (const char *relative);
void uk_test_spin_until (gboolean (*done) (gpointer), gpointer data, guint limit_ms);

G_END_DECLS
