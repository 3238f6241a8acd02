/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-view.h"

/**
 * uk_view_to_id:
 *
 * Returns: (transfer none): `front` or `back`, as used in files; not for display
 */
const char *
uk_view_to_id (UkView view)
{
  return view == UK_VIEW_FRONT ? "front" : "back";
}

/**
 * uk_view_from_id:
 * @id: (nullable): `front` or `back`
 * @view: (out): where to put the view
 *
 * Returns: %FALSE and @view untouched if @id is neither
 */
gboolean
uk_view_from_id (const char *id, UkView *view)
{
  g_return_val_if_fail (view != NULL, FALSE);

  if (g_strcmp0 (id, "front") == 0)
    *view = UK_VIEW_FRONT;
  else if (g_strcmp0 (id, "back") == 0)
    *view = UK_VIEW_BACK;
  else
    return FALSE;
  return TRUE;
}
