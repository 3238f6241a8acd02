/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-pose.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define UK_TYPE_POSE_SET (uk_pose_set_get_type ())
G_DECLARE_FINAL_TYPE (UkPoseSet, uk_pose_set, UK, POSE_SET, GObject)

UkPoseSet *uk_pose_set_new (void);
void uk_pose_set_add_text (
    UkPoseSet *set, const char *name, const char *text, gssize length, GPtrArray *errors);
void uk_pose_set_add_folder (UkPoseSet *set, const char *folder, GPtrArray *errors);
void uk_pose_set_add_resources (UkPoseSet *set, GPtrArray *errors);
void uk_pose_set_resolve (UkPoseSet *set, GPtrArray *errors);
void uk_pose_set_set_body (UkPoseSet *set, UkBodyKind body);
const UkPose *uk_pose_set_lookup (UkPoseSet *set, const char *id);
guint uk_pose_set_get_n_poses (UkPoseSet *set);
const UkPose *uk_pose_set_get_nth (UkPoseSet *set, guint index);
const char *uk_pose_set_get_file (UkPoseSet *set, const char *id, guint *line);

G_END_DECLS
