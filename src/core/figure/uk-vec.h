/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include <math.h>

G_BEGIN_DECLS

/**
 * UkVec:
 *
 * A point or direction in centimetres: x to the right of the picture in the side view, y up, z to
 * the viewer.  The floor is y = 0.
 */
typedef struct {
  double x, y, z;
} UkVec;

/**
 * UkFrame:
 * @f: front
 * @u: up, along a bone from its far end to its near end
 * @r: right, f × u
 *
 * A rotation as three unit vectors.
 */
typedef struct {
  UkVec f, u, r;
} UkFrame;

static inline double
uk_radians (double degrees)
{
  return degrees * (G_PI / 180.0);
}

static inline double
uk_mix (double a, double b, double t)
{
  return a + (b - a) * t;
}

static inline UkVec
uk_vec (double x, double y, double z)
{
  return (UkVec){ x, y, z };
}

static inline UkVec
uk_vec_add (UkVec a, UkVec b)
{
  return uk_vec (a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline UkVec
uk_vec_sub (UkVec a, UkVec b)
{
  return uk_vec (a.x - b.x, a.y - b.y, a.z - b.z);
}

static inline UkVec
uk_vec_scale (UkVec a, double k)
{
  return uk_vec (a.x * k, a.y * k, a.z * k);
}

/* From a, k times the way d. */
static inline UkVec
uk_vec_along (UkVec a, UkVec d, double k)
{
  return uk_vec (a.x + d.x * k, a.y + d.y * k, a.z + d.z * k);
}

static inline UkVec
uk_vec_mix (UkVec a, UkVec b, double t)
{
  return uk_vec (uk_mix (a.x, b.x, t), uk_mix (a.y, b.y, t), uk_mix (a.z, b.z, t));
}

static inline double
uk_vec_dot (UkVec a, UkVec b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline UkVec
uk_vec_cross (UkVec a, UkVec b)
{
  return uk_vec (a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

static inline double
uk_vec_length (UkVec a)
{
  return sqrt (uk_vec_dot (a, a));
}

static inline double
uk_vec_distance (UkVec a, UkVec b)
{
  return uk_vec_length (uk_vec_sub (a, b));
}

/* The direction of a; up if a has no length. */
static inline UkVec
uk_vec_unit (UkVec a)
{
  double length = uk_vec_length (a);

  return length > 1e-9 ? uk_vec_scale (a, 1 / length) : uk_vec (0, 1, 0);
}

/* What of a is square to the unit vector n. */
static inline UkVec
uk_vec_reject (UkVec a, UkVec n)
{
  return uk_vec_along (a, n, -uk_vec_dot (a, n));
}

static inline UkFrame
uk_frame_world (void)
{
  return (UkFrame){ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
}

/* From frame coordinates to the world. */
static inline UkVec
uk_frame_out (const UkFrame *m, double f, double u, double r)
{
  return uk_vec_along (uk_vec_along (uk_vec_scale (m->f, f), m->u, u), m->r, r);
}

static inline UkVec
uk_frame_out_vec (const UkFrame *m, UkVec v)
{
  return uk_frame_out (m, v.x, v.y, v.z);
}

/* From the world to frame coordinates. */
static inline UkVec
uk_frame_in (const UkFrame *m, UkVec v)
{
  return uk_vec (uk_vec_dot (m->f, v), uk_vec_dot (m->u, v), uk_vec_dot (m->r, v));
}

/* Bends the top of the frame towards its front, in degrees. */
static inline UkFrame
uk_frame_flex (UkFrame m, double degrees)
{
  double c = cos (uk_radians (degrees)), s = sin (uk_radians (degrees));

  return (UkFrame){ uk_vec_along (uk_vec_scale (m.f, c), m.u, -s),
                    uk_vec_along (uk_vec_scale (m.u, c), m.f, s), m.r };
}

/* Bends the top of the frame towards its right. */
static inline UkFrame
uk_frame_side (UkFrame m, double degrees)
{
  double c = cos (uk_radians (degrees)), s = sin (uk_radians (degrees));

  return (UkFrame){ m.f, uk_vec_along (uk_vec_scale (m.u, c), m.r, s),
                    uk_vec_along (uk_vec_scale (m.r, c), m.u, -s) };
}

/* Turns the front of the frame towards its right. */
static inline UkFrame
uk_frame_twist (UkFrame m, double degrees)
{
  double c = cos (uk_radians (degrees)), s = sin (uk_radians (degrees));

  return (UkFrame){ uk_vec_along (uk_vec_scale (m.f, c), m.r, s), m.u,
                    uk_vec_along (uk_vec_scale (m.r, c), m.f, -s) };
}

/* A frame from its up and roughly its front. */
static inline UkFrame
uk_frame_make (UkVec up, UkVec front)
{
  UkFrame m;

  m.u = uk_vec_unit (up);
  m.f = uk_vec_reject (front, m.u);
  if (uk_vec_length (m.f) < 1e-6)
    m.f = uk_vec_cross (m.u, uk_vec (m.u.y, m.u.z, m.u.x));
  m.f = uk_vec_unit (m.f);
  m.r = uk_vec_cross (m.f, m.u);
  return m;
}

/* The child frame as seen from its parent, and back. */
static inline UkFrame
uk_frame_relative (const UkFrame *parent, const UkFrame *child)
{
  return (UkFrame){ uk_frame_in (parent, child->f), uk_frame_in (parent, child->u),
                    uk_frame_in (parent, child->r) };
}

static inline UkFrame
uk_frame_absolute (const UkFrame *parent, const UkFrame *local)
{
  return (UkFrame){ uk_frame_out_vec (parent, local->f), uk_frame_out_vec (parent, local->u),
                    uk_frame_out_vec (parent, local->r) };
}

UkFrame uk_frame_slerp (const UkFrame *a, const UkFrame *b, double t);

G_END_DECLS
