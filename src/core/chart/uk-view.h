/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UkView:
 * @UK_VIEW_FRONT: the body seen from the front; the person's left is on the right of the picture
 * @UK_VIEW_BACK: the body seen from the back; the person's left is on the left of the picture
 *
 * The values are stored in the database: never renumber them.
 */
typedef enum {
  UK_VIEW_FRONT = 0,
  UK_VIEW_BACK = 1,
} UkView;

#define UK_N_VIEWS 2

/**
 * uk_view_other:
 *
 * Returns: the view from the opposite side
 */
static inline UkView
uk_view_other (UkView view)
{
  return view == UK_VIEW_FRONT ? UK_VIEW_BACK : UK_VIEW_FRONT;
}

const char *uk_view_to_id (UkView view);
gboolean uk_view_from_id (const char *id, UkView *view);

G_END_DECLS
