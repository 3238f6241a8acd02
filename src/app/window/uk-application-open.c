/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/window/uk-application-private.h"

#include <glib/gi18n.h>

/* Links and files come from web pages, mails and other programs: they show something, and nothing is
 * done before the person says so. */

/* Returns: (transfer none) (nullable): the window, unless a routine is being performed in it */
static UkWindow *
present_idle_window (UkApplication *self)
{
  UkWindow *window = uk_application_present_window (self);

  if (!uk_window_is_running (window))
    return window;
  uk_window_tell (window, _ ("A routine is going on. End it first."));
  return NULL;
}

/* Returns: whether @text says that it is a link of Unknot */
gboolean
uk_application_is_link (const char *text)
{
  const char *scheme = g_uri_peek_scheme (text);

  return g_strcmp0 (scheme, UK_DEEP_LINK_SCHEME) == 0;
}

/* Opens what @link leads to. */
void
uk_application_follow (UkApplication *self, const UkDeepLink *link)
{
  UkWindow *window;

  g_return_if_fail (UK_IS_APPLICATION (self) && link != NULL);

  window = present_idle_window (self);
  if (window == NULL)
    return;
  switch (link->kind) {
  case UK_DEEP_LINK_PAGE:
    uk_window_show_page (window, link->page);
    break;
  case UK_DEEP_LINK_REGION:
    uk_window_show_region (window, link->region->id, link->side);
    break;
  case UK_DEEP_LINK_ROUTINE:
    uk_window_start_run (window, link->routine, link->region != NULL ? link->region->id : NULL,
                         link->side);
    break;
  case UK_DEEP_LINK_SEARCH:
    uk_window_search (window, link->words);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Opens what @text, which may be anything, leads to, or says why not. */
void
uk_application_open_link (UkApplication *self, const char *text)
{
  g_autoptr (UkDeepLink) link = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (UK_IS_APPLICATION (self) && text != NULL);

  link = uk_deep_link_new_from_text (uk_application_get_context (self)->catalogue, text, &error);
  if (link != NULL)
    uk_application_follow (self, link);
  else
    uk_window_tell_problem (uk_application_present_window (self), error->message);
}

/* Adds the routines of @files, a list of GFile, to the user's own, or says why not. */
void
uk_application_open_files (UkApplication *self, GPtrArray *files)
{
  UkWindow *window;

  g_return_if_fail (UK_IS_APPLICATION (self) && files != NULL);

  window = present_idle_window (self);
  if (window != NULL)
    uk_window_import (window, files);
}
