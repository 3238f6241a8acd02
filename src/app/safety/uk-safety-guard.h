/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Stands before each run: asks what is due, refuses with the reason, tells how long to wait. */
void uk_safety_guard_check_async (const UkContext *context,
                                  GtkWindow *parent,
                                  const UkRoutine *routine,
                                  const char *region,
                                  UkSide side,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean uk_safety_guard_check_finish (GAsyncResult *result);

G_END_DECLS
