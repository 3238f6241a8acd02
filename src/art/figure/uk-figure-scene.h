/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to art/figure: who and what is painted, in which order. */

#include "art/figure/uk-figure-canvas.h"
#include "art/figure/uk-figure-painter.h"

G_BEGIN_DECLS

#define UK_SCENE_MAX_ITEMS (UK_FIGURE_MAX_PEOPLE * UK_N_PARTS + 4 * UK_POSE_MAX_PROPS)

/* One person as it is painted. */
typedef struct {
  const UkSkeleton *skeleton;
  UkFlesh flesh;
  UkFigurePalette palette;
  double depth[UK_N_PARTS], far[UK_N_PARTS];
  UkFigureBox boxes[UK_N_PARTS]; /* in cm */
} UkScenePerson;

/* What is painted by its depth: a part of a person, or a piece of a prop. */
typedef struct {
  double depth;
  int person; /* -1: a prop */
  int index, piece;
} UkSceneItem;

typedef struct {
  UkCanvas canvas, cm; /* the second measures, in cm */
  const UkFigure *figure;
  gboolean on_ground; /* so that people cast a shadow on it */
  UkScenePerson people[UK_FIGURE_MAX_PEOPLE];
  UkSceneItem items[UK_SCENE_MAX_ITEMS];
  int n_items;
} UkScene;

void uk_scene_init (UkScene *scene,
                    const UkFigure *figure,
                    cairo_t *cr,
                    const UkFigurePalette *palette,
                    double ox,
                    double oy,
                    double k);
void uk_scene_sort (UkScene *scene);

G_END_DECLS
