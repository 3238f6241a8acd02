/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Slow, with a longer way out: as the routines say it. */
#define UK_BREATH_IN_SECONDS 4.0
#define UK_BREATH_OUT_SECONDS 6.0
#define UK_BREATH_SECONDS (UK_BREATH_IN_SECONDS + UK_BREATH_OUT_SECONDS)

double uk_breath_at (double seconds);
gboolean uk_breath_is_in (double seconds);

G_END_DECLS
