/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a reminder can be put off in plain words. */
typedef enum {
  UK_PUT_OFF_SHORT,
  UK_PUT_OFF_LUNCH,
  UK_PUT_OFF_TOMORROW,
} UkPutOff;

guint uk_put_off_find_minutes (UkPutOff put_off, gint64 now, GTimeZone *zone);

G_END_DECLS
