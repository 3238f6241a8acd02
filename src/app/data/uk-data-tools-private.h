/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/data/uk-data-tools.h"

G_BEGIN_DECLS

void uk_data_tools_install_files (UkDataTools *self);
GtkWindow *uk_data_tools_get_window (UkDataTools *self);
const UkContext *uk_data_tools_get_context (UkDataTools *self);
void uk_data_tools_ask_delete (UkDataTools *self);

G_END_DECLS
