/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UkSequence:
 * @id: id
 * @routines: (array zero-terminated=1): ids of its routines, in order
 * @title: title, translated
 * @summary: what it is good for, translated
 *
 * Routines that go well one after the other.  Owned by the catalogue, immutable.
 */
typedef struct {
  const char *id;
  const char *const *routines;
  const char *title;
  const char *summary;
} UkSequence;

G_END_DECLS
