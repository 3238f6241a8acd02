/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

typedef enum {
  UK_HISTORY_MONTH, /* two knots that get easier, with runs of several techniques */
  UK_HISTORY_ONE,   /* one knot with one rating */
  UK_HISTORY_WORSE, /* one knot that got sorer within three weeks */
  UK_HISTORY_LONG,  /* ten years of daily ratings */
  UK_HISTORY_HUGE,  /* 200 000 ratings of three knots within ten years, most of one of them */
} UkHistoryKind;

gboolean uk_history_kind_from_id (const char *id, UkHistoryKind *kind);
void uk_simulate_history (UkStore *store, gint64 now, UkHistoryKind kind);

G_END_DECLS
