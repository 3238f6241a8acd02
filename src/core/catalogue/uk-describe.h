/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/catalogue/uk-routine.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

char *uk_seconds_describe (guint seconds);
char *uk_routine_describe (const UkRoutine *routine);
char *uk_region_describe (const UkRegion *region, UkSide side);
const char *uk_side_get_name (UkSide side);

G_END_DECLS
