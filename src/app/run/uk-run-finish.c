/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-finish.h"
#include "app/run/uk-run-place.h"
#include "app/widgets/uk-columns-layout.h"
#include "app/widgets/uk-rating-row.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/catalogue/uk-describe.h"
#include "core/insight/uk-insight.h"
#include "core/reminders/uk-recurrence.h"
#include "core/run/uk-helped.h"
#include "core/run/uk-remind-times.h"
#include "core/run/uk-run-after.h"
#include "core/time/uk-wall-time.h"

#include <glib/gi18n.h>
#include <math.h>

/* Up to here it is as good as gone: nobody needs to be reminded. */
#define GOOD_ENOUGH 1

struct _UkRunFinish {
  GtkWidget parent_instance;

  /* of the template */
  UkRunPlace *place;
  GtkLabel *before_text;
  UkRatingRow *rating;
  GtkWidget *change;
  GtkLabel *change_text;
  GtkBox *helped; /* buttons in the order of UkHelp */
  GtkLabel *after_text;
  GtkSwitch *remind;
  GtkLabel *remind_text;
  GtkWidget *first_row;
  GtkDropDown *first;
  GtkButton *other_side;
  GtkButton *done;

  UkRun *run;      /* owned, nullable until one is set */
  GArray *times;   /* owned: minutes of the day, as in the list of times */
  GTimeZone *zone; /* owned: of the person */
  UkDay tomorrow;
  int before;        /* -1: not given */
  gboolean of_knot;  /* the run was for a region */
  gboolean reminded; /* there is such a reminder already */
  gboolean switched; /* the person has decided about the switch */
  gboolean updating; /* the switch is set by the program */
};

G_DEFINE_FINAL_TYPE (UkRunFinish, uk_run_finish, GTK_TYPE_WIDGET)

enum { RATED, HELPED, DONE, OTHER_SIDE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_remind (UkRunFinish *self, gboolean remind)
{
  self->updating = TRUE;
  gtk_switch_set_active (self->remind, remind);
  self->updating = FALSE;
}

static void
update_change (UkRunFinish *self, int rating)
{
  g_autofree char *text = self->before >= 0 ? uk_change_to_sentence (self->before, rating) : NULL;

  gtk_widget_set_visible (self->change, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->change_text, text);
  if (rating < self->before)
    gtk_widget_add_css_class (self->change, "better");
  else
    gtk_widget_remove_css_class (self->change, "better");
}

/* What usually comes next; after "too much" also how it starts next time. */
static void
update_after (UkRunFinish *self, int rating)
{
  const char *after = uk_run_get_after (self->run, self->before, rating);
  g_autofree char *text = NULL;

  if (uk_run_is_softened (self->run))
    text = g_strdup_printf ("%s %s", after, _ ("This routine starts gentler next time."));
  gtk_label_set_label (self->after_text, text != NULL ? text : after);
}

static void
helped_cb (UkRunFinish *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->helped));
  UkHelped helped = 0;
  guint i;

  if (self->updating)
    return;
  for (i = 0; i < UK_N_HELPS; i++, child = gtk_widget_get_next_sibling (child))
    helped |= gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)) ? 1u << i : 0;
  g_signal_emit (self, signals[HELPED], 0, helped);
}

static void
clear_helped (UkRunFinish *self)
{
  GtkWidget *child;

  self->updating = TRUE;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->helped)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
  self->updating = FALSE;
}

static void
rated_cb (UkRunFinish *self, int rating)
{
  update_change (self, rating);
  update_after (self, rating);
  uk_run_place_ease_to (self->place, rating);
  if (!self->switched && !self->reminded)
    set_remind (self, rating > GOOD_ENOUGH);
  g_signal_emit (self, signals[RATED], 0, rating);
}

static void
remind_cb (UkRunFinish *self)
{
  gtk_widget_set_visible (self->first_row, gtk_switch_get_active (self->remind));
  if (!self->updating)
    self->switched = TRUE;
}

static void
done_cb (UkRunFinish *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
other_side_cb (UkRunFinish *self)
{
  g_signal_emit (self, signals[OTHER_SIDE], 0);
}

static void
uk_run_finish_dispose (GObject *object)
{
  UkRunFinish *self = UK_RUN_FINISH (object);

  g_clear_object (&self->run);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_RUN_FINISH);

  G_OBJECT_CLASS (uk_run_finish_parent_class)->dispose (object);
}

static void
uk_run_finish_class_init (UkRunFinishClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uk_run_finish_dispose;

  signals[RATED] = g_signal_new ("rated", UK_TYPE_RUN_FINISH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[HELPED] = g_signal_new ("helped", UK_TYPE_RUN_FINISH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[DONE] = g_signal_new ("done", UK_TYPE_RUN_FINISH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[OTHER_SIDE] = g_signal_new ("other-side", UK_TYPE_RUN_FINISH, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (UK_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (UK_TYPE_RATING_ROW);
  g_type_ensure (UK_TYPE_RUN_PLACE);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/run/uk-run-finish.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, place);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, before_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, rating);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, change);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, change_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, helped);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, after_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, remind);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, remind_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, first_row);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, first);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, other_side);
  gtk_widget_class_bind_template_child (widget_class, UkRunFinish, done);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remind_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_side_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
