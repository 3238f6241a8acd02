/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-flesh-private.h"

/* One hand: `point` takes front, up and towards the palm. */
typedef struct {
  UkVec wrist;
  const UkFrame *frame;
  double sign;
} Hand;

static UkVec
point (const Hand *h, double front, double up, double palm)
{
  return uk_vec_add (h->wrist, uk_frame_out (h->frame, front, up, -palm * h->sign));
}

/* The first joint is in the palm: it has no shading, so that the finger grows out of it. */
static void
add_chain (UkFlesh *flesh, UkShape *shape, const UkVec *at, const double *r, int n)
{
  gint16 previous = -1;

  for (int i = 0; i < n; i++) {
    gint16 id = uk_flesh_add (flesh, shape, at[i], r[i], i == 0 ? 0 : 1);

    if (i > 0)
      uk_flesh_link (flesh, shape, (gint16[]){ previous, id }, 2);
    previous = id;
  }
}

static void
add_finger (UkFlesh *flesh, UkShape *shape, const Hand *h, const UkHand *hand, int finger)
{
  static const struct {
    double front, up, length, r;
  } fingers[4] = {
    { 2.55, -8.3, 7.0, 1.0 },
    { 0.9, -8.9, 7.7, 1.02 },
    { -0.9, -8.6, 7.1, 0.98 },
    { -2.55, -7.7, 5.6, 0.88 },
  };
  double curl = hand->curl[finger], length = fingers[finger].length, r = fingers[finger].r;
  double fan = (1.5 - finger) * (0.035 + hand->spread * 0.16) * (1 - MIN (curl, 1));
  double bend[3] = { 8 + curl * (62 + 3 * finger), 12 + curl * 150, 14 + curl * 205 };
  static const double share[3] = { 0.46, 0.32, 0.24 };
  UkVec at[4];

  at[0] = point (h, fingers[finger].front, fingers[finger].up, 0);
  for (int i = 0; i < 3; i++) {
    double angle = uk_radians (bend[i]);
    UkVec way = uk_frame_out (h->frame, sin (fan) * cos (angle), -cos (fan) * cos (angle),
                              -h->sign * sin (angle));

    at[i + 1] = uk_vec_along (at[i], way, length * share[i]);
  }
  add_chain (flesh, shape, at, (double[]){ r + 0.12, r, r - 0.06, r - 0.16 }, 4);
}

static void
add_thumb (UkFlesh *flesh, UkShape *shape, const Hand *h, const UkHand *hand)
{
  UkVec at[UK_THUMB_JOINTS];

  for (int i = 0; i < UK_THUMB_JOINTS; i++) {
    UkVec p = uk_hand_get_thumb (hand, i);

    at[i] = point (h, p.x, p.y, p.z);
  }
  add_chain (flesh, shape, at, (double[]){ 1.7, 1.25, 1.08, 0.9 }, UK_THUMB_JOINTS);
}

void
uk_flesh_add_palm (UkFlesh *flesh, UkShape *shape, const UkSkeleton *skeleton, int half)
{
  Hand h = { skeleton->wrist[half], &skeleton->hand[half], half == UK_BODY_LEFT ? -1 : 1 };
  gint16 wrist = uk_flesh_add (flesh, shape, h.wrist, 2.35, 0.6);
  gint16 thumb_side = uk_flesh_add (flesh, shape, point (&h, 1.7, -3.4, 0.3), 1.9, 1);
  gint16 little_side = uk_flesh_add (flesh, shape, point (&h, -1.6, -3.6, 0.2), 1.8, 1);
  gint16 index = uk_flesh_add (flesh, shape, point (&h, 2.5, -8.2, 0), 1.45, 0);
  gint16 little = uk_flesh_add (flesh, shape, point (&h, -2.5, -7.6, 0), 1.3, 0);

  uk_flesh_link (flesh, shape, (gint16[]){ wrist, thumb_side, little_side }, 3);
  uk_flesh_link (flesh, shape, (gint16[]){ thumb_side, little_side, index, little }, 4);
}

/* Each finger is a shape of its own, so that they can be told apart in large pictures. */
void
uk_flesh_add_fingers (UkFlesh *flesh, UkPart part, const UkSkeleton *skeleton, int half)
{
  const UkHand *hand = &skeleton->fingers[half];
  Hand h = { skeleton->wrist[half], &skeleton->hand[half], half == UK_BODY_LEFT ? -1 : 1 };

  for (int finger = 0; finger < 5; finger++) {
    UkShape *shape = uk_flesh_begin (flesh, part, UK_MATERIAL_SKIN);

    shape->soft = TRUE;
    if (finger < 4)
      add_finger (flesh, shape, &h, hand, finger);
    else
      add_thumb (flesh, shape, &h, hand);
  }
}

