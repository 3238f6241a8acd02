/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/compose/uk-compose.h"
#include "core/store/uk-store.h"

G_BEGIN_DECLS

#define UK_QUICK_MINUTES 1

gboolean uk_quick_find_place (UkCatalogue *catalogue,
                              UkStore *store,
                              const UkRegion **region,
                              UkSide *side);

G_END_DECLS
