/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-flesh.h"

G_BEGIN_DECLS

UkShape *uk_flesh_begin (UkFlesh *flesh, UkPart part, UkMaterial material);
gint16 uk_flesh_add (UkFlesh *flesh, UkShape *shape, UkVec at, double r, double weight);
void uk_flesh_link (UkFlesh *flesh, UkShape *shape, const gint16 *spheres, int n);
void uk_flesh_add_palm (UkFlesh *flesh, UkShape *shape, const UkSkeleton *skeleton, int half);
void uk_flesh_add_fingers (UkFlesh *flesh, UkPart part, const UkSkeleton *skeleton, int half);
void uk_flesh_add_toes (UkFlesh *flesh, UkPart part, const UkSkeleton *skeleton, int half);
void uk_flesh_add_foot (UkFlesh *flesh, UkShape *shape, const UkSkeleton *skeleton, int half);

G_END_DECLS
