/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-chart.h"

G_BEGIN_DECLS

/* Width and height of a cell of the index, in chart units. */
#define UK_CHART_CELL 8.0

/* An area with what the parser needs to tie it to its neighbours. */
typedef struct {
  UkChartArea area;                      /* first, so that an area leads to its item */
  int press;                             /* index of what may be pressed of it, or -1 */
  double width;                          /* on average, in chart units */
  const char *next_ids[UK_N_DIRECTIONS]; /* (nullable) owned by the chart's strings */
  int next[UK_N_DIRECTIONS];             /* index, or -1 */
  int line;
} UkChartItem;

struct _UkChart {
  gatomicrefcount ref_count;
  UkView view;
  UkBodyKind body;
  UkBox box;
  GStringChunk *strings;
  GArray *items;                    /* UkChartItem, from bottom to top */
  GArray *shapes[UK_N_SHAPE_KINDS]; /* UkChartShape */
  GHashTable *by_id;                /* id -> index of its item plus one */

  /* Which areas may lie under a cell, from top to bottom: hits[cells[i]] to hits[cells[i + 1]]. */
  guint n_columns;
  guint n_rows;
  GArray *cells; /* guint */
  GArray *hits;  /* guint16 */
};

static inline const UkChartItem *
uk_chart_get_item (const UkChart *self, guint index)
{
  return &g_array_index (self->items, UkChartItem, index);
}

UkChart *uk_chart_new_empty (void);
gboolean
uk_chart_parse (UkChart *self, const char *text, gsize length, const char *name, GError **error);

G_END_DECLS
