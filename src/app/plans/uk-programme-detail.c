/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-programme-detail.h"

#include "app/plans/uk-day-strip.h"
#include "app/plans/uk-due-row.h"
#include "app/plans/uk-programme-preview.h"
#include "app/plans/uk-sore-card.h"
#include "app/widgets/uk-widget.h"
#include "core/plans/uk-programme-summary.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _UkProgrammeDetail {
  GtkWidget parent_instance;

  const UkContext *context;        /* of the application */
  const UkProgramme *programme;    /* of the catalogue */
  const UkProgrammeStatus *status; /* of the page, NULL if it does not run */
  gint64 now;
  guint shown; /* the day whose routines are seen */

  /* of the template */
  GtkLabel *title;
  GtkWidget *menu;
  GtkLabel *summary;
  GtkWidget *start;
  UkDayStrip *strip;
  GtkWidget *finish;
  GtkLabel *finish_days;
  GtkLabel *finish_change;
  GtkLabel *finish_after;
  GtkWidget *follow;
  GtkWidget *advice;
  GtkLabel *advice_text;
  GtkButton *go_on;
  GtkLabel *day;
  GtkLabel *minutes;
  GtkWidget *lists;
  UkSoreCard *sore;
  GtkWidget *stage;
  GtkLabel *stage_text;
  GtkLabel *stop_text;
  GtkLabel *suits;
  GtkLabel *expect;
  GtkLabel *missed;
  GtkLabel *after;
};

G_DEFINE_FINAL_TYPE (UkProgrammeDetail, uk_programme_detail, GTK_TYPE_WIDGET)

enum { ENROL, CHANGE, STOP, FOLLOW, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_today (UkProgrammeDetail *self)
{
  return self->status != NULL && self->shown == self->status->course->number
         && uk_course_get_day (self->status->course, self->programme) != NULL;
}

static void
tell (UkProgrammeDetail *self, const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* ---- a day ---- */

static void
marked_cb (UkProgrammeDetail *self, gboolean done, UkDueRow *row)
{
  g_autoptr (GError) error = NULL;

  uk_programme_book_set_done (self->context->programmes, self->status, uk_due_row_get_due (row), done, self->now,
                              &error);
  tell (self, error);
}

static GtkWidget *
add_list (UkProgrammeDetail *self, UkDayPart part)
{
  static const char *const names[UK_N_DAY_PARTS] = { N_ ("Morning"), N_ ("Midday"), N_ ("Evening") };
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (names[part]), -1);
  gtk_box_append (GTK_BOX (self->lists), list);
  return list;
}

static GArray *
find_agenda (UkProgrammeDetail *self)
{
  if (self->status == NULL)
    return uk_programme_preview_new_agenda (self->context, self->programme, self->shown);
  if (is_today (self))
    return g_array_ref (self->status->agenda);
  return uk_programme_book_get_agenda (self->context->programmes, self->status, self->shown);
}

/* The number of the row that has the focus, -1 if none has. */
static int
find_focus (UkProgrammeDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list, *row;
  int index = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->lists))
    return -1;
  for (list = gtk_widget_get_first_child (self->lists); list != NULL; list = gtk_widget_get_next_sibling (list)) {
    for (row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row), index++) {
      if (row == focus || gtk_widget_is_ancestor (focus, row))
        return index;
    }
  }
  return -1;
}

