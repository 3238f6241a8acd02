/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-page-private.h"
#include "app/widgets/uk-widget.h"
#include "core/run/uk-gentle.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"

#include <glib/gi18n.h>

/* The wall clock has run ahead of the other by this much: the computer slept. */
#define SLEPT (3 * G_TIME_SPAN_SECOND)

/* A run that was interrupted longer ago is not gone on with. */
#define STALE_SECONDS (12 * 60 * 60)

G_DEFINE_FINAL_TYPE (UkRunPage, uk_run_page, GTK_TYPE_WIDGET)

typedef enum { PROP_RUNNING = 1 } UkRunPageProperty;

static GParamSpec *properties[PROP_RUNNING + 1];

enum { CLOSED, REMIND, CHECK_SAFETY, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- time ---- */

gint64
uk_run_page_get_now (UkRunPage *self)
{
  return uk_clock_get_monotonic_time (self->clock);
}

static GDateTime *
get_date (UkRunPage *self)
{
  g_autoptr (GDateTime) now
      = g_date_time_new_from_unix_local (uk_clock_get_unix_time (self->clock));

  return g_steal_pointer (&now);
}

static gboolean
has_slept (UkRunPage *self)
{
  const gint64 monotonic = uk_clock_get_monotonic_time (self->clock);
  const gint64 real = uk_clock_get_real_time (self->clock);
  const gint64 ahead = (real - self->last_real) - (monotonic - self->last_monotonic);

  self->last_real = real;
  self->last_monotonic = monotonic;
  return ahead > SLEPT;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  uk_run_page_advance (UK_RUN_PAGE (widget));
  return G_SOURCE_CONTINUE;
}

static gboolean
second_cb (gpointer data)
{
  uk_run_page_advance (data);
  return G_SOURCE_CONTINUE;
}

static void
set_ticking (UkRunPage *self, gboolean ticking)
{
  if (ticking == (self->tick != 0))
    return;
  if (ticking) {
    has_slept (self);
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    self->second = g_timeout_add_seconds (1, second_cb, self);
    return;
  }
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->second, g_source_remove);
}

/* ---- log ---- */

/* Nothing is asked of somebody who lies on a ball: one line tells that it is not kept. */
static void
give_up_saving (UkRunPage *self, const GError *error)
{
  uk_run_stage_set_notice (self->stage, error->message);
  g_clear_object (&self->log);
}

static void
save_progress (UkRunPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->log == NULL)
    return;
  uk_run_log_save (self->log, uk_clock_get_unix_time (self->clock), &error);
  if (error != NULL)
    give_up_saving (self, error);
}

/* Reminders may follow the knot. */
static void
tell_of_rating (UkRunPage *self)
{
  if (self->region != NULL && self->context->reminders != NULL)
    uk_reminder_client_note_ratings (self->context->reminders);
}

/* Next time it starts gentler, or as usual again.  Not worth a word if that cannot be kept. */
void
uk_run_page_remember_softened (UkRunPage *self)
{
  if (self->context->store != NULL)
    uk_gentle_set (self->context->store, self->routine->id, uk_run_is_softened (self->run), NULL);
}

static void
begin_log (UkRunPage *self, int rating)
{
  g_autoptr (GError) error = NULL;

  if (self->context->store == NULL) {
    uk_run_stage_set_notice (self->stage, _ ("This run cannot be saved."));
    return;
  }
  self->log = uk_run_log_new (self->context->store, self->run);
  uk_run_log_begin (self->log, rating, uk_clock_get_unix_time (self->clock), &error);
  if (error != NULL)
    give_up_saving (self, error);
  else if (rating >= 0)
    tell_of_rating (self);
}

