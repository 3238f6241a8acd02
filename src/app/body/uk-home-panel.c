/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-filter-bar.h"
#include "app/body/uk-home-panel.h"
#include "app/body/uk-sequence-row.h"
#include "app/plans/uk-today-card.h"
#include "app/widgets/uk-place-row.h"
#include "app/widgets/uk-routine-row.h"
#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-describe.h"
#include "core/catalogue/uk-search.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/time/uk-ago.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_PLACES 6
#define MAX_ROUTINES 8
#define MAX_SEQUENCES 3
#define MAX_KNOTS 4

struct _UkHomePanel {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application */

  /* of the template */
  GtkLabel *lead;
  GtkEditable *search;
  GtkWidget *start;
  GtkWidget *results;
  UkTodayCard *today;
  GtkWidget *knots;
  GtkListBox *knot_list;
  GtkListBox *common_list;
  UkFilterBar *filters;
  GtkWidget *places;
  GtkListBox *place_list;
  GtkListBox *sequence_list;
  GtkWidget *found;
  GtkListBox *found_list;
  GtkWidget *routines;
  GtkListBox *routine_list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (UkHomePanel, uk_home_panel, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* ---- the person's knots ---- */

static char *
describe_knot (const UkKnot *knot, const UkRating *last)
{
  g_autofree char *when = NULL;
  const char *side = knot->side == UK_SIDE_LEFT    ? C_ ("side of the body", "Left")
                     : knot->side == UK_SIDE_RIGHT ? C_ ("side of the body", "Right")
                                                   : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (last == NULL)
    return g_strdup (side);
  when = uk_ago_describe (last->at, now);
  if (side == NULL)
    /* Translators: a rating from 0 to 10 and when it was given: “4 of 10, yesterday”. */
    return g_strdup_printf (_ ("%d of 10, %s"), last->value, when);
  /* Translators: side · rating, when: “Left · 4 of 10, yesterday”. */
  return g_strdup_printf (_ ("%s · %d of 10, %s"), side, last->value, when);
}

static void
add_knot (UkHomePanel *self, const UkKnot *knot)
{
  const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, knot->region);
  const UkRoutine *routine = uk_catalogue_get_recommended (self->context->catalogue, knot->region);
  g_autoptr (GPtrArray) ratings = uk_store_list_ratings (self->context->store, knot->id, NULL);
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (region == NULL)
    return;
  text = describe_knot (knot, ratings != NULL && ratings->len > 0
                                  ? g_ptr_array_index (ratings, ratings->len - 1)
                                  : NULL);
  row = uk_place_row_new (region, knot->side, text);
  if (routine != NULL) {
    g_autofree char *label = g_strdup_printf (_ ("Start “%s”"), routine->title);

    uk_place_row_add_start (UK_PLACE_ROW (row), routine->id, label);
  }
  gtk_list_box_append (self->knot_list, row);
}

static guint
fill_knots (UkHomePanel *self)
{
  g_autoptr (GPtrArray) knots = NULL;
  guint i, shown = 0;

  clear_list (self->knot_list);
  if (self->context->store == NULL)
    return 0;
  knots = uk_store_list_knots (self->context->store, NULL);
  for (i = 0; knots != NULL && i < knots->len && shown < MAX_KNOTS; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);

    if (knot->closed != 0)
      continue;
    add_knot (self, knot);
    shown++;
  }
  return shown;
}

/* ---- search ---- */

