/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-figure.h"

G_BEGIN_DECLS

void uk_figure_check (const UkFigure *figure, GPtrArray *remarks);
void uk_pose_check (const UkPose *pose, GPtrArray *remarks);

G_END_DECLS
