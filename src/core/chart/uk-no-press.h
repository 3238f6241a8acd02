/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *uk_no_press_get_name (const char *reason);
const char *uk_no_press_get_why (const char *reason);

G_END_DECLS
