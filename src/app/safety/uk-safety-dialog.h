/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/safety/uk-safety-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UkSafetyAsk:
 * @UK_SAFETY_ASK_DUE: what is due before a run
 * @UK_SAFETY_ASK_PLACE: what is about the place, afresh
 * @UK_SAFETY_ASK_AFRESH: everything, as if never answered
 * @UK_SAFETY_ASK_EDIT: everything, with the answers given
 */
typedef enum {
  UK_SAFETY_ASK_DUE,
  UK_SAFETY_ASK_PLACE,
  UK_SAFETY_ASK_AFRESH,
  UK_SAFETY_ASK_EDIT,
} UkSafetyAsk;

#define UK_TYPE_SAFETY_DIALOG (uk_safety_dialog_get_type ())

/* The safety questions and what follows from them.  Each answer is kept at once. */
G_DECLARE_FINAL_TYPE (UkSafetyDialog, uk_safety_dialog, UK, SAFETY_DIALOG, AdwWindow)

GtkWidget *uk_safety_dialog_new (UkSafetyBook *book, const char *region, UkSafetyAsk ask);
gboolean uk_safety_dialog_is_complete (UkSafetyDialog *self);

G_END_DECLS
