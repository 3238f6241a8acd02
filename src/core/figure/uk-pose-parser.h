/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-pose.h"

G_BEGIN_DECLS

#define UK_POSE_ERROR (uk_pose_error_quark ())

/**
 * UkPoseError:
 * @UK_POSE_ERROR_SYNTAX: a line that cannot be understood
 * @UK_POSE_ERROR_DUPLICATE: an id that is used twice
 * @UK_POSE_ERROR_UNKNOWN: a pose that is named but does not exist
 * @UK_POSE_ERROR_CYCLE: poses that are like each other in a circle
 */
typedef enum {
  UK_POSE_ERROR_SYNTAX,
  UK_POSE_ERROR_DUPLICATE,
  UK_POSE_ERROR_UNKNOWN,
  UK_POSE_ERROR_CYCLE,
} UkPoseError;

GQuark uk_pose_error_quark (void);
const char *uk_prop_kind_get_name (UkPropKind kind);
gboolean uk_pose_parse_words (UkPose *pose, char **words, GError **error);
gboolean uk_pose_parse_helper (UkPose *pose, char **words, GError **error);

G_END_DECLS
