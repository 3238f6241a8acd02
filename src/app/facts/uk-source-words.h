/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

G_BEGIN_DECLS

char *uk_source_words_short (const UkSource *source);
char *uk_source_words_list (UkCatalogue *catalogue, const char *const *ids);
char *uk_source_words_support (UkCatalogue *catalogue, const UkSource *source);

G_END_DECLS
