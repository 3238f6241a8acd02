/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-plans-page.h"

#include "app/plans/uk-enrol-dialog.h"
#include "app/plans/uk-programme-card.h"
#include "app/plans/uk-programme-detail.h"
#include "app/plans/uk-programme-preview.h"
#include "app/plans/uk-programme-rating.h"
#include "app/widgets/uk-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _UkPlansPage {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application */
  UkClock *clock;           /* owned */
  GPtrArray *running;       /* owned (element-type UkProgrammeStatus) */
  UkDay today;              /* of @running */

  /* of the template */
  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *list_side;
  GtkBox *list;
  GtkWidget *detail_side;
  UkProgrammeDetail *detail;
};

G_DEFINE_FINAL_TYPE (UkPlansPage, uk_plans_page, GTK_TYPE_WIDGET)

typedef enum { PROP_DETAIL = 1 } UkPlansPageProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

static gint64
get_now (UkPlansPage *self)
{
  return uk_clock_get_unix_time (self->clock);
}

static void
failed_cb (UkPlansPage *self, const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static UkProgrammeStatus *
find_status (UkPlansPage *self, const UkProgramme *programme)
{
  guint i;

  for (i = 0; i < self->running->len; i++) {
    UkProgrammeStatus *status = g_ptr_array_index (self->running, i);

    if (status->programme == programme)
      return status;
  }
  return NULL;
}

/* ---- list ---- */

static void
show_programme (UkPlansPage *self, const UkProgramme *programme)
{
  uk_programme_detail_set (self->detail, programme, find_status (self, programme), get_now (self));
}

static void
clicked_cb (UkPlansPage *self, UkProgrammeCard *card)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), TRUE);
  show_programme (self, uk_programme_card_get_programme (card));
  adw_leaflet_set_visible_child (self->leaflet, self->detail_side);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

static UkProgrammeCard *
find_card (UkPlansPage *self, const UkProgramme *programme)
{
  GtkWidget *card;

  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->list)); card != NULL;
       card = gtk_widget_get_next_sibling (card)) {
    if (uk_programme_card_get_programme (UK_PROGRAMME_CARD (card)) == programme)
      return UK_PROGRAMME_CARD (card);
  }
  return NULL;
}

static void
add_cards (UkPlansPage *self)
{
  GPtrArray *programmes = uk_catalogue_get_programmes (self->context->catalogue);
  GtkWidget *first = NULL;
  guint i;

  for (i = 0; i < programmes->len; i++) {
    GtkWidget *card = uk_programme_card_new (self->context, g_ptr_array_index (programmes, i));

    if (first == NULL)
      first = card;
    else
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (first));
    g_signal_connect_object (card, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->list, card);
  }
}

/* Those that run come first. */
static void
show_list (UkPlansPage *self)
{
  GPtrArray *programmes = uk_catalogue_get_programmes (self->context->catalogue);
  GtkWidget *after = NULL;
  guint pass, i;

  for (pass = 0; pass < 2; pass++) {
    for (i = 0; i < programmes->len; i++) {
      const UkProgramme *programme = g_ptr_array_index (programmes, i);
      const UkProgrammeStatus *status = find_status (self, programme);
      UkProgrammeCard *card = find_card (self, programme);

      if ((status != NULL) != (pass == 0))
        continue;
      uk_programme_card_set_status (card, status);
      gtk_box_reorder_child_after (self->list, GTK_WIDGET (card), after);
      after = GTK_WIDGET (card);
    }
  }
}

/* Reads everything again; the plan that is seen stays. */
static void
reload (UkPlansPage *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GPtrArray *old = self->running;
  const UkProgramme *programme = uk_programme_detail_get_programme (self->detail);

  self->running = uk_programme_book_list_running (self->context->programmes, get_now (self), zone);
  self->today = uk_day_at (zone, get_now (self), NULL);
  if (programme == NULL && self->running->len > 0)
    programme = ((UkProgrammeStatus *)g_ptr_array_index (self->running, 0))->programme;
  if (programme == NULL)
    programme = g_ptr_array_index (uk_catalogue_get_programmes (self->context->catalogue), 0);
  show_list (self);
  show_programme (self, programme);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_card (self, programme)), TRUE);
  g_clear_pointer (&old, g_ptr_array_unref);
}

static void
mapped_cb (UkPlansPage *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  if (self->context != NULL && uk_day_at (zone, get_now (self), NULL) != self->today)
    reload (self);
}