static void
show_last_rating (UkRunPage *self, UkSide side)
{
  g_autoptr (UkKnot) knot = NULL;
  g_autoptr (UkRating) rating = NULL;
  g_autoptr (GDateTime) now = get_date (self);

  if (self->context->store == NULL || self->region == NULL)
    return;
  knot = uk_store_find_open_knot (self->context->store, self->region->id, side, NULL);
  if (knot != NULL)
    rating = uk_store_find_last_rating (self->context->store, knot->id, NULL);
  if (rating != NULL)
    uk_run_before_set_last (self->before, rating->value, rating->at, now);
}

/* ---- reminder ---- */

static gboolean
is_reminded (UkRunPage *self, GPtrArray *reminders)
{
  const char *region = self->region != NULL ? self->region->id : NULL;
  guint i;

  for (i = 0; i < reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (reminders, i);

    if (reminder->enabled && g_strcmp0 (reminder->routine, self->routine->id) == 0
        && g_strcmp0 (reminder->region, region) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
reminders_cb (GObject *client, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders
      = uk_reminder_client_list_finish (UK_REMINDER_CLIENT (client), result, &error);
  UkRunPage *self;

  /* After a cancelled question the page may be gone. */
  if (reminders == NULL)
    return;
  self = data;
  uk_run_finish_set_reminded (self->finish, is_reminded (self, reminders));
}

static void
ask_for_reminders (UkRunPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context->reminders == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  uk_reminder_client_list_async (self->context->reminders, self->cancellable, reminders_cb, self);
}

/* ---- pages ---- */

/* @text: one quiet line below the title; empty: none */
void
uk_run_page_say (UkRunPage *self, const char *text)
{
  gtk_label_set_label (self->quiet, text);
  gtk_widget_set_visible (GTK_WIDGET (self->quiet), *text != '\0');
}

static void
show_page (UkRunPage *self, const char *name)
{
  const gboolean on_stage = g_str_equal (name, "stage");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_button_set_label (self->leave, on_stage ? _ ("End") : _ ("Back"));
  gtk_widget_set_visible (GTK_WIDGET (self->leave), !g_str_equal (name, "finish"));
  gtk_widget_set_visible (GTK_WIDGET (self->stop), on_stage);
  gtk_widget_set_visible (GTK_WIDGET (self->bell), on_stage);
  gtk_widget_set_visible (GTK_WIDGET (self->full_screen), on_stage);
  uk_run_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/* May happen in a signal of the run itself: the stage keeps it until it gets another. */
static void
drop_run (UkRunPage *self)
{
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  set_ticking (self, FALSE);
  uk_run_page_keep_awake (self, FALSE);
  uk_run_page_end_signals (self);
  g_clear_object (&self->log);
  g_clear_object (&self->run);
}

static void
show_finish (UkRunPage *self)
{
  g_autoptr (GDateTime) now = get_date (self);
  const int before = self->log != NULL ? uk_run_log_get_before (self->log) : -1;

  uk_run_page_leave_full_screen (self);
  uk_run_finish_set_run (self->finish, self->run, self->region, before, now);
  ask_for_reminders (self);
  gtk_label_set_label (self->title, uk_run_get_state (self->run) == UK_RUN_FINISHED
                                        ? _ ("Finished")
                                        : _ ("Ended early"));
  show_page (self, "finish");
  uk_run_finish_focus (self->finish);
}

/* Who ends before anything was done has pressed the wrong button. */
static void
end_run (UkRunPage *self)
{
  if (uk_run_get_seconds_done (self->run) >= 1) {
    save_progress (self);
    show_finish (self);
    return;
  }
  if (self->log != NULL)
    uk_run_log_discard (self->log, NULL);
  uk_run_page_close (self);
}

static void
state_cb (UkRunPage *self, UkRunState state)
{
  const gboolean counting
      = state == UK_RUN_READY || state == UK_RUN_SIDE_CHANGE || state == UK_RUN_STEP;

  set_ticking (self, counting);
  uk_run_page_keep_awake (self, counting);
  uk_run_page_signal_state (self, state);
  if (uk_run_is_over (self->run)) {
    uk_run_page_end_signals (self);
    end_run (self);
  } else if (state == UK_RUN_PAUSED) {
    save_progress (self);
  }
}

/* Of several routines in a row: which is done now, and where. */
static void
show_part (UkRunPage *self)
{
  const guint step = uk_run_get_current_leg (self->run)->step_index;
  const UkRoutine *part = uk_routine_get_part (self->routine, step);
  g_autofree char *text = NULL;
  guint number = 1;

  if (self->routine->n_parts == 0)
    return;
  while (number < self->routine->n_parts && self->routine->parts[number].first_step <= step)
    number++;
  /* Translators: title of several routines in a row, and which of them it is: “Mouse arm, 2 of 4”. */
  text = g_strdup_printf (_ ("%s, %u of %u"), self->routine->title, number, self->routine->n_parts);
  gtk_label_set_label (self->title, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), part->title);
  if (self->region == NULL && part->regions[0] != NULL)
    uk_run_stage_set_region (self->stage,
                             uk_catalogue_get_region (self->context->catalogue, part->regions[0]));
}

static void
leg_cb (UkRunPage *self)
{
  save_progress (self);
  show_part (self);
}

static void
show_run (UkRunPage *self)
{
  g_signal_connect_object (self->run, "state-changed", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "leg-changed", G_CALLBACK (leg_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->title, self->routine->title);
  uk_run_stage_set_run (self->stage, self->run, self->region);
  show_part (self);
  uk_run_page_begin_skin (self);
  uk_run_page_begin_signals (self);
  show_page (self, "stage");
  uk_run_stage_focus (self->stage);
}

/* ---- callbacks of the template ---- */

static void
start_cb (UkRunPage *self, int rating)
{
  gboolean both_sides;
  UkSide side;

  uk_run_before_get_sides (self->before, &side, &both_sides);
  self->run = uk_run_new (self->routine, self->region != NULL ? self->region->id : NULL, side,
                          both_sides);
  if (uk_run_before_get_gentle (self->before))
    uk_run_soften_all (self->run);
  uk_run_page_remember_softened (self);
  show_run (self);
  begin_log (self, rating);
  uk_run_start (self->run, uk_run_page_get_now (self));
}

static void
check_safety_cb (UkRunPage *self)
{
  g_signal_emit (self, signals[CHECK_SAFETY], 0, self->region != NULL ? self->region->id : NULL);
}

static void
jump_cb (UkRunPage *self, guint leg)
{
  uk_run_jump (self->run, leg, uk_run_page_get_now (self));
}

static void
rated_after_cb (UkRunPage *self, int rating)
{
  g_autoptr (GError) error = NULL;

  if (self->log == NULL)
    return;
  if (uk_run_log_rate_after (self->log, rating, uk_clock_get_unix_time (self->clock), &error))
    tell_of_rating (self);
  else
    uk_run_page_say (self, error->message);
}

static void
helped_cb (UkRunPage *self, guint helped)
{
  g_autoptr (GError) error = NULL;

  if (self->log != NULL && !uk_run_log_note_helped (self->log, helped, &error))
    uk_run_page_say (self, error->message);
}

static void
done_cb (UkRunPage *self)
{
  gint64 first;

  if (uk_run_finish_get_reminder (self->finish, &first))
    g_signal_emit (self, signals[REMIND], 0, self->routine->id,
                   self->region != NULL ? self->region->id : NULL, (int)uk_run_get_side (self->run),
                   first);
  uk_run_page_close (self);
}

static void
other_side_cb (UkRunPage *self)
{
  const UkSide side = uk_side_other (uk_run_get_side (self->run));

  uk_run_page_prepare (self, self->routine, self->region != NULL ? self->region->id : NULL, side,
                       FALSE);
}

static void
stop_cb (UkRunPage *self)
{
  if (uk_run_page_is_running (self))
    uk_run_pause (self->run, uk_run_page_get_now (self));
}

static void
bell_cb (UkRunPage *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self->bell), gtk_toggle_button_get_active (self->bell)
                                                         ? "audio-volume-high-symbolic"
                                                         : "audio-volume-muted-symbolic");
}

/* ---- object ---- */

static void
uk_run_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((UkRunPageProperty)id) {
  case PROP_RUNNING:
    g_value_set_boolean (value, uk_run_page_is_running (UK_RUN_PAGE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_run_page_dispose (GObject *object)
{
  UkRunPage *self = UK_RUN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_run (self);
  uk_run_sounds_clear (&self->sounds);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->clock);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_RUN_PAGE);

  G_OBJECT_CLASS (uk_run_page_parent_class)->dispose (object);
}

static void
uk_run_page_class_init (UkRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uk_run_page_get_property;
  object_class->dispose = uk_run_page_dispose;

  properties[PROP_RUNNING]
      = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CLOSED] = g_signal_new ("closed", UK_TYPE_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[REMIND]
      = g_signal_new ("remind", UK_TYPE_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT64);
  signals[CHECK_SAFETY] = g_signal_new ("check-safety", UK_TYPE_RUN_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (UK_TYPE_RUN_BEFORE);
  g_type_ensure (UK_TYPE_RUN_FINISH);
  g_type_ensure (UK_TYPE_RUN_STAGE);
  g_type_ensure (UK_TYPE_SKIN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/run/uk-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, header);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, title);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, quiet);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, leave);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, full_screen);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, bell);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, stop);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, stop_signs);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, stop_advice);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, pages);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, before);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, skin);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, stage);
  gtk_widget_class_bind_template_child (widget_class, UkRunPage, finish);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_safety_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "skin_fine_cb",
                                                G_CALLBACK (uk_run_page_skin_fine_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "skin_off_cb",
                                                G_CALLBACK (uk_run_page_skin_off_cb));
  gtk_widget_class_bind_template_callback (widget_class, jump_cb);
  gtk_widget_class_bind_template_callback (widget_class, rated_after_cb);
  gtk_widget_class_bind_template_callback (widget_class, helped_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_side_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, bell_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  uk_run_page_install_actions (widget_class);
}

