/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person can say helped in a run: all of it can be done again. */
typedef enum {
  UK_HELP_LIGHTER,
  UK_HELP_SLOWER,
  UK_HELP_LONGER,
  UK_HELP_BREATH,
  UK_HELP_WARM,
  UK_HELP_SPOT,
} UkHelp;

#define UK_N_HELPS (UK_HELP_SPOT + 1)

/* A set of them: 1u << UK_HELP_LIGHTER and so on. */
typedef guint UkHelped;

UkHelped uk_helped_from_text (const char *text);
char *uk_helped_to_text (UkHelped helped);
char *uk_helped_describe (UkHelped helped);
char *uk_helped_count (const UkHelped *sets, guint n_sets);
const char *uk_help_get_name (UkHelp help);

G_END_DECLS
