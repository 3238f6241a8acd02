/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/uk-icons.h"

/* Takes icons from the resources of the program and of the toolkit alone.  They all are there, and look the same on
 * every desktop; reading the themes of the system would cost a tenth of the start, and drawing their SVG files some
 * megabytes for good.  To be called before anything else asks for icons. */
void
uk_icons_use_own (GdkDisplay *display)
{
  static const char *const nowhere[] = { NULL };

  g_return_if_fail (GDK_IS_DISPLAY (display));
  gtk_icon_theme_set_search_path (gtk_icon_theme_get_for_display (display), nowhere);
}
