/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_TYPE_ZONE (uk_zone_get_type ())
G_DECLARE_FINAL_TYPE (UkZone, uk_zone, UK, ZONE, GObject)

/* The local time zone, kept current.  Signal `changed` when it is another one, or its rules may be.
 */
UkZone *uk_zone_new (void);
UkZone *uk_zone_new_for_path (const char *path);
UkZone *uk_zone_new_fixed (const char *name);

GTimeZone *uk_zone_find (const char *name);

GTimeZone *uk_zone_get (UkZone *self);
void uk_zone_refresh (UkZone *self);
const char *uk_zone_get_problem (UkZone *self);

G_END_DECLS
