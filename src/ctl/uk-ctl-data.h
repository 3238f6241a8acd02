/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands about the person's own data share. */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/store/uk-store.h"

G_BEGIN_DECLS

UkStore *uk_ctl_open_store (void);
char *uk_ctl_get_routines_folder (void);
UkCatalogue *uk_ctl_load_catalogue (void);
char *uk_ctl_parse_place (UkCatalogue *catalogue, const char *text, UkSide *side);
char *uk_ctl_describe_place (UkCatalogue *catalogue, const char *region, UkSide side);
void uk_ctl_tell_service (void);
int uk_ctl_fail (const GError *error);

G_END_DECLS