static void
uk_run_page_init (UkRunPage *self)
{
  self->clock = uk_system_clock_new (0);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, "before");
}

GtkWidget *
uk_run_page_new (void)
{
  return g_object_new (UK_TYPE_RUN_PAGE, NULL);
}

/* ---- public ---- */

static void
add_stop_sign (UkRunPage *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self->stop_signs), label);
}

void
uk_run_page_set_context (UkRunPage *self, const UkContext *context)
{
  GPtrArray *signs;
  const char *advice;
  guint i;

  g_return_if_fail (UK_IS_RUN_PAGE (self));
  g_return_if_fail (context != NULL && self->context == NULL);

  self->context = context;
  signs = uk_catalogue_get_stop_signs (context->catalogue);
  for (i = 0; i < signs->len; i++)
    add_stop_sign (self, g_ptr_array_index (signs, i));
  advice = uk_catalogue_get_notice (context->catalogue, "stop");
  gtk_label_set_label (self->stop_advice, advice != NULL ? advice : "");
  if (context->settings != NULL)
    g_settings_bind (context->settings, "bell", self->bell, "active", G_SETTINGS_BIND_DEFAULT);
  bell_cb (self);
}

/* @clock: where the time comes from */
void
uk_run_page_set_clock (UkRunPage *self, UkClock *clock)
{
  g_return_if_fail (UK_IS_RUN_PAGE (self));
  g_return_if_fail (UK_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
}

void
uk_run_page_prepare (
    UkRunPage *self, const UkRoutine *routine, const char *region, UkSide side, gboolean both_sides)
{
  g_return_if_fail (UK_IS_RUN_PAGE (self));
  g_return_if_fail (self->context != NULL);
  g_return_if_fail (routine != NULL);

  if (uk_run_page_is_running (self))
    uk_run_end (self->run, uk_run_page_get_now (self));
  drop_run (self);
  self->routine = routine;
  self->region = region != NULL ? uk_catalogue_get_region (self->context->catalogue, region) : NULL;
  if (self->region != NULL && !self->region->sided)
    side = UK_SIDE_NONE;
  gtk_label_set_label (self->title, routine->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), NULL);
  uk_run_page_say (self, "");
  uk_run_before_set_routine (self->before, routine, self->region, side, both_sides);
  show_last_rating (self, side);
  if (self->context->store != NULL)
    uk_run_before_set_gentle (self->before, uk_gentle_get (self->context->store, routine->id));
  show_page (self, "before");
  uk_run_before_focus (self->before);
}

