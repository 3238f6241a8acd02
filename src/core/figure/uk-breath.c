/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-breath.h"

#include <math.h>

static double
get_time_in_breath (double seconds)
{
  const double t = fmod (seconds, UK_BREATH_SECONDS);

  return t < 0 ? t + UK_BREATH_SECONDS : t;
}

/**
 * uk_breath_at:
 * @seconds: since the first breath in began, any number
 *
 * Returns: -1 breathed out to 1 breathed in, without a jump anywhere
 */
double
uk_breath_at (double seconds)
{
  const double t = get_time_in_breath (seconds);

  if (t < UK_BREATH_IN_SECONDS)
    return -cos (G_PI * t / UK_BREATH_IN_SECONDS);
  return cos (G_PI * (t - UK_BREATH_IN_SECONDS) / UK_BREATH_OUT_SECONDS);
}

/**
 * uk_breath_is_in:
 * @seconds: since the first breath in began, any number
 *
 * Returns: whether the breath goes in
 */
gboolean
uk_breath_is_in (double seconds)
{
  return get_time_in_breath (seconds) < UK_BREATH_IN_SECONDS;
}
