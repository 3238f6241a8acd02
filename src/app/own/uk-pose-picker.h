/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All pictures of shipped routines, by technique and by search; emits "chosen" with the id of a pose. */
#define UK_TYPE_POSE_PICKER (uk_pose_picker_get_type ())
G_DECLARE_FINAL_TYPE (UkPosePicker, uk_pose_picker, UK, POSE_PICKER, GtkWidget)

void uk_pose_picker_set_catalogue (UkPosePicker *self, UkCatalogue *catalogue);
void uk_pose_picker_start (UkPosePicker *self, UkTechnique technique);

G_END_DECLS