static UkRun *
read_run (UkRunPage *self, const UkRunRecord *record)
{
  g_autoptr (GVariant) progress = g_variant_parse (NULL, record->progress, NULL, NULL, NULL);
  g_autofree char *recipe = progress != NULL ? uk_run_variant_get_recipe (progress) : NULL;
  const UkRoutine *routine = uk_catalogue_get_routine (self->context->catalogue, recipe);

  if (routine == NULL
      || uk_clock_get_unix_time (self->clock) - record->started > STALE_SECONDS)
    return NULL;
  return uk_run_new_from_variant (routine, progress, NULL);
}

gboolean
uk_run_page_continue (UkRunPage *self)
{
  g_autoptr (UkRunRecord) record = NULL;
  g_autoptr (UkRun) run = NULL;

  g_return_val_if_fail (UK_IS_RUN_PAGE (self), FALSE);
  g_return_val_if_fail (self->context != NULL, FALSE);

  if (self->context->store == NULL || uk_run_page_is_running (self))
    return FALSE;
  record = uk_store_find_unfinished_run (self->context->store, NULL);
  if (record == NULL)
    return FALSE;
  run = read_run (self, record);
  if (run == NULL) {
    /* It counts as ended, or it would be looked at for ever. */
    record->ended = record->started + record->seconds_done;
    g_clear_pointer (&record->progress, g_free);
    uk_store_save_run (self->context->store, record, NULL);
    return FALSE;
  }
  drop_run (self);
  self->run = g_steal_pointer (&run);
  self->log = uk_run_log_new_for_record (self->context->store, self->run, record);
  self->routine = uk_run_get_routine (self->run);
  self->region = record->region != NULL
                     ? uk_catalogue_get_region (self->context->catalogue, record->region)
                     : NULL;
  show_run (self);
  return TRUE;
}

