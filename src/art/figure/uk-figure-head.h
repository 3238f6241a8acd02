/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/figure/uk-figure-canvas.h"

G_BEGIN_DECLS

gboolean uk_head_is_neck_behind (const UkCanvas *canvas, const UkSkeleton *skeleton);
void uk_head_paint_neck (const UkCanvas *canvas, const UkSkeleton *skeleton, const UkFlesh *flesh);
void uk_head_paint (const UkCanvas *canvas, const UkSkeleton *skeleton, const UkFlesh *flesh);

G_END_DECLS
