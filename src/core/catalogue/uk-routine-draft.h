/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

G_BEGIN_DECLS

/* A step that can be changed; the strings and lists belong to it, a text that is not given is NULL. */
typedef struct {
  guint seconds;
  UkSides sides;
  guint repeats;
  char **poses;
  char *act;
  char *feel;
  char *avoid;
  char *breathe;
} UkDraftStep;

/**
 * UkRoutineDraft:
 *
 * A routine that can be changed.  It owns everything in it; texts are set with
 * uk_routine_draft_set_text(), lists with uk_routine_draft_set_list().
 */
typedef struct {
  char *id; /* empty: a new one is made when it is saved */
  UkTechnique technique;
  char **regions;
  char **equipment;
  char *part;
  char *place;
  char *posture;
  gboolean quiet;
  UkLevel level;
  char *title;
  char *summary;
  char *feel;
  char *avoid;
  char *breathe;
  char *easier;
  char *harder;
  GPtrArray *steps; /* (element-type UkDraftStep) */
  GPtrArray *cares; /* conditions and texts in turn, a text may be NULL */
} UkRoutineDraft;

UkRoutineDraft *uk_routine_draft_new (UkTechnique technique);
UkRoutineDraft *uk_routine_draft_new_from (const UkRoutine *routine, gboolean keep_id);
void uk_routine_draft_free (UkRoutineDraft *draft);
void uk_routine_draft_set_text (char **field, const char *text);
void uk_routine_draft_set_list (char ***field, const char *const *words);
UkDraftStep *uk_routine_draft_add_step (UkRoutineDraft *draft);
void uk_routine_draft_remove_step (UkRoutineDraft *draft, guint index);
void uk_routine_draft_move_step (UkRoutineDraft *draft, guint from, guint to);
UkRoutine *uk_routine_draft_build (const UkRoutineDraft *draft);
void uk_routine_draft_free_built (UkRoutine *routine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkRoutineDraft, uk_routine_draft_free)

G_END_DECLS
