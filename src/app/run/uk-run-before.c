/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-before.h"
#include "app/run/uk-run-place.h"
#include "app/widgets/uk-columns-layout.h"
#include "app/widgets/uk-rating-row.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/catalogue/uk-describe.h"
#include "core/catalogue/uk-equipment.h"
#include "core/time/uk-ago.h"

#include <glib/gi18n.h>

/* How strongly a place is coloured that has never been rated. */
#define UNRATED 6

struct _UkRunBefore {
  GtkWidget parent_instance;

  /* of the template */
  UkRunPlace *place;
  UkRatingRow *rating;
  GtkWidget *sides;
  GtkToggleButton *left;
  GtkToggleButton *right;
  GtkToggleButton *both;
  GtkLabel *needs;
  GtkWidget *gentle;
  GtkLabel *gentle_text;
  GtkSwitch *gentle_switch;

  const UkRoutine *routine; /* of the catalogue, nullable until one is set */
  const UkRegion *region;   /* of the catalogue, nullable */
  UkSide side;              /* as asked for */
};

G_DEFINE_FINAL_TYPE (UkRunBefore, uk_run_before, GTK_TYPE_WIDGET)

enum { START, CHECK_SAFETY, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The picture and the name follow the chosen side. */
static void
update_place (UkRunBefore *self)
{
  UkSide side;
  gboolean both_sides;

  uk_run_before_get_sides (self, &side, &both_sides);
  uk_run_place_show (self->place, self->routine, self->region, both_sides ? UK_SIDE_NONE : side);
}

static void
update_needs (UkRunBefore *self)
{
  g_autofree char *needs = uk_equipment_describe (self->routine->equipment);
  const char *stop = _ ("Stop at once if pain shoots, or if you feel numb or dizzy.");
  /* Translators: the first is a list like “ball, wall”, the second a sentence. */
  g_autofree char *text
      = needs != NULL ? g_strdup_printf (_ ("You need: %s. %s"), needs, stop) : g_strdup (stop);

  gtk_label_set_label (self->needs, text);
}

static void
rated_cb (UkRunBefore *self, int rating)
{
  g_signal_emit (self, signals[START], 0, rating);
}

static void
start_cb (UkRunBefore *self)
{
  g_signal_emit (self, signals[START], 0, -1);
}

static void
news_cb (UkRunBefore *self)
{
  g_signal_emit (self, signals[CHECK_SAFETY], 0);
}

static void
side_cb (UkRunBefore *self)
{
  if (self->routine != NULL)
    update_place (self);
}

static void
uk_run_before_dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_RUN_BEFORE);

  G_OBJECT_CLASS (uk_run_before_parent_class)->dispose (object);
}

static void
uk_run_before_class_init (UkRunBeforeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = uk_run_before_dispose;

  signals[START] = g_signal_new ("start", UK_TYPE_RUN_BEFORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHECK_SAFETY] = g_signal_new ("check-safety", UK_TYPE_RUN_BEFORE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (UK_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (UK_TYPE_RATING_ROW);
  g_type_ensure (UK_TYPE_RUN_PLACE);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/run/uk-run-before.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, place);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, rating);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, sides);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, left);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, right);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, both);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, needs);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, gentle);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, gentle_text);
  gtk_widget_class_bind_template_child (widget_class, UkRunBefore, gentle_switch);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, news_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
uk_run_before_init (UkRunBefore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @region: (nullable).  @side: none stands for both if the routine has sides. */
void
uk_run_before_set_routine (UkRunBefore *self,
                           const UkRoutine *routine,
                           const UkRegion *region,
                           UkSide side,
                           gboolean both_sides)
{
  g_return_if_fail (UK_IS_RUN_BEFORE (self));
  g_return_if_fail (routine != NULL);

  self->routine = routine;
  self->region = region;
  self->side = side;
  gtk_widget_set_visible (self->sides, uk_routine_is_sided (routine));
  if (both_sides || side == UK_SIDE_NONE)
    gtk_toggle_button_set_active (self->both, TRUE);
  else
    gtk_toggle_button_set_active (side == UK_SIDE_LEFT ? self->left : self->right, TRUE);
  uk_rating_row_set_value (self->rating, -1);
  update_needs (self);
  uk_run_before_set_last (self, -1, 0, NULL);
  uk_run_before_set_gentle (self, FALSE);
  update_place (self);
}

/* @gentle: the routine was too much last time; after uk_run_before_set_routine() */
void
uk_run_before_set_gentle (UkRunBefore *self, gboolean gentle)
{
  const char *reason = _ ("Last time it was too much, so every step is a third shorter.");
  g_autofree char *easier = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (UK_IS_RUN_BEFORE (self));
  g_return_if_fail (self->routine != NULL);

  if (self->routine->easier != NULL)
    easier = g_strdup_printf (_ ("Easier: %s"), self->routine->easier);
  text = easier != NULL ? g_strdup_printf ("%s %s", reason, easier) : g_strdup (reason);
  gtk_label_set_label (self->gentle_text, text);
  gtk_switch_set_active (self->gentle_switch, gentle);
  gtk_widget_set_visible (self->gentle, gentle);
}

/* Returns: whether the run should start gentler */
gboolean
uk_run_before_get_gentle (UkRunBefore *self)
{
  g_return_val_if_fail (UK_IS_RUN_BEFORE (self), FALSE);

  return gtk_switch_get_active (self->gentle_switch);
}

/* @rating: the number given last for this place, -1 for none; @at: Unix seconds; @now: (nullable)
 * with none */
void
uk_run_before_set_last (UkRunBefore *self, int rating, gint64 at, GDateTime *now)
{
  g_autofree char *ago = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (UK_IS_RUN_BEFORE (self));

  if (rating >= 0) {
    ago = uk_ago_describe (at, now);
    /* Translators: a number, then a day: “Last time 4, yesterday”. */
    text = g_strdup_printf (_ ("Last time %d, %s"), rating, ago);
  }
  uk_run_place_set_detail (self->place, text);
  uk_run_place_set_rating (self->place, rating >= 0 ? rating : UNRATED);
}

/* @side: (out): the chosen side, or the first of both */
void
uk_run_before_get_sides (UkRunBefore *self, UkSide *side, gboolean *both_sides)
{
  g_return_if_fail (UK_IS_RUN_BEFORE (self));
  g_return_if_fail (side != NULL && both_sides != NULL);

  *side = self->side;
  *both_sides = FALSE;
  if (!gtk_widget_get_visible (self->sides))
    return;
  if (gtk_toggle_button_get_active (self->both))
    *both_sides = TRUE;
  else
    *side = gtk_toggle_button_get_active (self->left) ? UK_SIDE_LEFT : UK_SIDE_RIGHT;
}

/* As if the number had been tapped. */
void
uk_run_before_rate (UkRunBefore *self, int rating)
{
  g_return_if_fail (UK_IS_RUN_BEFORE (self));

  uk_rating_row_choose (self->rating, rating);
}

void
uk_run_before_focus (UkRunBefore *self)
{
  g_return_if_fail (UK_IS_RUN_BEFORE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->rating), GTK_DIR_TAB_FORWARD);
}
