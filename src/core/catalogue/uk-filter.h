/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

G_BEGIN_DECLS

/**
 * UkFilter:
 * @minutes: the time there is for one side, 0 for any
 * @lacking: (nullable) (array zero-terminated=1): ids of #UkEquipmentGroup that the person does not have
 * @quiet: whether nobody may be disturbed
 *
 * What a routine must fit.
 */
typedef struct {
  guint minutes;
  const char *const *lacking;
  gboolean quiet;
} UkFilter;

gboolean uk_filter_accepts (const UkFilter *filter, const UkRoutine *routine);

G_END_DECLS
