/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/insight/uk-body-history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The body, front and back, coloured by how sore it was at one moment of the last days. */
#define UK_TYPE_BODY_PICTURE (uk_body_picture_get_type ())
G_DECLARE_FINAL_TYPE (UkBodyPicture, uk_body_picture, UK, BODY_PICTURE, GtkWidget)

void uk_body_picture_take_history (UkBodyPicture *self, UkBodyHistory *history);
void uk_body_picture_set_day (UkBodyPicture *self, double day);
void uk_body_picture_set_compares (UkBodyPicture *self, gboolean compares);

G_END_DECLS
