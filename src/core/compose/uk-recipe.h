/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

G_BEGIN_DECLS

gboolean uk_recipe_is_well_formed (const char *text);
const UkRoutine *uk_catalogue_make_routine (UkCatalogue *self, const char *recipe);
const UkRoutine *
uk_catalogue_fit_routine (UkCatalogue *self, const UkRoutine *routine, guint seconds);
const UkRoutine *uk_catalogue_join_routines (UkCatalogue *self, const char *label, GPtrArray *parts);

G_END_DECLS
