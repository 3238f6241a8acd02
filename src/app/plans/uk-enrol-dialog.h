/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for all that a plan needs to start: where, from when, at which times, what the person has, how sore it is.
 * Signal `enrolled` (const UkEnrolment *, int rating, -1 if it was not asked for). */
#define UK_TYPE_ENROL_DIALOG (uk_enrol_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UkEnrolDialog, uk_enrol_dialog, UK, ENROL_DIALOG, AdwWindow)

GtkWidget *uk_enrol_dialog_new (const UkContext *context,
                                const UkProgramme *programme,
                                const UkEnrolment *enrolment,
                                UkDay today);

G_END_DECLS
