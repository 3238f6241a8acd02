/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-region.h"
#include "core/catalogue/uk-routine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_TYPE_CATALOGUE (uk_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (UkCatalogue, uk_catalogue, UK, CATALOGUE, GObject)

/* Where the content files are in the program's resources. */
#define UK_CATALOGUE_RESOURCE "resource:///unknot/content"

UkCatalogue *uk_catalogue_new (void);

/* Reads every XML file below @folder (a resource:// or file:// folder).  A bad file is skipped and told
 * of in @problems; the rest is kept. */
void uk_catalogue_load (UkCatalogue *self, GFile *folder, GPtrArray *problems);

const UkRegion *uk_catalogue_get_region (UkCatalogue *self, const char *id);
const UkRoutine *uk_catalogue_get_routine (UkCatalogue *self, const char *id);
GPtrArray *uk_catalogue_get_regions (UkCatalogue *self);
GPtrArray *uk_catalogue_get_routines (UkCatalogue *self);
GPtrArray *uk_catalogue_list_routines_for_region (UkCatalogue *self, const char *region_id);

G_END_DECLS