/* Once it can be seen. */
static gboolean
grab_cb (gpointer row)
{
  if (gtk_widget_get_root (row) != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
show_day (UkProgrammeDetail *self)
{
  g_autoptr (GArray) agenda = find_agenda (self);
  int focus = find_focus (self), part = -1;
  GtkWidget *child, *list = NULL;
  g_autofree char *day = NULL;
  g_autofree char *minutes = NULL;
  guint i;

  while ((child = gtk_widget_get_first_child (self->lists)) != NULL)
    gtk_box_remove (GTK_BOX (self->lists), child);
  for (i = 0; i < agenda->len; i++) {
    const UkDue *due = &g_array_index (agenda, UkDue, i);
    GtkWidget *row = uk_due_row_new (
        due, is_today (self), is_today (self) && self->status->advice.kind == UK_ADVICE_EASIER);

    if ((int)due->part != part)
      list = add_list (self, due->part);
    part = (int)due->part;
    g_signal_connect_object (row, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
    if ((int)i == focus)
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grab_cb, g_object_ref (row), g_object_unref);
  }
  day = g_strdup_printf (is_today (self) ? _ ("Day %u, today") : _ ("Day %u"), self->shown);
  minutes = agenda->len == 0 ? g_strdup (_ ("Nothing to do"))
                             : g_strdup_printf (_ ("%u min"), uk_agenda_get_minutes (agenda));
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->minutes, minutes);
  uk_day_strip_pick (self->strip, self->shown);
}

static void
picked_cb (UkProgrammeDetail *self, guint number)
{
  self->shown = number;
  show_day (self);
}

/* ---- what changes ---- */

static char *
describe_advice (UkProgrammeDetail *self)
{
  const UkAdvice *advice = &self->status->advice;
  char *text = uk_advice_describe (advice);

  if (text != NULL)
    return text;
  if (advice->change_plan)
    return g_strdup (_ ("Three days above 3 of 10: the plan for this place suits better now."));
  if (advice->unchanged)
    return g_strdup (_ ("Two weeks without ease: a good reason to let a doctor or physiotherapist look at it."));
  if (self->status->course->went_back)
    return g_strdup (_ ("Good to see you again. After some days off the plan goes back a week."));
  return NULL;
}

static void
show_advice (UkProgrammeDetail *self)
{
  gboolean paused = self->status != NULL && self->status->course->paused;
  gboolean over = self->status != NULL && self->status->course->over;
  gboolean twice = self->status != NULL && self->status->advice.reason == UK_REASON_TWICE_RED;
  g_autofree char *text = NULL;

  if (paused)
    text = g_strdup (_ ("The plan is paused. It waits for you, and reminds of nothing."));
  else if (self->status != NULL && !over)
    text = describe_advice (self);
  gtk_label_set_label (self->advice_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->advice, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on), paused || twice);
}

static void
show_finish (UkProgrammeDetail *self)
{
  gboolean over = self->status != NULL && self->status->course->over;

  gtk_widget_set_visible (self->finish, over);
  if (over) {
    UkProgrammeSummary summary = uk_programme_summary_get (self->status);
    g_autofree char *days = uk_programme_summary_describe_days (&summary);
    g_autofree char *change = uk_programme_summary_describe_change (&summary);

    gtk_label_set_label (self->finish_days, days);
    gtk_label_set_label (self->finish_change, change);
    gtk_label_set_label (self->finish_after, self->programme->after);
    gtk_widget_set_visible (self->follow, g_strcmp0 (self->programme->then, self->programme->id) != 0
                                              && self->programme->then != NULL);
  }
}

static void
show_words (UkProgrammeDetail *self)
{
  g_autoptr (GString) stops = g_string_new (NULL);
  gboolean holds = self->status != NULL && self->status->advice.holds_stage, held;
  g_autofree char *text = NULL;
  const char *stage;
  guint i;

  for (i = 0; i < self->programme->n_stops; i++)
    g_string_append_printf (stops, "%s%s", i == 0 ? "" : "\n", self->programme->stops[i]);
  gtk_label_set_label (self->stop_text, stops->str);
  stage = uk_programme_get_stage (self->programme, self->shown, holds);
  held = stage != uk_programme_get_stage (self->programme, self->shown, FALSE);
  /* Translators: what to do now · why it is not more yet. */
  text = held ? g_strdup_printf (_ ("%s More comes after an easier week."), stage) : g_strdup (stage);
  gtk_label_set_label (self->stage_text, text);
  gtk_label_set_label (self->suits, self->programme->suits);
  gtk_label_set_label (self->expect, self->programme->expect);
  gtk_label_set_label (self->missed, self->programme->missed);
  gtk_label_set_label (self->after, self->programme->after);
}

/* ---- actions ---- */

static void
act (UkProgrammeDetail *self, UkMarkKind kind)
{
  g_autoptr (GError) error = NULL;

  if (self->status == NULL)
    return;
  uk_programme_book_note (self->context->programmes, self->status, kind, self->now, &error);
  tell (self, error);
}

static void
go_on_cb (UkProgrammeDetail *self)
{
  act (self, self->status->course->paused ? UK_MARK_RESUMED : UK_MARK_GONE_ON);
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkProgrammeDetail *self = UK_PROGRAMME_DETAIL (widget);

  if (self->status != NULL && !self->status->course->paused)
    act (self, UK_MARK_PAUSED);
}

