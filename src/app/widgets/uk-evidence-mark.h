/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How well something is supported: three small bars and the words. */
#define UK_TYPE_EVIDENCE_MARK (uk_evidence_mark_get_type ())
G_DECLARE_FINAL_TYPE (UkEvidenceMark, uk_evidence_mark, UK, EVIDENCE_MARK, GtkWidget)

GtkWidget *uk_evidence_mark_new (void);
void uk_evidence_mark_set_evidence (UkEvidenceMark *self, UkEvidence evidence);

G_END_DECLS
