/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/plans/uk-programme-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A plan in the list of plans; those in a list are in one group. */
#define UK_TYPE_PROGRAMME_CARD (uk_programme_card_get_type ())
G_DECLARE_FINAL_TYPE (UkProgrammeCard, uk_programme_card, UK, PROGRAMME_CARD, GtkToggleButton)

GtkWidget *uk_programme_card_new (const UkContext *context, const UkProgramme *programme);
const UkProgramme *uk_programme_card_get_programme (UkProgrammeCard *self);
void uk_programme_card_set_status (UkProgrammeCard *self, const UkProgrammeStatus *status);

G_END_DECLS
