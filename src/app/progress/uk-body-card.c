/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-body-card.h"

#include "app/progress/uk-body-picture.h"
#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-describe.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define PLAY_MS 5000

struct _UkBodyCard {
  GtkWidget parent_instance;

  UkBodyHistory *history; /* of the picture, nullable */
  UkCatalogue *catalogue; /* owned, nullable */
  AdwAnimation *play;     /* owned */

  /* of the template */
  GtkLabel *heading;
  UkBodyPicture *picture;
  GtkButton *play_button;
  GtkLabel *first;
  GtkWidget *slider;
  GtkAdjustment *day;
  GtkToggleButton *compare;
  GtkLabel *changes;
  GtkWidget *of_day;
  GtkWidget *scale;
};

G_DEFINE_FINAL_TYPE (UkBodyCard, uk_body_card, GTK_TYPE_WIDGET)

static char *
format_day (UkDay day, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((gint64)day * 24 * 60 * 60);

  return date != NULL ? g_date_time_format (date, format) : g_strdup ("");
}

static void
add_place (UkBodyCard *self, GString *text, const UkRegion *region, UkSide side, double day)
{
  const double rating = uk_body_history_get (self->history, region->id, side, day);
  g_autofree char *place = NULL;

  if (rating < 0)
    return;
  place = uk_region_describe (region, side);
  g_string_append_printf (text, "%s%s: %.0f", text->len > 0 ? "; " : "", place, rating);
}

/* What the picture shows, in words. */
static char *
describe (UkBodyCard *self, double day)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *regions = uk_catalogue_get_regions (self->catalogue);
  guint i;

  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);
    int side;

    for (side = UK_SIDE_NONE; side <= UK_SIDE_RIGHT; side++)
      add_place (self, text, region, (UkSide)side, day);
  }
  return g_strdup (text->len > 0 ? text->str : _ ("Nothing was rated"));
}

static void
add_change (UkBodyCard *self, GString *text, const UkRegion *region, UkSide side)
{
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  double change;

  if (!uk_body_history_get_change (self->history, region->id, side, &change))
    return;
  place = uk_region_describe (region, side);
  if (fabs (change) < 0.05)
    words = g_strdup (_ ("no change"));
  else
    words = g_strdup_printf (change < 0 ? _ ("%.1f easier") : _ ("%.1f more"), fabs (change));
  /* Translators: a place, then what changed there: “Jaw, left: 1.3 easier” */
  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append_printf (text, _ ("%s: %s"), place, words);
}

/* The last week against the one before, also in words below the picture. */
static void
show_change (UkBodyCard *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *regions = uk_catalogue_get_regions (self->catalogue);
  const char *heading = _ ("This week and the one before");
  const char *words;
  guint i;

  for (i = 0; i < regions->len; i++) {
    int side;

    for (side = UK_SIDE_NONE; side <= UK_SIDE_RIGHT; side++)
      add_change (self, text, g_ptr_array_index (regions, i), (UkSide)side);
  }
  words = text->len > 0 ? text->str : _ ("Nothing was rated in both weeks");
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->changes, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_day (UkBodyCard *self)
{
  const double day = gtk_adjustment_get_value (self->day);
  g_autofree char *date = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *words = NULL;

  uk_body_picture_set_day (self->picture, day);
  if (self->history == NULL)
    return;
  if (gtk_toggle_button_get_active (self->compare)) {
    show_change (self);
    return;
  }
  /* Translators: a date within the year, as g_date_time_format() writes it: "1 March" */
  date = format_day (uk_body_history_get_day (self->history, day), _ ("%-e %B"));
  heading = day > UK_BODY_DAYS - 0.5 ? g_strdup (_ ("Your body today"))
                                     /* Translators: %s is a date */
                                     : g_strdup_printf (_ ("Your body on %s"), date);
  words = describe (self, floor (day + 0.5));
  gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
compare_cb (UkBodyCard *self)
{
  const gboolean compares = gtk_toggle_button_get_active (self->compare);

  adw_animation_pause (self->play);
  uk_body_picture_set_compares (self->picture, compares);
  gtk_widget_set_visible (self->of_day, !compares);
  gtk_widget_set_visible (self->scale, !compares);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), compares);
  show_day (self);
}