/* A toe rises a little from the ball of the foot and ends on the ground. */
static void
add_toe (UkFlesh *flesh, UkShape *shape, const UkSkeleton *skeleton, int half, int toe)
{
  static const struct {
    double front, up, outward, length, r;
  } toes[5] = {
    { 10.9, -5.95, -2.55, 5.6, 1.35 }, { 11.6, -6.1, -0.85, 5.5, 0.95 },
    { 11.2, -6.2, 0.55, 5.0, 0.9 },    { 10.5, -6.25, 1.85, 4.5, 0.86 },
    { 9.5, -6.3, 3.0, 3.9, 0.82 },
  };
  double sign = half == UK_BODY_LEFT ? -1 : 1, length = toes[toe].length, r = toes[toe].r;
  double fan = (toe - 1.2) * (0.02 + 0.14 * skeleton->toe_spread[half]);
  double bend = skeleton->toes[half], angle = uk_radians (bend);
  UkVec at[3], out = { toes[toe].front, toes[toe].up, toes[toe].outward * sign };
  UkVec reach[3] = { out, out, out };

  for (int i = 1; i < 3; i++) {
    double far = length * (i == 1 ? 0.5 : 1);
    /* drawn in, the tip bends further than the root */
    double turn = i == 2 ? angle + uk_radians (MIN (bend, 0)) : angle;

    reach[i].x += far * cos (fan) * cos (turn);
    reach[i].y += far * sin (turn) + (i == 1 ? 0.3 : -0.15);
    reach[i].z += far * sin (fan) * sign;
  }
  for (int i = 0; i < 3; i++)
    at[i] = uk_vec_add (skeleton->ankle[half],
                        uk_frame_out (&skeleton->foot[half], reach[i].x, reach[i].y, reach[i].z));
  add_chain (flesh, shape, at, (double[]){ r + 0.1, r * 0.94, r }, 3);
}

void
uk_flesh_add_toes (UkFlesh *flesh, UkPart part, const UkSkeleton *skeleton, int half)
{
  UkBodyPart *p = &flesh->parts[part];
  guint n_shapes = p->n_shapes;

  for (int toe = 0; toe < 5; toe++) {
    UkShape *shape = uk_flesh_begin (flesh, part, UK_MATERIAL_SKIN);

    shape->soft = TRUE;
    add_toe (flesh, shape, skeleton, half, toe);
  }
  p->n_toes = p->n_shapes - n_shapes;
  p->n_shapes = n_shapes;
}

void
uk_flesh_add_foot (UkFlesh *flesh, UkShape *shape, const UkSkeleton *skeleton, int half)
{
  double sign = half == UK_BODY_LEFT ? -1 : 1;
  double angle = uk_radians (skeleton->toes[half]), c = cos (angle), s = sin (angle);
  const double spheres[8][5] = {
    { 0, 0, 0, 3.3, 0.5 },
    { 0.6, -2.4, 0, 3.3, 0.8 },
    { -3.6, -4.7, 0, 2.9, 1 },
    { 5.0, -3.6, -0.4, 3.0, 1 },
    { 11.0, -5.7, -2.3, 1.9, 1 },
    { 9.2, -5.9, 2.4, 1.7, 1 },
    { 11.0 + 5.6 * c, -6.25 + 5.6 * s, -1.7, 1.35, 1 },
    { 9.4 + 4.6 * c, -6.4 + 4.6 * s, 2.3, 1.15, 1 },
  };
  gint16 first = (gint16)flesh->n_spheres;

  for (int i = 0; i < 8; i++) {
    UkVec p
        = uk_frame_out (&skeleton->foot[half], spheres[i][0], spheres[i][1], spheres[i][2] * sign);

    uk_flesh_add (flesh, shape, uk_vec_add (skeleton->ankle[half], p), spheres[i][3],
                  spheres[i][4]);
  }
  for (int i = 0; i < 3; i++) { /* heel, instep, toes: each four spheres, two of them shared */
    gint16 ids[4];

    for (int k = 0; k < 4; k++)
      ids[k] = (gint16)(first + 2 * i + k);
    uk_flesh_link (flesh, shape, ids, 4);
  }
}
