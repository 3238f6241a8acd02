/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the reminder service starts after log-in: a file in the user's own configuration folder.
 * In a sandbox that folder is out of reach and this is %FALSE. */
gboolean uk_autostart_is_on (void);
gboolean uk_autostart_set (gboolean on, GError **error);
gboolean uk_autostart_is_sandboxed (void);

G_END_DECLS
