/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

G_BEGIN_DECLS

char *uk_routine_writer_write (const UkRoutine *const *routines, guint n_routines);
gboolean uk_routine_equal (const UkRoutine *first, const UkRoutine *second);

G_END_DECLS
