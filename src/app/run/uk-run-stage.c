/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/figure/uk-figure-view.h"
#include "app/run/uk-run-stage-private.h"
#include "app/widgets/uk-widget.h"
#include "core/figure/uk-breath.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (UkRunStage, uk_run_stage, GTK_TYPE_WIDGET)

enum { JUMP, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_label (GtkLabel *label, char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static void
update_hint (UkRunStage *self)
{
  set_label (self->hint,
             self->notice != NULL ? g_strdup (self->notice) : uk_run_describe_hint (self->run));
}

static void
update_next (UkRunStage *self)
{
  const UkLeg *next = uk_run_get_next_leg (self->run);

  gtk_widget_set_visible (self->next, next != NULL);
  if (next == NULL)
    return;
  set_label (self->next_time, uk_run_describe_next (self->run));
  gtk_label_set_label (self->next_act, next->step->act);
  uk_figure_view_set_thumbnail (UK_FIGURE_VIEW (self->next_figure), next->step->poses[0]);
  uk_figure_view_set_mirrored (UK_FIGURE_VIEW (self->next_figure), next->mirrored);
}

static void
update_main_button (UkRunStage *self)
{
  const UkRunState state = uk_run_get_state (self->run);
  const char *icon
      = state == UK_RUN_STEP ? "media-playback-pause-symbolic" : "media-playback-start-symbolic";
  const char *label = _ ("Go on");

  if (state == UK_RUN_STEP)
    label = _ ("Pause");
  else if (state != UK_RUN_PAUSED)
    label = _ ("Start now");
  gtk_button_set_icon_name (self->main_button, icon);
  gtk_image_set_pixel_size (GTK_IMAGE (gtk_button_get_child (self->main_button)), 28);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->main_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->main_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* Everything but what changes with each frame. */
static void
update_words (UkRunStage *self)
{
  char *place = uk_run_describe_place (self->run, self->region);
  g_autofree char *act = uk_run_describe_act (self->run);

  gtk_widget_set_visible (self->badge, place != NULL);
  set_label (self->badge_text, place);
  set_label (self->step_text, uk_run_describe_step (self->run));
  uk_fit_label_set_text (self->act, act);
  update_hint (self);
  update_next (self);
  update_main_button (self);
}

static void
update_figure (UkRunStage *self)
{
  const UkLeg *leg = uk_run_get_current_leg (self->run);

  uk_figure_view_set_tempo (UK_FIGURE_VIEW (self->figure), uk_run_get_tempo (self->run));
  uk_figure_view_set_poses (UK_FIGURE_VIEW (self->figure), leg->step->poses);
  uk_figure_view_set_mirrored (UK_FIGURE_VIEW (self->figure), leg->mirrored);
  uk_figure_view_set_playing (UK_FIGURE_VIEW (self->figure),
                              uk_run_get_state (self->run) != UK_RUN_PAUSED);
}

/* Which repetition it is, or which way the breath goes. */
static void
update_pace (UkRunStage *self)
{
  const double seconds = uk_run_get_step_seconds (self->run);
  const gboolean guided
      = uk_run_is_breathed (self->run) && uk_figure_view_breathes (UK_FIGURE_VIEW (self->figure));
  g_autofree char *cue = uk_run_describe_cue (self->run, guided);

  uk_run_ring_set_breath (self->ring, guided, uk_breath_at (seconds));
  uk_run_ring_set_cue (self->ring, cue);
}

static void
update_time (UkRunStage *self)
{
  update_pace (self);
  uk_run_ring_set_time (self->ring, uk_run_get_seconds_left (self->run),
                        uk_run_get_fraction (self->run));
  uk_step_bar_update (self->steps);
}

static void
update_ring (UkRunStage *self)
{
  const UkRunState phase = uk_run_get_phase (self->run);

  uk_run_ring_set_longest (self->ring,
                           uk_run_get_leg_seconds (self->run, uk_run_get_leg_index (self->run)));
  uk_run_ring_set_waiting (self->ring, phase != UK_RUN_STEP);
  uk_run_ring_set_paused (self->ring, uk_run_get_state (self->run) == UK_RUN_PAUSED);
}

static void
update_softened (UkRunStage *self)
{
  const gboolean softened = uk_run_get_softened_seconds (self->run) > 0;

  gtk_stack_set_visible_child_name (self->much, softened ? "answer" : "ask");
}

/* Once a second is often enough for words. */
static void
update_second (UkRunStage *self)
{
  set_label (self->total, uk_run_describe_total (self->run));
  update_hint (self);
  update_softened (self);
}

static void
update_all (UkRunStage *self)
{
  update_words (self);
  update_figure (self);
  update_ring (self);
  update_time (self);
  update_second (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->steps));
}

static void
time_cb (UkRunStage *self)
{
  update_time (self);
}

static void
changed_cb (UkRunStage *self)
{
  update_all (self);
}

/* The movement counts from the moment the step begins. */
static void
state_cb (UkRunStage *self, UkRunState state)
{
  update_all (self);
  if (state == UK_RUN_STEP && uk_run_get_step_seconds (self->run) <= 0)
    uk_figure_view_restart (UK_FIGURE_VIEW (self->figure));
}

static void
second_cb (UkRunStage *self)
{
  update_second (self);
}

static void
jump_cb (UkRunStage *self, guint leg)
{
  g_signal_emit (self, signals[JUMP], 0, leg);
}

static void
uk_run_stage_dispose (GObject *object)
{
  UkRunStage *self = UK_RUN_STAGE (object);

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_pointer (&self->notice, g_free);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_RUN_STAGE);

  G_OBJECT_CLASS (uk_run_stage_parent_class)->dispose (object);
}

static void
uk_run_stage_class_init (UkRunStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uk_run_stage_dispose;
  widget_class->measure = uk_run_stage_measure;
  widget_class->size_allocate = uk_run_stage_allocate;

  signals[JUMP] = g_signal_new ("jump", UK_TYPE_RUN_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  g_type_ensure (UK_TYPE_FIT_LABEL);
  g_type_ensure (UK_TYPE_RUN_RING);
  g_type_ensure (UK_TYPE_STEP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/run/uk-run-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, steps);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, ring);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, act);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, hint);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, next);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, much);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, transport);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, total);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, badge);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, badge_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, step_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, next_time);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, next_act);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, main_button);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, figure);
  gtk_widget_class_bind_template_child (widget_class, UkRunStage, next_figure);
  gtk_widget_class_bind_template_callback (widget_class, jump_cb);
}

