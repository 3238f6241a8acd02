/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/run/uk-run.h"

G_BEGIN_DECLS

const char *uk_technique_get_after (UkTechnique technique);
const char *uk_run_get_after (UkRun *self, int before, int after);

G_END_DECLS
