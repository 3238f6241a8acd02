/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/safety/uk-answers.h"

G_BEGIN_DECLS

UkUrgency uk_safety_get_urgency (UkCatalogue *catalogue,
                                 UkAnswers *answers,
                                 const char *region,
                                 GPtrArray *signs);
GPtrArray *uk_safety_list_conditions (UkCatalogue *catalogue, UkAnswers *answers);
gboolean uk_safety_can_say_seen (UkCatalogue *catalogue,
                                 UkAnswers *answers,
                                 const char *region,
                                 GDateTime *now);

G_END_DECLS