gboolean
uk_run_page_is_running (UkRunPage *self)
{
  g_return_val_if_fail (UK_IS_RUN_PAGE (self), FALSE);

  return self->run != NULL && !uk_run_is_over (self->run);
}

UkRun *
uk_run_page_get_run (UkRunPage *self)
{
  g_return_val_if_fail (UK_IS_RUN_PAGE (self), NULL);

  return self->run;
}

void
uk_run_page_advance (UkRunPage *self)
{
  g_return_if_fail (UK_IS_RUN_PAGE (self));

  if (!uk_run_page_is_running (self))
    return;
  if (has_slept (self))
    uk_run_pause (self->run, uk_run_page_get_now (self));
  else
    uk_run_advance (self->run, uk_run_page_get_now (self));
  if (uk_run_page_is_running (self))
    uk_run_page_check_skin (self);
}

void
uk_run_page_leave (UkRunPage *self)
{
  g_return_if_fail (UK_IS_RUN_PAGE (self));

  if (!uk_run_page_is_running (self))
    return;
  uk_run_pause (self->run, uk_run_page_get_now (self));
  save_progress (self);
}

void
uk_run_page_close (UkRunPage *self)
{
  uk_run_page_leave_full_screen (self);
  drop_run (self);
  g_signal_emit (self, signals[CLOSED], 0);
}