static void
uk_run_stage_init (UkRunStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_figure_view_set_round (UK_FIGURE_VIEW (self->figure), TRUE);
}

/* @region: (nullable): of the catalogue */
void
uk_run_stage_set_run (UkRunStage *self, UkRun *run, const UkRegion *region)
{
  g_return_if_fail (UK_IS_RUN_STAGE (self));
  g_return_if_fail (UK_IS_RUN (run));

  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  self->region = region;
  g_clear_pointer (&self->notice, g_free);
  uk_step_bar_set_run (self->steps, run);
  g_signal_connect_swapped (run, "notify::seconds-left", G_CALLBACK (time_cb), self);
  g_signal_connect_swapped (run, "tick-second", G_CALLBACK (second_cb), self);
  g_signal_connect_swapped (run, "leg-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (run, "state-changed", G_CALLBACK (state_cb), self);
  update_all (self);
}

/* @notice: (nullable): one quiet line in place of the hint */
void
uk_run_stage_set_notice (UkRunStage *self, const char *notice)
{
  g_return_if_fail (UK_IS_RUN_STAGE (self));

  g_free (self->notice);
  self->notice = g_strdup (notice);
  if (self->run != NULL)
    update_hint (self);
}

/* What was changed by a command without moving time or state: lengths. */
void
uk_run_stage_update (UkRunStage *self)
{
  g_return_if_fail (UK_IS_RUN_STAGE (self));

  update_all (self);
}

/* Gives the keyboard to the pause button. */
void
uk_run_stage_focus (UkRunStage *self)
{
  g_return_if_fail (UK_IS_RUN_STAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->main_button));
}

/* @region: (nullable): of the catalogue: where the step that is current is done */
void
uk_run_stage_set_region (UkRunStage *self, const UkRegion *region)
{
  g_return_if_fail (UK_IS_RUN_STAGE (self));

  if (self->region == region)
    return;
  self->region = region;
  if (self->run != NULL)
    update_all (self);
}
