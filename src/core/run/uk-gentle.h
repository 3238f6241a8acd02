/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

gboolean uk_gentle_get (UkStore *store, const char *routine);
gboolean uk_gentle_set (UkStore *store, const char *routine, gboolean gentle, GError **error);

G_END_DECLS
