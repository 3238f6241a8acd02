/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a knot is, what is disputed, what speaks for each technique, and all references. */
#define UK_TYPE_FACTS_DIALOG (uk_facts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UkFactsDialog, uk_facts_dialog, UK, FACTS_DIALOG, AdwWindow)

GtkWidget *uk_facts_dialog_new (const UkContext *context);
void uk_facts_dialog_show (UkFactsDialog *self, const char *place);

G_END_DECLS