static void
show_playing (UkBodyCard *self)
{
  const gboolean playing = adw_animation_get_state (self->play) == ADW_ANIMATION_PLAYING;
  const char *text = playing ? _ ("Pause") : _ ("Play the last two weeks");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic"
                                                       : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), text);
}

static void
play_cb (double value, gpointer data)
{
  gtk_adjustment_set_value (UK_BODY_CARD (data)->day, value);
}

/* From where it stands; from the first day if it stands at the last.  Without animations it ends at
 * once. */
static void
play_clicked_cb (UkBodyCard *self)
{
  AdwTimedAnimation *play = ADW_TIMED_ANIMATION (self->play);
  double from = gtk_adjustment_get_value (self->day);

  if (adw_animation_get_state (self->play) == ADW_ANIMATION_PLAYING) {
    adw_animation_pause (self->play);
    return;
  }
  if (from >= UK_BODY_DAYS)
    from = 0;
  adw_timed_animation_set_value_from (play, from);
  adw_timed_animation_set_duration (play, (guint)(PLAY_MS * (UK_BODY_DAYS - from) / UK_BODY_DAYS));
  adw_animation_reset (self->play);
  adw_animation_play (self->play);
}

/* The wheel scrolls the page; the slider in its way must not take it. */
static void
ignore_wheel (GtkWidget *slider)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (slider);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  }
}

static gboolean
slider_moved_cb (UkBodyCard *self)
{
  adw_animation_pause (self->play);
  return GDK_EVENT_PROPAGATE;
}

static void
unmap (GtkWidget *widget)
{
  adw_animation_pause (UK_BODY_CARD (widget)->play);
  GTK_WIDGET_CLASS (uk_body_card_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  UkBodyCard *self = UK_BODY_CARD (object);

  if (self->play != NULL)
    adw_animation_pause (self->play);
  g_clear_object (&self->play);
  g_clear_object (&self->catalogue);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_BODY_CARD);
  G_OBJECT_CLASS (uk_body_card_parent_class)->dispose (object);
}

static void
uk_body_card_class_init (UkBodyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->unmap = unmap;
  g_type_ensure (UK_TYPE_BODY_PICTURE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-body-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, picture);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, play_button);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, first);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, slider);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, day);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, compare);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, changes);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, of_day);
  gtk_widget_class_bind_template_child (widget_class, UkBodyCard, scale);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, slider_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_day);
}

static void
uk_body_card_init (UkBodyCard *self)
{
  AdwAnimationTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  ignore_wheel (self->slider);
  target = adw_callback_animation_target_new (play_cb, self, NULL);
  self->play = adw_timed_animation_new (GTK_WIDGET (self), 0, UK_BODY_DAYS, PLAY_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->play), ADW_LINEAR);
  g_signal_connect_object (self->play, "notify::state", G_CALLBACK (show_playing), self,
                           G_CONNECT_SWAPPED);
  show_playing (self);
}

/* @history: (transfer full) */
void
uk_body_card_take_history (UkBodyCard *self, UkBodyHistory *history, UkCatalogue *catalogue)
{
  g_autofree char *first = NULL;

  g_return_if_fail (UK_IS_BODY_CARD (self) && history != NULL);

  g_set_object (&self->catalogue, catalogue);
  self->history = history;
  uk_body_picture_take_history (self->picture, history);
  /* Translators: a short date, as g_date_time_format() writes it: "4 Nov" */
  first = format_day (uk_body_history_get_day (history, 0), _ ("%-e %b"));
  gtk_label_set_label (self->first, first);
  show_day (self);
}
