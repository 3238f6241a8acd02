/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-occurrence.h"
#include "core/store/uk-store.h"

G_BEGIN_DECLS

char *uk_tip_box_pick (UkStore *store, const UkOccurrence *occurrence);

G_END_DECLS
