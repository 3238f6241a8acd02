/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *uk_ago_describe (gint64 at, GDateTime *now);

G_END_DECLS
