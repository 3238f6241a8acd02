/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-content-check.h"

G_BEGIN_DECLS

/* The user's own routines: a folder of files, and what of them is in the catalogue. */
typedef struct _UkOwnRoutines UkOwnRoutines;

/* What is wrong with a routine; @step is the step that it is about, -1 for the whole. */
typedef struct {
  int step;
  char *text; /* translated */
} UkRoutineProblem;

UkOwnRoutines *uk_own_routines_new (UkCatalogue *catalogue,
                                    const char *folder,
                                    UkPoseExistsFunc pose_exists,
                                    gpointer user_data);
void uk_own_routines_free (UkOwnRoutines *own);
GPtrArray *uk_own_routines_list (UkOwnRoutines *own);
GPtrArray *uk_own_routines_check (UkOwnRoutines *own, const UkRoutine *routine);
const UkRoutine *
uk_own_routines_save (UkOwnRoutines *own, const UkRoutine *routine, GError **error);
char *uk_own_routines_remove (UkOwnRoutines *own, const char *id, GError **error);
const UkRoutine *uk_own_routines_restore (UkOwnRoutines *own, const char *text, GError **error);
GPtrArray *
uk_own_routines_import (UkOwnRoutines *own, GFile *file, GPtrArray *notes, GPtrArray *problems);
gboolean
uk_own_routines_export (UkOwnRoutines *own, const UkRoutine *routine, GFile *file, GError **error);

void uk_routine_problem_free (UkRoutineProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkOwnRoutines, uk_own_routines_free)

G_END_DECLS
