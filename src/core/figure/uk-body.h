/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-body-kind.h"

G_BEGIN_DECLS

typedef enum {
  UK_HAIR_SHORT,
  UK_HAIR_BUN,
} UkHair;

/**
 * UkBody:
 * @shoulders, @hips: how much further out these joints are, in cm
 * @chest, @waist, @seat: half width of the trunk there, as a share of the neutral one
 * @bust: how much further forward the chest is, in cm
 * @arm, @leg, @neck: how thick they are, as a share
 * @jaw: how wide it is, as a share
 * @sleeve: how far down the upper arm the sleeve goes, in cm
 * @hair: how the hair is worn
 *
 * What tells bodies apart.  All have the same bones, so that every pose fits everybody.
 */
typedef struct {
  double shoulders, hips;
  double chest, waist, seat;
  double bust;
  double arm, leg, neck;
  double jaw;
  double sleeve;
  UkHair hair;
} UkBody;

const UkBody *uk_body_get (UkBodyKind kind);
const UkBody *uk_body_get_helper (UkBodyKind kind);
double uk_body_get_width (const UkBody *body, double height);
double uk_body_get_bust (const UkBody *body, double height);

G_END_DECLS
