/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-body.h"

#include "core/figure/uk-vec.h"

/* cm up the spine from the hips. */
#define SEAT_HEIGHT 6.0
#define WAIST_HEIGHT 19.0
#define CHEST_HEIGHT 37.0
#define BUST_HEIGHT 39.0
#define BUST_REACH 9.0

static const UkBody bodies[UK_N_BODY_KINDS] = {
  [UK_BODY_NEUTRAL] = { .chest = 1,
                        .waist = 1,
                        .seat = 1,
                        .arm = 1,
                        .leg = 1,
                        .neck = 1,
                        .jaw = 1,
                        .sleeve = 14.8,
                        .hair = UK_HAIR_SHORT },
  [UK_BODY_FEMALE] = { .shoulders = -0.9,
                       .hips = 0.4,
                       .chest = 0.93,
                       .waist = 0.91,
                       .seat = 1.04,
                       .bust = 2.0,
                       .arm = 0.92,
                       .leg = 1,
                       .neck = 0.88,
                       .jaw = 0.86,
                       .sleeve = 12.4,
                       .hair = UK_HAIR_BUN },
  [UK_BODY_MALE] = { .shoulders = 1.1,
                     .hips = -0.2,
                     .chest = 1.07,
                     .waist = 1.06,
                     .seat = 0.98,
                     .arm = 1.07,
                     .leg = 1.02,
                     .neck = 1.12,
                     .jaw = 1.12,
                     .sleeve = 16.6,
                     .hair = UK_HAIR_SHORT },
};

static const UkBody helper = { .chest = 1,
                               .waist = 1,
                               .seat = 1,
                               .arm = 1,
                               .leg = 1,
                               .neck = 1,
                               .jaw = 1,
                               .sleeve = 14.8,
                               .hair = UK_HAIR_BUN };

/**
 * uk_body_get:
 * @kind: whose
 *
 * Returns: (transfer none): the body
 */
const UkBody *
uk_body_get (UkBodyKind kind)
{
  g_return_val_if_fail ((guint)kind < UK_N_BODY_KINDS, &bodies[UK_BODY_NEUTRAL]);

  return &bodies[kind];
}

/**
 * uk_body_get_helper:
 * @kind: of the first person
 *
 * Returns: (transfer none): a body for the second one, whose hair is worn in another way
 */
const UkBody *
uk_body_get_helper (UkBodyKind kind)
{
  return uk_body_get (kind)->hair == UK_HAIR_BUN ? &bodies[UK_BODY_NEUTRAL] : &helper;
}

/**
 * uk_body_get_width:
 * @body: whose
 * @height: cm up the spine from the hips
 *
 * Returns: how wide the trunk is there, as a share of the neutral one
 */
double
uk_body_get_width (const UkBody *body, double height)
{
  g_return_val_if_fail (body != NULL, 1);

  if (height < WAIST_HEIGHT)
    return uk_mix (body->seat, body->waist,
                   CLAMP ((height - SEAT_HEIGHT) / (WAIST_HEIGHT - SEAT_HEIGHT), 0, 1));
  return uk_mix (body->waist, body->chest,
                 CLAMP ((height - WAIST_HEIGHT) / (CHEST_HEIGHT - WAIST_HEIGHT), 0, 1));
}

/**
 * uk_body_get_bust:
 * @body: whose
 * @height: cm up the spine from the hips
 *
 * Returns: how many cm the trunk goes further forward there
 */
double
uk_body_get_bust (const UkBody *body, double height)
{
  double t = 1 - fabs (height - BUST_HEIGHT) / BUST_REACH;

  g_return_val_if_fail (body != NULL, 0);

  return t > 0 ? body->bust * t * t * (3 - 2 * t) : 0;
}
