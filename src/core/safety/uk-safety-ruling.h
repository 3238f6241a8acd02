/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/safety/uk-answers.h"

G_BEGIN_DECLS

/* From freest to strictest. */
typedef enum {
  UK_PERMIT_GO,
  UK_PERMIT_CARE,       /* with what @notes say */
  UK_PERMIT_ASK_PLACE,  /* it depends on whether @conditions concern the very place */
  UK_PERMIT_ASK_DOCTOR, /* a doctor or physiotherapist has to agree, because of @conditions */
  UK_PERMIT_NO,
} UkPermit;

/**
 * UkSafetyRuling:
 * @permit: whether the routine may be done
 * @reason: (nullable): why not, or why only after a question, in a few words, translated
 * @detail: (nullable): the same in full, translated
 * @conditions: (owned) (element-type UkCondition): which decided so
 * @notes: (owned) (element-type utf8): what to mind if it is done, translated
 * @routine: what the ruling is about: of several routines in a row the one that decided
 * @region: (nullable): where that one is done
 *
 * Whether a routine may be done at a place.
 */
typedef struct {
  UkPermit permit;
  const char *reason;
  const char *detail;
  GPtrArray *conditions;
  GPtrArray *notes;
  const UkRoutine *routine;
  const char *region;
} UkSafetyRuling;

UkSafetyRuling *uk_safety_ruling_new (UkCatalogue *catalogue,
                                      UkAnswers *answers,
                                      const UkRoutine *routine,
                                      const char *region,
                                      GDateTime *now);
void uk_safety_ruling_free (UkSafetyRuling *ruling);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkSafetyRuling, uk_safety_ruling_free)

G_END_DECLS
