/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void uk_icons_use_own (GdkDisplay *display);

G_END_DECLS
