/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-content-reader.h"

G_BEGIN_DECLS

/* The closed lists of content files, zero-terminated; those of enumerations are in their order. */
extern const char *const uk_words_verdicts[];
extern const char *const uk_words_rulings[];
extern const char *const uk_words_evidences[];
extern const char *const uk_words_levels[];
extern const char *const uk_words_sides[];
extern const char *const uk_words_topics[];
extern const char *const uk_words_urgencies[];
extern const char *const uk_words_surfaces[];
extern const char *const uk_words_equipment[];
extern const char *const uk_words_places[];
extern const char *const uk_words_postures[];
extern const char *const uk_words_parts[];
extern const char *const uk_words_causes[];

gboolean uk_words_get_technique (UkReader *reader,
                                 const char *attribute,
                                 UkTechnique *technique,
                                 GError **error);
gboolean uk_words_get_optional (UkReader *reader,
                                const char *attribute,
                                const char *const *choices,
                                const char **word,
                                GError **error);

G_END_DECLS
