/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"

G_BEGIN_DECLS

/**
 * UkStep:
 * @seconds: length of the step in seconds, 1 to 3600
 * @sides: %UK_SIDES_EACH: done on the chosen side, then, after the last step of this kind in a row,
 *   again on the other; %UK_SIDES_ONE: on the chosen side only; %UK_SIDES_BOTH: both at once;
 *   %UK_SIDES_NONE: has no side
 * @repeats: number of repetitions that the time holds, 0 if the position is held
 * @poses: (array zero-terminated=1): ids of one pose, or of the key poses of a movement; each is
 * drawn with the RIGHT side active and mirrored for the left
 * @act: the instruction, one sentence or two short ones, translated
 * @feel: (nullable): what should be felt, translated
 * @avoid: (nullable): what to keep off, translated
 * @breathe: (nullable): how to breathe, translated
 *
 * One position held or movement repeated.  Owned by its routine, immutable.
 */
typedef struct {
  guint seconds;
  UkSides sides;
  guint repeats;
  const char *const *poses;
  const char *act;
  const char *feel;
  const char *avoid;
  const char *breathe;
} UkStep;

/**
 * UkCare:
 * @condition: id of a condition of safety.xml
 * @text: (nullable): what to do about it in this routine, translated
 */
typedef struct {
  const char *condition;
  const char *text;
} UkCare;

typedef struct _UkRoutine UkRoutine;

/**
 * UkRoutinePart:
 * @routine: what is done
 * @first_step: its first step in the routine that it is a part of
 */
typedef struct {
  const UkRoutine *routine;
  guint first_step;
} UkRoutinePart;

/**
 * UkRoutine:
 *
 * An ordered list of steps for one technique and its regions.  Owned by the catalogue, immutable;
 * all strings but ids are translated, lists are zero-terminated.
 */
struct _UkRoutine {
  const char *id;
  const char *recipe; /* (nullable) how it was made of others, see uk_catalogue_make_routine() */
  UkTechnique technique;
  const char *const *regions; /* region ids; empty: the whole body */
  const char *const
      *equipment;      /* ball roller cane chair wall floor table band towel massager helper … */
  const char *part;    /* (nullable) jumps, swimming, contrast: conditions may rule on it apart */
  const char *place;   /* (nullable) wall, floor, chair, bed, … */
  const char *posture; /* (nullable) standing, sitting, lying, kneeling, moving */
  gboolean custom;     /* from the user's own files */
  gboolean quiet;      /* can be done where others must not be disturbed */
  UkLevel level;
  UkEvidence evidence;
  const char *const *sources; /* ids of sources.xml */
  const char *title;
  const char *summary;
  const char *feel;    /* (nullable) for the whole routine */
  const char *avoid;   /* (nullable) */
  const char *breathe; /* (nullable) */
  const char *easier;  /* (nullable) */
  const char *harder;  /* (nullable) */
  const UkStep *steps;
  guint n_steps;
  const UkCare *cares;
  guint n_cares;
  const UkRoutinePart *parts; /* routines that are done one after the other as this one */
  guint n_parts;       /* 0: this is one by itself */
};

gboolean uk_routine_needs_tool (const UkRoutine *routine);
const char *uk_routine_get_surface (const UkRoutine *routine);
guint uk_routine_get_seconds (const UkRoutine *routine, gboolean both_sides);
gboolean uk_routine_is_sided (const UkRoutine *routine);
const char *uk_routine_get_recipe (const UkRoutine *routine);
const UkRoutine *uk_routine_get_part (const UkRoutine *routine, guint step_index);

G_END_DECLS