static void
fill_results (UkHomePanel *self, const char *query)
{
  g_autoptr (GArray) hits = uk_catalogue_search (self->context->catalogue, query);
  guint i, n_places = 0, n_routines = 0, n_sequences = 0;

  clear_list (self->place_list);
  clear_list (self->found_list);
  clear_list (self->routine_list);
  for (i = 0; i < hits->len; i++) {
    const UkHit *hit = &g_array_index (hits, UkHit, i);

    if (hit->kind == UK_HIT_REGION && n_places < MAX_PLACES) {
      gtk_list_box_append (self->place_list,
                           uk_place_row_new (hit->region, UK_SIDE_LEFT, hit->region->short_feel));
      n_places++;
    } else if (hit->kind == UK_HIT_ROUTINE && n_routines < MAX_ROUTINES) {
      gtk_list_box_append (self->routine_list,
                           uk_routine_row_new (hit->routine, hit->routine->regions[0], UK_SIDE_LEFT));
      n_routines++;
    } else if (hit->kind == UK_HIT_SEQUENCE && n_sequences < MAX_SEQUENCES) {
      gtk_list_box_append (self->found_list, uk_sequence_row_new (self->context, hit->sequence));
      n_sequences++;
    }
  }
  gtk_widget_set_visible (self->places, n_places > 0);
  gtk_widget_set_visible (self->found, n_sequences > 0);
  gtk_widget_set_visible (self->routines, n_routines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n_places + n_routines + n_sequences == 0);
  if (n_places + n_routines + n_sequences == 0) {
    g_autofree char *text
        = g_strdup_printf (_ ("Nothing called “%s”. Click the place on the body instead."), query);

    gtk_label_set_label (self->nothing, text);
  }
}

static void
search_changed_cb (UkHomePanel *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  if (*query != '\0')
    fill_results (self, query);
  gtk_widget_set_visible (self->start, *query == '\0');
  gtk_widget_set_visible (self->results, *query != '\0');
}

static void
search_stopped_cb (UkHomePanel *self)
{
  gtk_editable_set_text (self->search, "");
}

/* Enter opens the first result. */
static void
search_activated_cb (UkHomePanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->place_list, 0);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->found_list, 0);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->routine_list, 0);
  if (row != NULL && gtk_widget_get_visible (self->results))
    gtk_widget_activate (GTK_WIDGET (row));
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_HOME_PANEL);
  G_OBJECT_CLASS (uk_home_panel_parent_class)->dispose (object);
}

static void
uk_home_panel_class_init (UkHomePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FILTER_BAR);
  g_type_ensure (UK_TYPE_TODAY_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/body/uk-home-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, lead);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, search);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, start);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, results);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, today);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, knots);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, knot_list);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, common_list);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, filters);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, places);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, place_list);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, sequence_list);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, found);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, found_list);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, routines);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, routine_list);
  gtk_widget_class_bind_template_child (widget_class, UkHomePanel, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
uk_home_panel_init (UkHomePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once. */
void
uk_home_panel_set_context (UkHomePanel *self, const UkContext *context)
{
  g_autoptr (GPtrArray) common = NULL;
  GPtrArray *sequences;
  guint i;

  g_return_if_fail (UK_IS_HOME_PANEL (self) && context != NULL);

  self->context = context;
  uk_filter_bar_set_settings (self->filters, context->settings);
  common = uk_catalogue_list_common_regions (context->catalogue);
  for (i = 0; i < common->len; i++) {
    const UkRegion *region = g_ptr_array_index (common, i);

    gtk_list_box_append (self->common_list, uk_place_row_new (region, UK_SIDE_LEFT, region->short_feel));
  }
  sequences = uk_catalogue_get_sequences (context->catalogue);
  for (i = 0; i < sequences->len; i++)
    gtk_list_box_append (self->sequence_list, uk_sequence_row_new (context, g_ptr_array_index (sequences, i)));
  uk_home_panel_update (self);
}

/* Reads the person's plans and knots again. */
void
uk_home_panel_update (UkHomePanel *self)
{
  guint n_knots;

  g_return_if_fail (UK_IS_HOME_PANEL (self) && self->context != NULL);

  uk_today_card_update (self->today, self->context, g_get_real_time () / G_USEC_PER_SEC);
  n_knots = fill_knots (self);
  gtk_widget_set_visible (self->knots, n_knots > 0);
  gtk_label_set_label (self->lead, n_knots > 0
                                       ? _ ("Click the sore place on the body, or go on with one of yours.")
                                       : _ ("Click the sore place on the body."));
}

void
uk_home_panel_start_search (UkHomePanel *self)
{
  g_return_if_fail (UK_IS_HOME_PANEL (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
uk_home_panel_search (UkHomePanel *self, const char *words)
{
  g_return_if_fail (UK_IS_HOME_PANEL (self) && words != NULL);

  gtk_editable_set_text (self->search, words);
  gtk_editable_set_position (self->search, -1);
}
