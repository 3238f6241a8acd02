/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-knot-layout.h"

#include <math.h>

/* Between two discs, in pixels. */
#define GAP 1.0

/* The places that are tried: rings around the point. */
#define RING_STEP 4.0
#define N_RINGS 40
#define N_TURNS 24

static double
get_reach (const UkKnotMark *mark)
{
  return uk_knot_get_radius (mark) + UK_KNOT_RING;
}

static gboolean
is_free (const UkKnotMark *marks,
         const gboolean *placed,
         guint n_marks,
         guint index,
         UkPoint place,
         const UkBox *room)
{
  double reach = get_reach (&marks[index]);
  guint i;

  if (place.x < room->x + reach || place.y < room->y + reach
      || place.x > room->x + room->width - reach || place.y > room->y + room->height - reach)
    return FALSE;
  for (i = 0; i < n_marks; i++) {
    if (placed[i]
        && hypot (marks[i].place.x - place.x, marks[i].place.y - place.y)
               < reach + get_reach (&marks[i]) + GAP)
      return FALSE;
  }
  return TRUE;
}

/* The free place that is nearest to the point; straight away from the middle of the crowd if there
 * is a choice. */
static UkPoint
find_place (
    const UkKnotMark *marks, const gboolean *placed, guint n_marks, guint index, const UkBox *room)
{
  UkPoint at = marks[index].at, crowd = { 0, 0 };
  guint ring, turn, n = 0, i;
  double away;

  if (is_free (marks, placed, n_marks, index, at, room))
    return at;
  for (i = 0; i < n_marks; i++) {
    if (!placed[i] || hypot (marks[i].at.x - at.x, marks[i].at.y - at.y) > 4 * UK_KNOT_RADIUS)
      continue;
    crowd.x += marks[i].at.x;
    crowd.y += marks[i].at.y;
    n++;
  }
  away = n > 0 ? atan2 (at.y - crowd.y / n, at.x - crowd.x / n) : 0;
  for (ring = 1; ring <= N_RINGS; ring++) {
    for (turn = 0; turn < N_TURNS; turn++) {
      /* To either side in turn, further and further. */
      double angle
          = away + (turn % 2 == 0 ? 1 : -1) * (double)((turn + 1) / 2) * 2 * G_PI / N_TURNS;
      UkPoint place
          = { at.x + ring * RING_STEP * cos (angle), at.y + ring * RING_STEP * sin (angle) };

      if (is_free (marks, placed, n_marks, index, place, room))
        return place;
    }
  }
  return at;
}

/**
 * uk_knot_get_radius:
 * @mark: a knot
 *
 * Returns: of its disc, without the ring, in pixels
 */
double
uk_knot_get_radius (const UkKnotMark *mark)
{
  g_return_val_if_fail (mark != NULL, 0);

  return mark->selected ? UK_KNOT_RADIUS_SELECTED : UK_KNOT_RADIUS;
}

/**
 * uk_knot_layout:
 * @marks: (array length=n_marks): the knots; their @place is set
 * @n_marks: how many there are
 * @room: where discs may be, in pixels
 *
 * Puts each disc on its point, or where that would hide another one, beside it.  The selected one
 * comes first and so stays where it is; the same knots always get the same places.
 */
void
uk_knot_layout (UkKnotMark *marks, guint n_marks, const UkBox *room)
{
  g_autofree gboolean *placed = g_new0 (gboolean, MAX (n_marks, 1));
  guint pass, i;

  g_return_if_fail (marks != NULL || n_marks == 0);
  g_return_if_fail (room != NULL);

  for (pass = 0; pass < 2; pass++) {
    for (i = 0; i < n_marks; i++) {
      if (marks[i].selected != (pass == 0))
        continue;
      marks[i].place = find_place (marks, placed, n_marks, i, room);
      placed[i] = TRUE;
    }
  }
}

/**
 * uk_knot_find:
 * @marks: (array length=n_marks): knots with their places
 * @n_marks: how many there are
 * @x: in pixels
 * @y: in pixels
 * @slop: how far off the pointer may be, in pixels
 *
 * Returns: the index of the knot whose disc is at the point, -1 if there is none
 */
int
uk_knot_find (const UkKnotMark *marks, guint n_marks, double x, double y, double slop)
{
  double best = slop;
  int found = -1;
  guint i;

  g_return_val_if_fail (marks != NULL || n_marks == 0, -1);

  for (i = 0; i < n_marks; i++) {
    double distance = hypot (marks[i].place.x - x, marks[i].place.y - y) - get_reach (&marks[i]);

    if (distance <= best) {
      best = distance;
      found = (int)i;
    }
  }
  return found;
}
