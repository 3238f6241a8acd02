/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/window/uk-application-private.h"
#include "core/compose/uk-quick.h"

#include <glib/gi18n.h>

static gboolean
is_allowed (const UkRoutine *routine, const char *region, gpointer data)
{
  const UkContext *context = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (UkSafetyRuling) ruling
      = uk_safety_book_rule (context->safety, routine, region, now);

  return ruling->permit != UK_PERMIT_NO;
}

/* A minute for the sorest place, with what is at hand; where nothing may be done, the place itself
 * says why. */
void
uk_application_start_quick (UkApplication *self)
{
  const UkContext *context = uk_application_get_context (self);
  UkWindow *window = uk_application_present_window (self);
  g_auto (GStrv) lacking = g_settings_get_strv (context->settings, "filter-lacking");
  const UkFilter filter = { .lacking = (const char *const *)lacking };
  const UkRegion *region = NULL;
  const UkRoutine *routine;
  UkSide side = UK_SIDE_NONE;

  if (context->store == NULL
      || !uk_quick_find_place (context->catalogue, context->store, &region, &side)) {
    uk_window_tell (window, _ ("Click the sore place first. Then a minute is one click."));
    return;
  }
  routine = uk_catalogue_compose (context->catalogue, region->id, UK_QUICK_MINUTES, &filter,
                                  is_allowed, (gpointer)context);
  if (routine != NULL)
    uk_window_start_run (window, routine, region->id, side);
  else
    uk_window_show_region (window, region->id, side);
}
