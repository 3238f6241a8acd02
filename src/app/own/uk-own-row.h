/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *uk_own_row_new (const UkRoutine *routine);

G_END_DECLS
