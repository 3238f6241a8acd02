/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-page-private.h"

#include "core/safety/uk-heat-cold.h"

/* Keeps the limits of warmth and cold: the skin is looked at, and nothing goes on for too long. */
void
uk_run_page_check_skin (UkRunPage *self)
{
  const double done = uk_run_get_seconds_done (self->run);
  const guint limit = uk_heat_cold_get_limit (self->routine);
  const UkSkinCheck check = uk_heat_cold_get_skin_check (self->routine, done, self->skin_checked);

  if (limit != 0 && done >= limit) {
    uk_run_end (self->run, uk_run_page_get_now (self));
    return;
  }
  if (uk_skin_bar_show (self->skin, self->context->catalogue, check))
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));
  if (check == UK_SKIN_CHECK_OVERDUE)
    uk_run_pause (self->run, uk_run_page_get_now (self));
}

void
uk_run_page_begin_skin (UkRunPage *self)
{
  self->skin_checked = 0;
  uk_skin_bar_show (self->skin, self->context->catalogue, UK_SKIN_CHECK_NONE);
}

void
uk_run_page_skin_fine_cb (UkRunPage *self)
{
  const gboolean paused = uk_run_get_state (self->run) == UK_RUN_PAUSED;

  self->skin_checked = uk_run_get_seconds_done (self->run);
  uk_skin_bar_show (self->skin, self->context->catalogue, UK_SKIN_CHECK_NONE);
  if (paused)
    uk_run_resume (self->run, uk_run_page_get_now (self));
  uk_run_stage_focus (self->stage);
}

void
uk_run_page_skin_off_cb (UkRunPage *self)
{
  uk_run_end (self->run, uk_run_page_get_now (self));
}
