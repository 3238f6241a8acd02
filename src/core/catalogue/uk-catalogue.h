/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-ache.h"
#include "core/catalogue/uk-fact.h"
#include "core/catalogue/uk-programme.h"
#include "core/catalogue/uk-region.h"
#include "core/catalogue/uk-routine.h"
#include "core/catalogue/uk-safety.h"
#include "core/catalogue/uk-sequence.h"
#include "core/catalogue/uk-source.h"
#include "core/catalogue/uk-tip.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_TYPE_CATALOGUE (uk_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (UkCatalogue, uk_catalogue, UK, CATALOGUE, GObject)

/* Where the content files are in the program's resources. */
#define UK_CATALOGUE_RESOURCE "resource:///unknot/content"

/* The gettext domain of everything that stands in content files. */
#define UK_CATALOGUE_DOMAIN "unknot-content"

typedef enum {
  UK_CATALOGUE_SHIPPED,
  UK_CATALOGUE_CUSTOM, /* the user's own files: routines only, never in place of a shipped one */
} UkCatalogueOrigin;

/* Returns the translation of @text (white space already normalised); may return @text itself. */
typedef const char *(*UkTranslateFunc) (const char *text, gpointer user_data);

UkCatalogue *uk_catalogue_new (void);
UkCatalogue *uk_catalogue_new_with_translator (UkTranslateFunc translate,
                                               gpointer user_data,
                                               GDestroyNotify destroy);

void
uk_catalogue_load (UkCatalogue *self, GFile *folder, UkCatalogueOrigin origin, GPtrArray *problems);

void uk_catalogue_load_later (UkCatalogue *self, GFile *folder);
void uk_catalogue_wait (UkCatalogue *self);
void uk_catalogue_prepare_search (UkCatalogue *self);

gboolean uk_catalogue_set_custom_file (UkCatalogue *self,
                                       const char *name,
                                       GBytes *bytes,
                                       GPtrArray *problems);
const char *uk_catalogue_get_custom_file (UkCatalogue *self, const char *id);

const UkRegion *uk_catalogue_get_region (UkCatalogue *self, const char *id);
const UkRoutine *uk_catalogue_get_routine (UkCatalogue *self, const char *id);
const UkCondition *uk_catalogue_get_condition (UkCatalogue *self, const char *id);
const UkQuestion *uk_catalogue_get_question (UkCatalogue *self, const char *id);
const UkSource *uk_catalogue_get_source (UkCatalogue *self, const char *id);
const UkAche *uk_catalogue_get_ache (UkCatalogue *self, const char *id);
const UkFact *uk_catalogue_get_technique_fact (UkCatalogue *self, UkTechnique technique);
const UkSequence *uk_catalogue_get_sequence (UkCatalogue *self, const char *id);
const UkProgramme *uk_catalogue_get_programme (UkCatalogue *self, const char *id);
const UkFit *uk_catalogue_get_fit (UkCatalogue *self, const char *region_id);
const UkTip *
uk_catalogue_get_tip (UkCatalogue *self, const char *const *regions, guint index);
const UkOutcome *uk_catalogue_get_outcome (UkCatalogue *self, UkUrgency urgency);
const char *uk_catalogue_get_notice (UkCatalogue *self, const char *id);

/* The lists belong to the catalogue (transfer none) and are in the order of the files. */
GPtrArray *uk_catalogue_get_regions (UkCatalogue *self);
GPtrArray *uk_catalogue_get_routines (UkCatalogue *self);
GPtrArray *uk_catalogue_get_conditions (UkCatalogue *self);
GPtrArray *uk_catalogue_get_questions (UkCatalogue *self);
GPtrArray *uk_catalogue_get_taps (UkCatalogue *self);
GPtrArray *uk_catalogue_get_stop_signs (UkCatalogue *self);
GPtrArray *uk_catalogue_get_sources (UkCatalogue *self);
GPtrArray *uk_catalogue_get_aches (UkCatalogue *self);
GPtrArray *uk_catalogue_get_facts (UkCatalogue *self);
GPtrArray *uk_catalogue_get_tips (UkCatalogue *self);
GPtrArray *uk_catalogue_get_sequences (UkCatalogue *self);
GPtrArray *uk_catalogue_get_programmes (UkCatalogue *self);

/* The lists are new (transfer container); what they hold belongs to the catalogue. */
GPtrArray *uk_catalogue_list_common_regions (UkCatalogue *self);
GPtrArray *uk_catalogue_list_routines_for_region (UkCatalogue *self, const char *region_id);
GPtrArray *uk_catalogue_list_routines_by_technique (UkCatalogue *self,
                                                    const char *region_id,
                                                    UkTechnique technique);
GPtrArray *
uk_catalogue_list_questions (UkCatalogue *self, const char *region_id, UkUrgency urgency);
GPtrArray *uk_catalogue_list_aches (UkCatalogue *self, const char *region_id);
GPtrArray *uk_catalogue_list_sources (UkCatalogue *self, const UkRoutine *routine);

const UkRoutine *uk_catalogue_get_recommended (UkCatalogue *self, const char *region_id);
UkVerdict uk_catalogue_get_verdict (UkCatalogue *self,
                                    const UkRoutine *routine,
                                    const char *region_id,
                                    const char **why);
UkRuling uk_catalogue_get_ruling (UkCatalogue *self,
                                  const UkRoutine *routine,
                                  const char *region_id,
                                  const char *const *conditions,
                                  GPtrArray *notes);

G_END_DECLS
