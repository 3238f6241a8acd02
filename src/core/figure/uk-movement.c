/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-movement.h"

#include "core/figure/uk-breath.h"
#include "core/figure/uk-pose-parser.h"

#include <glib/gi18n-lib.h>

/* How much slower than drawn a movement may go; what is left of a repetition is held at its end. */
#define SLOWEST 1.8

/* How much faster; a shorter tempo takes a loop for several repetitions. */
#define FASTEST 0.5

typedef struct {
  UkFigure figure;
  double seconds; /* until the next key */
} Key;

struct _UkMovement {
  Key *keys; /* (array length=n_keys) (owned) */
  guint n_keys;
  double seconds; /* of all keys */
  double rate;    /* seconds that a second of the keys takes */
  double hold;    /* seconds at the last key */
};

static double
ease (double t)
{
  return t * t * (3 - 2 * t);
}

/**
 * uk_movement_new:
 * @set: where the poses are
 * @ids: (array zero-terminated=1): the key poses in order; after the last comes the first again
 * @mirrored: whether to show the other side of the body
 * @error: (nullable): where to put which pose is missing
 *
 * Returns: (transfer full) (nullable): the movement; a single pose makes one that only breathes
 */
UkMovement *
uk_movement_new (UkPoseSet *set, const char *const *ids, gboolean mirrored, GError **error)
{
  g_autoptr (UkMovement) movement = NULL;
  guint n = 0;

  g_return_val_if_fail (UK_IS_POSE_SET (set) && ids != NULL && ids[0] != NULL, NULL);

  while (ids[n] != NULL)
    n++;
  movement = g_new0 (UkMovement, 1);
  movement->keys = g_new0 (Key, n);
  movement->n_keys = n;
  movement->rate = 1;
  for (guint i = 0; i < n; i++) {
    const UkPose *pose = uk_pose_set_lookup (set, ids[i]);

    if (pose == NULL) {
      g_set_error (error, UK_POSE_ERROR, UK_POSE_ERROR_UNKNOWN, _ ("there is no pose “%s”"),
                   ids[i]);
      return NULL;
    }
    uk_figure_solve (&movement->keys[i].figure, pose, mirrored);
    movement->keys[i].seconds = pose->seconds;
    movement->seconds += pose->seconds;
  }
  return g_steal_pointer (&movement);
}

/**
 * uk_movement_free:
 * @movement: (transfer full) (nullable): a movement
 */
void
uk_movement_free (UkMovement *movement)
{
  if (movement == NULL)
    return;
  g_free (movement->keys);
  g_free (movement);
}

/**
 * uk_movement_set_tempo:
 * @movement: a movement
 * @seconds: how long one repetition takes; 0 for the pace at which it was drawn
 *
 * Makes the movement a metronome.  What would become too slow is held at the last key; what would
 * become too fast goes once through the keys in several repetitions.
 */
void
uk_movement_set_tempo (UkMovement *movement, double seconds)
{
  double loop = seconds;

  g_return_if_fail (movement != NULL);
  g_return_if_fail (seconds >= 0);

  movement->rate = 1;
  movement->hold = 0;
  if (movement->n_keys == 1 || seconds <= 0)
    return;
  while (loop < FASTEST * movement->seconds)
    loop += seconds;
  movement->rate = MIN (loop / movement->seconds, SLOWEST);
  movement->hold = loop - movement->rate * movement->seconds;
}

/**
 * uk_movement_get_n_keys:
 * @movement: a movement
 *
 * Returns: the number of key poses, at least 1
 */
guint
uk_movement_get_n_keys (const UkMovement *movement)
{
  g_return_val_if_fail (movement != NULL, 0);

  return movement->n_keys;
}

/**
 * uk_movement_get_key:
 * @movement: a movement
 * @index: below uk_movement_get_n_keys()
 *
 * Returns: (transfer none): the solved key pose
 */
const UkFigure *
uk_movement_get_key (const UkMovement *movement, guint index)
{
  g_return_val_if_fail (movement != NULL && index < movement->n_keys, NULL);

  return &movement->keys[index].figure;
}

/**
 * uk_movement_get_seconds:
 * @movement: a movement
 *
 * Returns: how long one loop takes; of a single pose one breath
 */
double
uk_movement_get_seconds (const UkMovement *movement)
{
  g_return_val_if_fail (movement != NULL, 0);

  if (movement->n_keys == 1)
    return UK_BREATH_SECONDS;
  return movement->rate * movement->seconds + movement->hold;
}

/**
 * uk_movement_is_still:
 * @movement: a movement
 *
 * Returns: whether it is a single pose
 */
gboolean
uk_movement_is_still (const UkMovement *movement)
{
  g_return_val_if_fail (movement != NULL, TRUE);

  return movement->n_keys == 1;
}

/**
 * uk_movement_get_at:
 * @movement: a movement
 * @seconds: since its start, any number; it loops
 * @figure: (out caller-allocates): the picture at that time
 */
void
uk_movement_get_at (const UkMovement *movement, double seconds, UkFigure *figure)
{
  double length, t;
  guint i = 0;

  g_return_if_fail (movement != NULL && figure != NULL);

  length = uk_movement_get_seconds (movement);
  t = fmod (seconds, length);
  if (t < 0)
    t += length;
  if (movement->n_keys == 1) {
    *figure = movement->keys[0].figure;
    uk_figure_breathe (figure, uk_breath_at (t));
    return;
  }
  while (i < movement->n_keys - 1 && t >= movement->rate * movement->keys[i].seconds)
    t -= movement->rate * movement->keys[i++].seconds;
  if (i == movement->n_keys - 1)
    t = MAX (0, t - movement->hold);
  t = CLAMP (t / (movement->rate * movement->keys[i].seconds), 0, 1);
  uk_figure_mix (figure, &movement->keys[i].figure,
                 &movement->keys[(i + 1) % movement->n_keys].figure, ease (t));
}
