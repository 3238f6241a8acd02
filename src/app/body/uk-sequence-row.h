/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A sequence: starts as one run, and opens to its routines, each of which can be looked at and started by
 * itself.  What needs something that the person lacks gives way to what does the same without. */
#define UK_TYPE_SEQUENCE_ROW (uk_sequence_row_get_type ())
G_DECLARE_FINAL_TYPE (UkSequenceRow, uk_sequence_row, UK, SEQUENCE_ROW, AdwExpanderRow)

GtkWidget *uk_sequence_row_new (const UkContext *context, const UkSequence *sequence);

G_END_DECLS
