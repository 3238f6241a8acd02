/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-programme-card.h"

#include "app/figure/uk-figure-view.h"
#include "app/plans/uk-programme-preview.h"
#include "core/plans/uk-programme-summary.h"

#include <glib/gi18n.h>

struct _UkProgrammeCard {
  GtkToggleButton parent_instance;

  const UkProgramme *programme; /* of the catalogue */

  /* of the template */
  UkFigureView *picture;
  GtkLabel *title;
  GtkLabel *length;
  GtkLabel *suits;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (UkProgrammeCard, uk_programme_card, GTK_TYPE_TOGGLE_BUTTON)

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PROGRAMME_CARD);
  G_OBJECT_CLASS (uk_programme_card_parent_class)->dispose (object);
}

static void
uk_programme_card_class_init (UkProgrammeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/plans/uk-programme-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeCard, picture);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeCard, title);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeCard, length);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeCard, suits);
  gtk_widget_class_bind_template_child (widget_class, UkProgrammeCard, status);
}

static void
uk_programme_card_init (UkProgrammeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The catalogue must outlive the card. */
GtkWidget *
uk_programme_card_new (const UkContext *context, const UkProgramme *programme)
{
  UkProgrammeCard *self = g_object_new (UK_TYPE_PROGRAMME_CARD, NULL);
  const UkRoutine *picture = uk_catalogue_get_routine (context->catalogue, programme->picture);
  g_autofree char *length = uk_programme_preview_describe_length (context, programme);

  self->programme = programme;
  gtk_label_set_label (self->title, programme->title);
  gtk_label_set_label (self->length, length);
  gtk_label_set_label (self->suits, programme->suits);
  if (picture != NULL)
    uk_figure_view_set_thumbnail_of (self->picture, picture);
  uk_programme_card_set_status (self, NULL);
  return GTK_WIDGET (self);
}

const UkProgramme *
uk_programme_card_get_programme (UkProgrammeCard *self)
{
  g_return_val_if_fail (UK_IS_PROGRAMME_CARD (self), NULL);

  return self->programme;
}

/* @status: (nullable): how it goes; %NULL: it does not run */
void
uk_programme_card_set_status (UkProgrammeCard *self, const UkProgrammeStatus *status)
{
  g_autofree char *text = status != NULL ? uk_programme_status_describe (status) : NULL;

  g_return_if_fail (UK_IS_PROGRAMME_CARD (self));

  gtk_label_set_label (self->status, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->suits), text == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->programme->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : self->programme->suits, -1);
}
