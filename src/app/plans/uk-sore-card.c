/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-sore-card.h"

#include "app/plans/uk-programme-rating.h"
#include "app/widgets/uk-rating-row.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkSoreCard {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application */
  char *region;             /* owned, nullable */
  UkSide side;
  gint64 now;

  /* of the template */
  GtkLabel *question;
  UkRatingRow *rating;
};

G_DEFINE_FINAL_TYPE (UkSoreCard, uk_sore_card, GTK_TYPE_WIDGET)

enum { FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
rated_cb (UkSoreCard *self, int value)
{
  g_autoptr (GError) error = NULL;

  if (!uk_programme_rating_save (self->context, self->region, self->side, value, self->now, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SORE_CARD);
  g_clear_pointer (&UK_SORE_CARD (object)->region, g_free);
  G_OBJECT_CLASS (uk_sore_card_parent_class)->dispose (object);
}

static void
uk_sore_card_class_init (UkSoreCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_RATING_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/plans/uk-sore-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSoreCard, question);
  gtk_widget_class_bind_template_child (widget_class, UkSoreCard, rating);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);

  signals[FAILED] = g_signal_new ("failed", UK_TYPE_SORE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
uk_sore_card_init (UkSoreCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
uk_sore_card_set_context (UkSoreCard *self, const UkContext *context)
{
  g_return_if_fail (UK_IS_SORE_CARD (self) && context != NULL);

  self->context = context;
}

static gboolean
is_rated_today (const UkProgrammeStatus *status)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return status->samples->len > 0
         && uk_day_at (zone, g_array_index (status->samples, UkSample, status->samples->len - 1).at, NULL)
                == status->today;
}

/* @status: (nullable): the plan, if one is followed */
void
uk_sore_card_set_status (UkSoreCard *self, const UkProgrammeStatus *status, gint64 now)
{
  const UkRegion *region = NULL;
  const UkProgrammeDay *day;
  gboolean compares;
  g_autofree char *question = NULL;

  g_return_if_fail (UK_IS_SORE_CARD (self));

  if (status != NULL && status->course->starts_in == 0 && !status->course->over && !status->course->paused
      && !is_rated_today (status))
    region = uk_catalogue_get_region (self->context->catalogue, status->enrolment->region);
  gtk_widget_set_visible (GTK_WIDGET (self), region != NULL);
  g_clear_pointer (&self->region, g_free);
  self->now = now;
  if (region == NULL)
    return;
  self->region = g_strdup (region->id);
  self->side = status->enrolment->side;
  day = uk_course_get_day (status->course, status->programme);
  compares = day != NULL && day->check && status->samples->len > 0;
  /* Translators: %s is a place, such as “Calf”. */
  question = g_strdup_printf (compares ? _ ("Time to compare with the first day. How sore is it today? %s")
                                       : _ ("How sore is it today? %s"),
                              region->name);
  gtk_label_set_label (self->question, question);
  uk_rating_row_set_value (self->rating, -1);
  uk_rating_row_set_before (self->rating,
                            compares ? g_array_index (status->samples, UkSample, 0).value : -1);
}
