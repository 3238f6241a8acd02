/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "service/uk-notification-actions.h"

/**
 * uk_notification_clean_text:
 * @text: any bytes
 * @most: how many characters are shown
 *
 * Returns: (transfer full): @text as valid UTF-8 without control characters, cut with an ellipsis
 */
char *
uk_notification_clean_text (const char *text, guint most)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *p;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  for (p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (++n == most && *g_utf8_next_char (p) != '\0') {
      g_string_append (clean, "…");
      break;
    }
    g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
  }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}
