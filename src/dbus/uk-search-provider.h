/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

G_BEGIN_DECLS

#define UK_TYPE_SEARCH_PROVIDER (uk_search_provider_get_type ())

/**
 * UkSearchProvider:
 *
 * Lets the desktop's overview find places of the body and routines.  Reads the content only, never
 * what the person did.
 *
 * Signals: `asked` (): a call came; whoever ends when idle waits again. `open` (const char *link):
 * a result was chosen; what it says is not checked.
 */
G_DECLARE_FINAL_TYPE (UkSearchProvider, uk_search_provider, UK, SEARCH_PROVIDER, GObject)

UkSearchProvider *uk_search_provider_new (void);
void uk_search_provider_set_catalogue (UkSearchProvider *self, UkCatalogue *catalogue);
gboolean uk_search_provider_export (UkSearchProvider *self,
                                    GDBusConnection *bus,
                                    const char *path,
                                    GError **error);
void uk_search_provider_unexport (UkSearchProvider *self);

char **uk_search_provider_find (UkSearchProvider *self, const char *const *terms);
GVariant *uk_search_provider_describe (UkSearchProvider *self, const char *const *results);

G_END_DECLS
