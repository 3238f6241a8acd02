/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue-private.h"

/**
 * uk_catalogue_get_programmes:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkProgramme): all programmes
 */
GPtrArray *
uk_catalogue_get_programmes (UkCatalogue *self)
{
  return uk_catalogue_get_content (self)->tables[UK_KIND_PROGRAMME].items;
}

/**
 * uk_catalogue_get_programme:
 * @self: a catalogue
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the programme
 */
const UkProgramme *
uk_catalogue_get_programme (UkCatalogue *self, const char *id)
{
  return uk_content_get (uk_catalogue_get_content (self), UK_KIND_PROGRAMME, id);
}

/**
 * uk_catalogue_get_fit:
 * @self: a catalogue
 * @region_id: (nullable): id of a region
 *
 * Returns: (transfer none) (nullable): which routines of each kind suit it in a plan
 */
const UkFit *
uk_catalogue_get_fit (UkCatalogue *self, const char *region_id)
{
  return uk_content_get (uk_catalogue_get_content (self), UK_KIND_FIT, region_id);
}