static void
restart_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkProgrammeDetail *self = UK_PROGRAMME_DETAIL (widget);
  g_autoptr (GError) error = NULL;

  if (self->status == NULL)
    return;
  uk_programme_book_restart (self->context->programmes, self->status, self->now, &error);
  tell (self, error);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkProgrammeDetail *self = UK_PROGRAMME_DETAIL (widget);
  g_autoptr (GError) error = NULL;

  if (self->status == NULL)
    return;
  uk_programme_book_end (self->context->programmes, self->status, UK_ENROLMENT_FINISHED, self->now, &error);
  tell (self, error);
}

static void
follow_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkProgrammeDetail *self = UK_PROGRAMME_DETAIL (widget);

  g_signal_emit (self, signals[FOLLOW], 0, self->programme->then);
}

/* "plan.start", "plan.change" and "plan.stop" are for the page to do. */
static void
ask_action (GtkWidget *widget, const char *name, GVariant *target)
{
  guint signal = g_str_equal (name, "plan.start") ? ENROL : g_str_equal (name, "plan.change") ? CHANGE : STOP;

  g_signal_emit (widget, signals[signal], 0);
}

static void
rate_failed_cb (UkProgrammeDetail *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PROGRAMME_DETAIL);
  G_OBJECT_CLASS (uk_programme_detail_parent_class)->dispose (object);
}

static void
uk_programme_detail_class_init (UkProgrammeDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_DAY_STRIP);
  g_type_ensure (UK_TYPE_SORE_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/plans/uk-programme-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, title);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, menu);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, summary);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, start);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, strip);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, finish);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, finish_days);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, finish_change);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, finish_after);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, follow);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, advice);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, advice_text);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, go_on);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, day);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, minutes);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, lists);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, sore);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, stage);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, stage_text);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, stop_text);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, suits);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, expect);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, missed);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeDetail, after);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_failed_cb);

  gtk_widget_class_install_action (widget_class, "plan.start", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "plan.change", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "plan.stop", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "plan.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "plan.restart", NULL, restart_action);
  gtk_widget_class_install_action (widget_class, "plan.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "plan.follow", NULL, follow_action);

  signals[ENROL] = g_signal_new ("enrol", UK_TYPE_PROGRAMME_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[CHANGE] = g_signal_new ("change", UK_TYPE_PROGRAMME_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[STOP] = g_signal_new ("stop", UK_TYPE_PROGRAMME_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FOLLOW] = g_signal_new ("follow", UK_TYPE_PROGRAMME_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", UK_TYPE_PROGRAMME_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_programme_detail_init (UkProgrammeDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
uk_programme_detail_set_context (UkProgrammeDetail *self, const UkContext *context)
{
  g_return_if_fail (UK_IS_PROGRAMME_DETAIL (self) && context != NULL);

  self->context = context;
  uk_sore_card_set_context (self->sore, context);
}

/* @status: (nullable): how it goes, which must live until the next call; %NULL: it does not run.  A day that was picked
 * stays as long as the plan does. */
void
uk_programme_detail_set (UkProgrammeDetail *self,
                         const UkProgramme *programme,
                         const UkProgrammeStatus *status,
                         gint64 now)
{
  gboolean same, ran;

  g_return_if_fail (UK_IS_PROGRAMME_DETAIL (self) && programme != NULL);

  same = self->programme == programme;
  ran = self->status != NULL;
  self->programme = programme;
  self->status = status;
  self->now = now;
  if (!same || ran != (status != NULL))
    self->shown = status != NULL ? MIN (status->course->number, programme->n_days) : 1;
  gtk_label_set_label (self->title, programme->title);
  gtk_label_set_label (self->summary, programme->summary);
  gtk_widget_set_visible (self->menu, status != NULL && !status->course->over);
  gtk_widget_set_visible (self->start, status == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.pause", status != NULL && !status->course->paused);
  uk_day_strip_set (self->strip, programme->n_days, status != NULL ? status->course : NULL);
  show_finish (self);
  show_advice (self);
  show_day (self);
  show_words (self);
  uk_sore_card_set_status (self->sore, status, now);
}

const UkProgramme *
uk_programme_detail_get_programme (UkProgrammeDetail *self)
{
  g_return_val_if_fail (UK_IS_PROGRAMME_DETAIL (self), NULL);

  return self->programme;
}
