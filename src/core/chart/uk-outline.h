/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place on the chart.  The unit is a hundredth of the head's height; x grows to the right of the
 * picture with 0 on the body's midline, y grows downwards with 0 at the crown. */
typedef struct {
  double x;
  double y;
} UkPoint;

/* An upright rectangle in chart units. */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} UkBox;

/**
 * uk_boxes_meet:
 * @a: a box
 * @b: another
 *
 * Returns: whether they have at least a point in common
 */
static inline gboolean
uk_boxes_meet (const UkBox *a, const UkBox *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

typedef enum {
  UK_SEGMENT_MOVE,
  UK_SEGMENT_LINE,
  UK_SEGMENT_CURVE,
  UK_SEGMENT_CLOSE,
} UkSegmentKind;

/* One piece of an outline: a curve uses all three points (two handles and the end), a line and a
 * move only the first, a close none. */
typedef struct {
  UkSegmentKind kind;
  UkPoint p[3];
} UkSegment;

/**
 * UkOutline:
 *
 * An immutable path of absolute moves, lines, cubic curves and closes, with its polygons.
 */
typedef struct _UkOutline UkOutline;

UkOutline *uk_outline_new (const char *d, GError **error);
void uk_outline_free (UkOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkOutline, uk_outline_free)

const UkSegment *uk_outline_get_segments (const UkOutline *self, guint *n_segments);
UkBox uk_outline_get_bounds (const UkOutline *self);
gboolean uk_outline_is_closed (const UkOutline *self);
gboolean uk_outline_contains (const UkOutline *self, double x, double y);
double uk_outline_get_distance (const UkOutline *self, double x, double y);
double uk_outline_get_size (const UkOutline *self);
UkPoint
uk_outline_get_centre (const UkOutline *self, const UkOutline *const *covers, guint n_covers);

G_END_DECLS
