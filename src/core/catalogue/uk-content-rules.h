/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-content-check.h"

G_BEGIN_DECLS

void uk_content_check_rules (GBytes *bytes,
                             const char *file,
                             UkPoseExistsFunc pose_exists,
                             gpointer user_data,
                             GPtrArray *problems);

G_END_DECLS