/* ---- starting, changing, ending ---- */

static void
enrolled_cb (UkPlansPage *self, const UkEnrolment *enrolment, int rating)
{
  g_autoptr (GError) error = NULL;

  if ((rating >= 0
       && !uk_programme_rating_save (self->context, enrolment->region, enrolment->side, rating, get_now (self),
                                     &error))
      || !uk_programme_book_start (self->context->programmes, enrolment, &error))
    failed_cb (self, error->message);
}

static void
present_dialog (UkPlansPage *self, const UkProgramme *programme, const UkProgrammeStatus *status)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GtkWidget *dialog = uk_enrol_dialog_new (self->context, programme, status != NULL ? status->enrolment : NULL,
                                           uk_day_at (zone, get_now (self), NULL));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (dialog, "enrolled", G_CALLBACK (enrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
enrol_cb (UkPlansPage *self)
{
  present_dialog (self, uk_programme_detail_get_programme (self->detail), NULL);
}

static void
change_cb (UkPlansPage *self)
{
  const UkProgramme *programme = uk_programme_detail_get_programme (self->detail);

  present_dialog (self, programme, find_status (self, programme));
}

static void
undo_cb (UkPlansPage *self, AdwToast *toast)
{
  g_autoptr (GError) error = NULL;

  if (!uk_programme_book_start (self->context->programmes, g_object_get_data (G_OBJECT (toast), "enrolment"), &error))
    failed_cb (self, error->message);
}

static void
stop_cb (UkPlansPage *self)
{
  UkProgrammeStatus *status = find_status (self, uk_programme_detail_get_programme (self->detail));
  g_autoptr (GError) error = NULL;
  UkEnrolment *kept;
  AdwToast *toast;

  if (status == NULL)
    return;
  kept = uk_enrolment_copy (status->enrolment);
  if (!uk_programme_book_end (self->context->programmes, status, UK_ENROLMENT_STOPPED, get_now (self), &error)) {
    uk_enrolment_free (kept);
    failed_cb (self, error->message);
    return;
  }
  toast = adw_toast_new (_ ("Plan ended"));
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "enrolment", kept, (GDestroyNotify)uk_enrolment_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
follow_cb (UkPlansPage *self, const char *id)
{
  uk_plans_page_show (self, id);
}

/* ---- object ---- */

static void
folded_cb (UkPlansPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkPlansPage *self = UK_PLANS_PAGE (object);

  switch ((UkPlansPageProperty)id) {
  case PROP_DETAIL:
    if (adw_leaflet_get_folded (self->leaflet)
        && adw_leaflet_get_visible_child (self->leaflet) == self->detail_side)
      g_value_set_string (value, _ ("Plan"));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  UkPlansPage *self = UK_PLANS_PAGE (object);

  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PLANS_PAGE);
  g_clear_pointer (&self->running, g_ptr_array_unref);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (uk_plans_page_parent_class)->dispose (object);
}

static void
uk_plans_page_class_init (UkPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->get_property = get_property;
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  g_type_ensure (UK_TYPE_PROGRAMME_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/plans/uk-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UkPlansPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, UkPlansPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, UkPlansPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, UkPlansPage, list);
  gtk_widget_class_bind_template_child (widget_class, UkPlansPage, detail_side);
  gtk_widget_class_bind_template_child (widget_class, UkPlansPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, enrol_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
}

static void
uk_plans_page_init (UkPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
uk_plans_page_set_context (UkPlansPage *self, const UkContext *context, UkClock *clock)
{
  g_return_if_fail (UK_IS_PLANS_PAGE (self) && UK_IS_CLOCK (clock));
  g_return_if_fail (context != NULL && self->context == NULL);

  self->context = context;
  self->clock = g_object_ref (clock);
  uk_programme_detail_set_context (self->detail, context);
  add_cards (self);
  g_signal_connect_object (context->programmes, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context->safety, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

/* @programme: id of a plan; an unknown one is ignored */
void
uk_plans_page_show (UkPlansPage *self, const char *programme)
{
  const UkProgramme *found;

  g_return_if_fail (UK_IS_PLANS_PAGE (self) && self->context != NULL);

  found = uk_catalogue_get_programme (self->context->catalogue, programme);
  if (found != NULL)
    clicked_cb (self, find_card (self, found));
}

/* From the plan that covers the list to the list. */
void
uk_plans_page_go_back (UkPlansPage *self)
{
  g_return_if_fail (UK_IS_PLANS_PAGE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}
