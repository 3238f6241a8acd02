/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

G_BEGIN_DECLS

/* So much longer than asked for may a routine be: nobody counts 20 seconds. */
#define UK_FIT_SLACK_SECONDS 20

guint uk_fit_get_shortest (const UkRoutine *routine);
guint uk_fit_get_longest (const UkRoutine *routine);
UkStep *uk_fit_steps (const UkRoutine *routine, guint seconds, guint *n_steps);

G_END_DECLS