uk_run_finish_init (UkRunFinish *self)
{
  guint i;

  self->before = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->first);
  for (i = 0; i < UK_N_HELPS; i++) {
    GtkWidget *button = gtk_toggle_button_new_with_label (uk_help_get_name ((UkHelp)i));

    gtk_widget_add_css_class (button, "chip");
    g_signal_connect_object (button, "toggled", G_CALLBACK (helped_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->helped, button);
  }
}

static void
update_place (UkRunFinish *self, UkRun *run, const UkRegion *region)
{
  const UkRoutine *routine = uk_run_get_routine (run);
  const UkSide side = uk_run_get_both_sides (run) ? UK_SIDE_NONE : uk_run_get_side (run);
  g_autofree char *time = uk_seconds_describe ((guint)lround (uk_run_get_seconds_done (run)));
  /* Translators: title of a routine, then how long it was done. */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s"), routine->title, time);

  uk_run_place_show (self->place, routine, region, side);
  uk_run_place_set_detail (self->place, text);
}

static void
update_other_side (UkRunFinish *self, UkRun *run)
{
  const UkSide side = uk_run_get_side (run);
  const gboolean one_side = side != UK_SIDE_NONE && !uk_run_get_both_sides (run)
                            && uk_routine_is_sided (uk_run_get_routine (run));

  gtk_widget_set_visible (GTK_WIDGET (self->other_side), one_side);
  gtk_button_set_label (self->other_side,
                        side == UK_SIDE_LEFT ? _ ("Do the right side") : _ ("Do the left side"));
}

static void
update_times (UkRunFinish *self, GDateTime *now)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint minute;
  guint i;

  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (g_date_time_get_timezone (now));
  self->tomorrow = uk_day_at (self->zone, g_date_time_to_unix (now), &minute) + 1;
  self->times = uk_remind_times_new (minute);
  for (i = 0; i < self->times->len; i++) {
    g_autofree char *time = uk_minute_to_text (g_array_index (self->times, guint, i));
    /* Translators: a time of day */
    g_autofree char *name = g_strdup_printf (_ ("Tomorrow, %s"), time);

    gtk_string_list_append (names, name);
  }
  gtk_drop_down_set_model (self->first, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->first, 0);
}

/* @region: (nullable): of the catalogue; @before: the number before the run, -1 for none; @now: the
 * present in the person's zone */
void
uk_run_finish_set_run (
    UkRunFinish *self, UkRun *run, const UkRegion *region, int before, GDateTime *now)
{
  g_autofree char *text = NULL;

  g_return_if_fail (UK_IS_RUN_FINISH (self));
  g_return_if_fail (UK_IS_RUN (run));
  g_return_if_fail (now != NULL);

  g_set_object (&self->run, run);
  self->before = before;
  self->of_knot = region != NULL;
  self->switched = FALSE;
  if (before >= 0)
    text = g_strdup_printf (_ ("Before, it was %d. No change is an answer too."), before);
  gtk_label_set_label (self->before_text,
                       text != NULL ? text : _ ("Tap a number, or leave it out."));
  uk_rating_row_set_before (self->rating, before);
  uk_rating_row_set_value (self->rating, -1);
  gtk_widget_set_visible (self->change, FALSE);
  update_after (self, -1);
  clear_helped (self);
  update_place (self, run, region);
  uk_run_place_set_rating (self->place, before >= 0 ? before : 5);
  update_other_side (self, run);
  update_times (self, now);
  uk_run_finish_set_reminded (self, FALSE);
}

/* @reminded: there is a reminder for this routine and place already */
void
uk_run_finish_set_reminded (UkRunFinish *self, gboolean reminded)
{
  g_return_if_fail (UK_IS_RUN_FINISH (self));

  self->reminded = reminded;
  gtk_widget_set_sensitive (GTK_WIDGET (self->remind), !reminded);
  gtk_label_set_label (self->remind_text,
                       reminded        ? _ ("You are reminded of it already")
                       : self->of_knot ? _ ("Every day while it is sore, less often as it eases")
                                       : _ ("Every day at this time"));
  set_remind (self, !reminded);
  gtk_widget_set_visible (self->first_row, !reminded);
}

/* @first: (out): Unix seconds of the first reminder.  Returns: whether to make one */
gboolean
uk_run_finish_get_reminder (UkRunFinish *self, gint64 *first)
{
  guint selected;

  g_return_val_if_fail (UK_IS_RUN_FINISH (self), FALSE);
  g_return_val_if_fail (first != NULL, FALSE);

  selected = gtk_drop_down_get_selected (self->first);
  if (self->reminded || !gtk_switch_get_active (self->remind) || self->times == NULL
      || selected >= self->times->len)
    return FALSE;
  return uk_wall_time_resolve (self->zone, self->tomorrow,
                               g_array_index (self->times, guint, selected), first);
}

/* As if the number had been tapped. */
void
uk_run_finish_rate (UkRunFinish *self, int rating)
{
  g_return_if_fail (UK_IS_RUN_FINISH (self));

  uk_rating_row_choose (self->rating, rating);
}

void
uk_run_finish_focus (UkRunFinish *self)
{
  g_return_if_fail (UK_IS_RUN_FINISH (self));

  gtk_widget_child_focus (GTK_WIDGET (self->rating), GTK_DIR_TAB_FORWARD);
}
