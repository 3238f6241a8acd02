/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-plan.h"

G_BEGIN_DECLS

char *uk_preview_describe (UkRecurrence *recurrence, const UkPlanInput *now, guint most);
char *uk_preview_warn (UkRecurrence *recurrence, const UkPlanInput *now, guint most);

G_END_DECLS
