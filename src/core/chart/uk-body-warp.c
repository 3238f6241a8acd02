/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other bodies are the neutral one, bent smoothly: the head, trunk and legs are widened by a
 * factor that changes with the height, the arms are moved and widened on their own, and a few soft
 * pushes do the rest. All lengths are chart units, on the half with x >= 0; the other half is its
 * mirror image. */
#include "core/chart/uk-body-warp.h"

#include <math.h>
#include <stddef.h>

#define N(array) (sizeof (array) / sizeof (array)[0])

/* From the wrist on the hand is shortened, too. */
#define WRIST 385.0

#define N_STEPS 60
#define CLOSE_ENOUGH 1e-9

typedef struct {
  double y, value;
} Stop;

/* A soft push around a place: its strength falls off like a bell. */
typedef struct {
  double x, y;          /* where it is strongest */
  double width, height; /* how far it reaches */
  double dx, dy;        /* the push */
  bool front, back;     /* which view it belongs to */
} Push;

typedef struct {
  const Stop *trunk; /* factor of the width of head, trunk and legs */
  const Stop *shift; /* way of the arm, outwards */
  const Stop *arm;   /* factor of the arm's thickness */
  size_t n_trunk, n_shift, n_arm;
  double hand; /* factor of the hand's length */
  const Push *pushes;
  size_t n_pushes;
} Body;

/* The middle of the hanging arm. */
static const Stop arm_axis[] = {
  { 150, 88 },  { 205, 90 },  { 245, 98 },    { 268, 106 },
  { 301, 115 }, { 346, 130 }, { 385, 143.5 }, { 440, 160 },
};

/* Where the trunk ends and the arm begins, and how wide the seam between the two is to either side.
 */
static const Stop seam[] = {
  { 130, 82 },   { 150, 80 }, { 180, 78 }, { 205, 73.5 }, { 221, 74.8 }, { 243, 75.6 },
  { 262, 77.5 }, { 300, 79 }, { 354, 98 }, { 400, 106 },  { 480, 108 },
};
static const Stop seam_width[] = {
  { 130, 22 }, { 160, 22 }, { 185, 14 }, { 205, 7 },  { 221, 4 },
  { 243, 5 },  { 262, 8 },  { 300, 14 }, { 354, 18 },
};

static const Stop female_trunk[] = {
  { 0, 0.97 },    { 45, 0.965 },  { 70, 0.94 },   { 90, 0.905 },  { 107, 0.87 },  { 124, 0.885 },
  { 141, 0.915 }, { 165, 0.92 },  { 205, 0.915 }, { 243, 0.91 },  { 281, 0.905 }, { 300, 0.915 },
  { 320, 0.95 },  { 345, 1.01 },  { 374, 1.045 }, { 412, 1.05 },  { 445, 1.03 },  { 490, 0.99 },
  { 530, 0.965 }, { 565, 0.955 }, { 610, 0.955 }, { 655, 0.925 }, { 698, 0.905 }, { 757, 0.92 },
};
static const Stop female_shift[]
    = { { 130, -7.5 }, { 205, -7 }, { 270, -8.5 }, { 346, -8 }, { 440, -6.5 } };
static const Stop female_arm[]
    = { { 130, 0.93 }, { 205, 0.9 }, { 270, 0.88 }, { 385, 0.87 }, { 440, 0.9 } };
static const Push female_pushes[] = {
  { 92, 150, 30, 26, 0, 2.5, true, true }, /* the shoulders slope */
  { 38, 231, 26, 13, 0, 7, true, false },  /* the breast's lower edge */
  { 71, 222, 9, 16, 1.5, 0, true, false }, /* and its side */
};

static const Stop male_trunk[] = {
  { 0, 1 },       { 50, 1 },      { 70, 1.025 },  { 88, 1.06 },   { 107, 1.11 },  { 124, 1.095 },
  { 141, 1.075 }, { 165, 1.07 },  { 205, 1.07 },  { 243, 1.065 }, { 281, 1.045 }, { 300, 1.035 },
  { 320, 1.01 },  { 345, 0.975 }, { 374, 0.955 }, { 412, 0.97 },  { 445, 0.985 }, { 490, 1.01 },
  { 530, 1.015 }, { 565, 1.02 },  { 610, 1.04 },  { 655, 1.02 },  { 698, 1.03 },  { 757, 1.04 },
};
static const Stop male_shift[] = { { 130, 6 }, { 205, 6 }, { 270, 7.5 }, { 346, 8 }, { 440, 8 } };
static const Stop male_arm[]
    = { { 130, 1.06 }, { 205, 1.09 }, { 270, 1.1 }, { 346, 1.1 }, { 385, 1.07 }, { 440, 1.06 } };
static const Push male_pushes[] = {
  { 80, 142, 48, 30, 0, -2.2, true, true }, /* square shoulders */
  { 44, 127, 24, 20, 0, -1.6, true, true }, /* a strong neck */
};

