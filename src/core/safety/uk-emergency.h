/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *uk_emergency_find_number (const char *locale, const char **territory);

G_END_DECLS
