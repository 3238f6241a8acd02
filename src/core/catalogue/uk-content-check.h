/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-content.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns whether there is a picture of that id. */
typedef gboolean (*UkPoseExistsFunc) (const char *pose, gpointer user_data);

void uk_content_check (const char *const *paths,
                       GFile *reference,
                       UkPoseExistsFunc pose_exists,
                       gpointer user_data,
                       GPtrArray *problems);
gboolean uk_content_check_custom (GBytes *bytes,
                                  const char *file,
                                  const UkContent *reference,
                                  UkPoseExistsFunc pose_exists,
                                  gpointer user_data,
                                  GPtrArray *problems);

G_END_DECLS
