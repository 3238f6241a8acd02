/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-vec.h"

typedef struct {
  double w, x, y, z;
} Quaternion;

static Quaternion
quaternion_from_frame (const UkFrame *m)
{
  double a = m->f.x, e = m->u.y, i = m->r.z, trace = a + e + i, k;

  if (trace > 0) {
    k = 2 * sqrt (trace + 1);
    return (Quaternion){ k / 4, (m->u.z - m->r.y) / k, (m->r.x - m->f.z) / k,
                         (m->f.y - m->u.x) / k };
  }
  if (a > e && a > i) {
    k = 2 * sqrt (1 + a - e - i);
    return (Quaternion){ (m->u.z - m->r.y) / k, k / 4, (m->u.x + m->f.y) / k,
                         (m->r.x + m->f.z) / k };
  }
  if (e > i) {
    k = 2 * sqrt (1 + e - a - i);
    return (Quaternion){ (m->r.x - m->f.z) / k, (m->u.x + m->f.y) / k, k / 4,
                         (m->r.y + m->u.z) / k };
  }
  k = 2 * sqrt (1 + i - a - e);
  return (Quaternion){ (m->f.y - m->u.x) / k, (m->r.x + m->f.z) / k, (m->r.y + m->u.z) / k, k / 4 };
}

static UkFrame
quaternion_to_frame (Quaternion q)
{
  double w = q.w, x = q.x, y = q.y, z = q.z;

  return (UkFrame){
    { 1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y) },
    { 2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x) },
    { 2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y) },
  };
}

/**
 * uk_frame_slerp:
 * @a: where to start
 * @b: where to end
 * @t: 0 to 1
 *
 * Returns: the rotation @t of the shortest way from @a to @b
 */
UkFrame
uk_frame_slerp (const UkFrame *a, const UkFrame *b, double t)
{
  Quaternion p = quaternion_from_frame (a), q = quaternion_from_frame (b);
  double dot = p.w * q.w + p.x * q.x + p.y * q.y + p.z * q.z;
  double kp = 1 - t, kq = t, sign = 1, length;

  if (dot < 0) {
    dot = -dot;
    sign = -1;
  }
  if (dot < 0.9995) {
    double angle = acos (dot);

    kp = sin ((1 - t) * angle) / sin (angle);
    kq = sin (t * angle) / sin (angle);
  }
  kq *= sign;
  q = (Quaternion){ kp * p.w + kq * q.w, kp * p.x + kq * q.x, kp * p.y + kq * q.y,
                    kp * p.z + kq * q.z };
  length = sqrt (q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);
  return quaternion_to_frame (
      (Quaternion){ q.w / length, q.x / length, q.y / length, q.z / length });
}
