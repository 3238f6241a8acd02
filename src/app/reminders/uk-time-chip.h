/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A time of day on a chip; pressed, it lets the person type another one.  Signals: `picked
 * (minute)` and `removed`. */
#define UK_TYPE_TIME_CHIP (uk_time_chip_get_type ())
G_DECLARE_FINAL_TYPE (UkTimeChip, uk_time_chip, UK, TIME_CHIP, GtkWidget)

GtkWidget *uk_time_chip_new (guint minute, gboolean removable);
GtkWidget *uk_time_chip_new_adder (void);
void uk_time_chip_set_minute (UkTimeChip *self, guint minute);
guint uk_time_chip_get_minute (UkTimeChip *self);

G_END_DECLS
