/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

gboolean uk_programme_rating_save (
    const UkContext *context, const char *region, UkSide side, int value, gint64 now, GError **error);

G_END_DECLS
