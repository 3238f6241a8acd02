/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-filter.h"

G_BEGIN_DECLS

/* Returns: whether @routine may be offered for the place, such as by what the person told */
typedef gboolean (*UkAllowFunc) (const UkRoutine *routine, const char *region, gpointer user_data);

const UkRoutine *uk_catalogue_compose (UkCatalogue *self,
                                       const char *region,
                                       guint minutes,
                                       const UkFilter *filter,
                                       UkAllowFunc allow,
                                       gpointer user_data);
const UkRoutine *uk_catalogue_find_swap (UkCatalogue *self,
                                         const UkRoutine *routine,
                                         const UkFilter *filter,
                                         UkAllowFunc allow,
                                         gpointer user_data);

G_END_DECLS
