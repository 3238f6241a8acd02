/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *uk_tip_pick (GBytes *tips, const char *const *regions, guint index);

G_END_DECLS