static const Body bodies[UK_N_BODY_WARPS] = {
  [UK_BODY_WARP_FEMALE]
  = { female_trunk, female_shift, female_arm, N (female_trunk), N (female_shift), N (female_arm),
      0.94, female_pushes, N (female_pushes) },
  [UK_BODY_WARP_MALE] = { male_trunk, male_shift, male_arm, N (male_trunk), N (male_shift),
                          N (male_arm), 1.02, male_pushes, N (male_pushes) },
};

/* The slope of the table at one of its stops. */
static double
get_slope (const Stop *stops, size_t n, size_t i)
{
  size_t before = i > 0 ? i - 1 : i, after = i + 1 < n ? i + 1 : i;

  return (stops[after].value - stops[before].value) / (stops[after].y - stops[before].y);
}

/* Between the stops by a smooth curve, outside of them the last value. */
static double
look_up (const Stop *stops, size_t n, double y)
{
  size_t i = 0;
  double h, t, a, b;

  if (!(y > stops[0].y))
    return stops[0].value;
  if (y >= stops[n - 1].y)
    return stops[n - 1].value;
  while (y >= stops[i + 1].y)
    i++;
  h = stops[i + 1].y - stops[i].y;
  t = (y - stops[i].y) / h;
  a = i > 0 ? get_slope (stops, n, i) : 0;
  b = i + 2 < n ? get_slope (stops, n, i + 1) : 0;
  return (1 + 2 * t) * (1 - t) * (1 - t) * stops[i].value + t * (1 - t) * (1 - t) * h * a
         + t * t * (3 - 2 * t) * stops[i + 1].value - t * t * (1 - t) * h * b;
}

/* 0 on the trunk to 1 on the arm. */
static double
get_arm_share (double x, double y)
{
  double width = look_up (seam_width, N (seam_width), y);
  double t = (x - look_up (seam, N (seam), y) + width) / (2 * width);

  t = t < 0 ? 0 : t > 1 ? 1 : t;
  return t * t * (3 - 2 * t);
}

static double
get_bell (double distance)
{
  return exp (-0.5 * distance * distance * 4);
}

/* How far a point with x >= 0 is moved. */
static void
get_way (const Body *body, bool back, double x, double y, double *dx, double *dy)
{
  double share = get_arm_share (x, y);
  double trunk = x * (look_up (body->trunk, body->n_trunk, y) - 1);
  double arm
      = look_up (body->shift, body->n_shift, y)
        + (x - look_up (arm_axis, N (arm_axis), y)) * (look_up (body->arm, body->n_arm, y) - 1);
  size_t i;

  *dx = trunk + (arm - trunk) * share;
  *dy = y > WRIST ? share * (y - WRIST) * (body->hand - 1) : 0;
  for (i = 0; i < body->n_pushes; i++) {
    const Push *push = &body->pushes[i];
    double strength;

    if (!(back ? push->back : push->front))
      continue;
    strength = get_bell ((x - push->x) / push->width) * get_bell ((y - push->y) / push->height);
    *dx += push->dx * strength;
    *dy += push->dy * strength;
  }
}

/**
 * uk_body_warp:
 * @body: a body
 * @back: the view from the back
 * @x: (inout): a point of the neutral body
 * @y: (inout): of the point
 *
 * Moves a point of the neutral body to where it is on another body; points on the midline stay
 * there.
 */
void
uk_body_warp (int body, bool back, double *x, double *y)
{
  double dx, dy;

  if (body <= UK_BODY_WARP_NEUTRAL || body >= UK_N_BODY_WARPS)
    return;
  get_way (&bodies[body], back, fabs (*x), *y, &dx, &dy);
  *x += *x < 0 ? -dx : dx;
  *y += dy;
}

/**
 * uk_body_unwarp:
 * @body: a body
 * @back: the view from the back
 * @x: (inout): a point of this body
 * @y: (inout): of the point
 *
 * The other way round: finds the point of the neutral body that uk_body_warp() moves here.
 */
void
uk_body_unwarp (int body, bool back, double *x, double *y)
{
  double goal_x = fabs (*x), goal_y = *y, at_x = goal_x, at_y = goal_y;
  int i;

  if (body <= UK_BODY_WARP_NEUTRAL || body >= UK_N_BODY_WARPS || !isfinite (goal_x)
      || !isfinite (goal_y))
    return;
  for (i = 0; i < N_STEPS; i++) {
    double dx, dy, next_x, next_y;
    bool close;

    get_way (&bodies[body], back, at_x, at_y, &dx, &dy);
    next_x = fmax (goal_x - dx, 0);
    next_y = goal_y - dy;
    close = fabs (next_x - at_x) < CLOSE_ENOUGH && fabs (next_y - at_y) < CLOSE_ENOUGH;
    at_x = next_x;
    at_y = next_y;
    if (close)
      break;
  }
  *x = *x < 0 ? -at_x : at_x;
  *y = at_y;
}
