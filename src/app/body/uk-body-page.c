/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-ache-panel.h"
#include "app/body/uk-body-page.h"
#include "app/body/uk-chart-view.h"
#include "app/body/uk-home-panel.h"
#include "app/body/uk-layer-strip.h"
#include "app/body/uk-region-panel.h"
#include "app/body/uk-region-picture.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/chart/uk-no-press.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How many of the most common places stand as chips below the body in a narrow window. */
#define N_CHIPS 2

/* The natural width of what stands beside the body; of panels that are still to come, too. */
#define PANELS_WIDTH 420

struct _UkBodyPage {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application */
  guint after_fold;         /* 0 if nothing is to be done after folding */
  gboolean painted;         /* whether a frame was begun */

  /* of the template */
  AdwLeaflet *leaflet;
  GtkWidget *body;
  GtkToggleButton *mode_knot;
  GtkToggleButton *mode_ache;
  GtkWidget *question;
  UkChartView *chart;
  GtkRevealer *below;
  UkLayerStrip *layers; /* below the body */
  GtkToggleButton *legend_felt;
  GtkToggleButton *legend_no_press;
  GtkWidget *shortcuts;
  GtkRevealer *hint;
  GtkLabel *hint_text;
  GtkScrolledWindow *scroller;
  GtkBox *panels;
  GtkPicture *room;
  UkRegionPicture *strip;
  UkLayerStrip *panel_layers; /* above the panel, in a narrow window */

  /* of the panels, NULL until first needed */
  UkHomePanel *home;
  UkRegionPanel *region;
  UkAchePanel *ache;
};

G_DEFINE_FINAL_TYPE (UkBodyPage, uk_body_page, GTK_TYPE_WIDGET)

typedef enum {
  PROP_DETAIL = 1,
} Property;

static GParamSpec *properties[PROP_DETAIL + 1];

/* ---- what is shown ---- */

static gboolean
is_shown (gpointer panel)
{
  return panel != NULL && gtk_widget_get_visible (panel);
}

static gboolean
is_home (UkBodyPage *self)
{
  return !is_shown (self->region) && !is_shown (self->ache);
}

static gboolean
is_folded (UkBodyPage *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

static void
update_layout (UkBodyPage *self)
{
  gboolean folded = is_folded (self);
  gboolean chosen = is_shown (self->region);

  gtk_widget_set_visible (self->question, folded);
  gtk_widget_set_visible (self->shortcuts, folded);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), folded && chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_layers), folded && chosen);
  gtk_revealer_set_reveal_child (self->below, chosen && !folded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/* Not a stack: it would be as wide as the widest panel is at its least height. */
static void
show_panel (UkBodyPage *self, gpointer panel)
{
  gpointer panels[] = {self->home, self->region, self->ache};
  guint i;

  for (i = 0; i < G_N_ELEMENTS (panels); i++) {
    if (panels[i] != NULL)
      gtk_widget_set_visible (panels[i], panels[i] == panel);
  }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_layout (self);
}

static void
show_detail (UkBodyPage *self)
{
  if (is_folded (self))
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->scroller));
}

static void
update_referral (UkBodyPage *self)
{
  const UkRegion *region = is_shown (self->region) ? uk_region_panel_get_region (self->region) : NULL;
  gboolean shown = region != NULL && gtk_toggle_button_get_active (self->legend_felt);

  uk_chart_view_set_referral (self->chart, shown ? region->felt_at : NULL);
  uk_chart_view_set_show_no_press (self->chart, region != NULL
                                                    && gtk_toggle_button_get_active (self->legend_no_press));
}

static void
show_whole_body (UkBodyPage *self)
{
  uk_chart_view_set_zoomed (self->chart, FALSE);
  update_layout (self);
}

static gboolean
after_fold_cb (gpointer data)
{
  UkBodyPage *self = data;

  self->after_fold = 0;
  /* What was beside the body covers it when the window becomes narrow. */
  if (!is_home (self))
    show_detail (self);
  update_layout (self);
  return G_SOURCE_REMOVE;
}

/* Told in the middle of a layout, in which nothing may be shown or hidden. */
static void
folded_cb (UkBodyPage *self)
{
  if (self->after_fold == 0)
    self->after_fold = g_idle_add_full (G_PRIORITY_HIGH_IDLE, after_fold_cb, self, NULL);
}

/* ---- panels, made when they are first needed ---- */

static void
side_changed_cb (UkBodyPage *self)
{
  const UkRegion *region = uk_region_panel_get_region (self->region);
  UkSide side = uk_region_panel_get_side (self->region);
  UkSide shown;

  if (region == NULL || !is_shown (self->region))
    return;
  if (g_strcmp0 (uk_chart_view_get_selected (self->chart, &shown), region->id) == 0 && shown == side)
    return;
  /* The pin marks a point of the other side. */
  uk_chart_view_clear_pin (self->chart);
  uk_chart_view_set_selected (self->chart, region->id, side);
  uk_region_picture_set_region (self->strip, region->id, side);
  update_referral (self);
}

static void
ache_ranked_cb (UkBodyPage *self)
{
  uk_chart_view_set_selected (self->chart, NULL, UK_SIDE_NONE);
  uk_chart_view_set_ranked (self->chart, uk_ache_panel_get_sources (self->ache), UK_SIDE_NONE);
}

static gpointer
add_panel (UkBodyPage *self, GType type)
{
  GtkWidget *panel = g_object_new (type, "hexpand", TRUE, "visible", FALSE, NULL);

  gtk_box_append (self->panels, panel);
  return panel;
}

static UkHomePanel *
get_home (UkBodyPage *self)
{
  if (self->home == NULL) {
    self->home = add_panel (self, UK_TYPE_HOME_PANEL);
    uk_home_panel_set_context (self->home, self->context);
  }
  return self->home;
}

static UkRegionPanel *
get_region (UkBodyPage *self)
{
  if (self->region == NULL) {
    self->region = add_panel (self, UK_TYPE_REGION_PANEL);
    uk_region_panel_set_context (self->region, self->context);
    g_signal_connect_object (self->region, "notify::side", G_CALLBACK (side_changed_cb), self, G_CONNECT_SWAPPED);
  }
  return self->region;
}

static UkAchePanel *
get_ache (UkBodyPage *self)
{
  if (self->ache == NULL) {
    self->ache = add_panel (self, UK_TYPE_ACHE_PANEL);
    uk_ache_panel_set_context (self->ache, self->context);
    g_signal_connect_object (self->ache, "ranked", G_CALLBACK (ache_ranked_cb), self, G_CONNECT_SWAPPED);
  }
  return self->ache;
}

/* The body is on the screen before the lists beside it are made. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  UkBodyPage *self = UK_BODY_PAGE (widget);

  if (!self->painted) {
    self->painted = TRUE;
    return G_SOURCE_CONTINUE;
  }
  if (is_home (self))
    show_panel (self, get_home (self));
  return G_SOURCE_REMOVE;
}

static void
go_home (UkBodyPage *self)
{
  uk_chart_view_set_ranked (self->chart, NULL, UK_SIDE_NONE);
  uk_chart_view_set_selected (self->chart, NULL, UK_SIDE_NONE);
  uk_chart_view_clear_pin (self->chart);
  show_whole_body (self);
  show_panel (self, get_home (self));
  update_referral (self);
}

/* The points that invite to click have done their work. */
static void
end_invitation (UkBodyPage *self)
{
  g_settings_set_boolean (self->context->settings, "invited", TRUE);
  uk_chart_view_set_invite (self->chart, NULL);
}

/* @by_layer: one of the muscles under a place that had been chosen before. */
static void
select_region (UkBodyPage *self, const UkRegion *region, UkSide side, gboolean by_layer)
{
  end_invitation (self);
  uk_chart_view_set_ranked (self->chart, NULL, UK_SIDE_NONE);
  uk_chart_view_set_selected (self->chart, region->id, region->sided ? side : UK_SIDE_NONE);
  uk_chart_view_set_zoomed (self->chart, TRUE);
  uk_region_panel_show (get_region (self), region, side);
  uk_region_picture_set_region (self->strip, region->id, side);
  uk_layer_strip_set_region (self->layers, region, by_layer);
  uk_layer_strip_set_region (self->panel_layers, region, by_layer);
  show_panel (self, self->region);
  update_referral (self);
  show_detail (self);
}

static void
select_ache (UkBodyPage *self, const char *region, UkSide side)
{
  end_invitation (self);
  if (!uk_ache_panel_show (get_ache (self), region, side)) {
    gtk_label_set_label (self->hint_text, _ ("Nothing is known about pain that is felt just there. Choose “The knot "
                                             "is here” to treat the place itself."));
    gtk_revealer_set_reveal_child (self->hint, TRUE);
    return;
  }
  uk_chart_view_set_zoomed (self->chart, FALSE);
  show_panel (self, self->ache);
  update_referral (self);
  show_detail (self);
}

/* ---- knots ---- */

/* Such as “Jaw, left: 4 of 10”. */
static char *
name_knot (const UkRegion *region, UkSide side, const UkRating *last)
{
  g_autofree char *place = NULL;

  if (side == UK_SIDE_NONE)
    place = g_strdup (region->name);
  else
    place = g_strdup_printf (side == UK_SIDE_LEFT ? _ ("%s, left") : _ ("%s, right"), region->name);
  if (last == NULL)
    return g_steal_pointer (&place);
  /* Translators: the place of a knot and its latest rating: “Jaw, left: 4 of 10”. */
  return g_strdup_printf (_ ("%s: %d of 10"), place, last->value);
}

static void
add_knot (UkBodyPage *self, const UkKnot *knot)
{
  const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, knot->region);
  g_autoptr (UkRating) last = NULL;
  g_autofree char *name = NULL;

  if (region == NULL)
    return;
  last = uk_store_find_last_rating (self->context->store, knot->id, NULL);
  name = name_knot (region, knot->side, last);
  uk_chart_view_add_knot (self->chart, knot, last != NULL ? last->value : -1, name);
}

static void
update_knots (UkBodyPage *self)
{
  g_autoptr (GPtrArray) knots = NULL;
  guint i;

  uk_chart_view_clear_knots (self->chart);
  /* Where it hurts has numbers of its own. */
  if (self->context->store == NULL || gtk_toggle_button_get_active (self->mode_ache))
    return;
  knots = uk_store_list_knots (self->context->store, NULL);
  for (i = 0; knots != NULL && i < knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);

    if (knot->closed == 0)
      add_knot (self, knot);
  }
}

/* A knot that was opened for the place under the pin is at the pin. */
static void
keep_point (UkBodyPage *self)
{
  const UkRegion *region = is_shown (self->region) ? uk_region_panel_get_region (self->region) : NULL;
  g_autoptr (UkKnot) knot = NULL;
  g_autoptr (GError) error = NULL;
  UkPoint point;
  UkView view;

  if (region == NULL || self->context->store == NULL
      || !uk_chart_view_get_pin (self->chart, &view, &point))
    return;
  knot = uk_store_find_open_knot (self->context->store, region->id,
                                  region->sided ? uk_region_panel_get_side (self->region) : UK_SIDE_NONE,
                                  &error);
  if (knot != NULL && !knot->has_point) {
    knot->has_point = TRUE;
    knot->view = view;
    knot->x = point.x;
    knot->y = point.y;
    uk_store_save_knot (self->context->store, knot, &error);
  }
  if (error != NULL)
    g_warning ("The point of a knot was not kept: %s", error->message);
}

/* ---- callbacks ---- */

static void
knot_activated_cb (UkBodyPage *self, const char *region_id, int side)
{
  const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, region_id);

  gtk_revealer_set_reveal_child (self->hint, FALSE);
  uk_chart_view_clear_pin (self->chart);
  if (region != NULL)
    select_region (self, region, side, FALSE);
}

static void
area_activated_cb (UkBodyPage *self, const char *region_id, int side, int view, double x, double y)
{
  const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, region_id);

  gtk_revealer_set_reveal_child (self->hint, FALSE);
  uk_chart_view_set_pin (self->chart, view, x, y);
  if (gtk_toggle_button_get_active (self->mode_ache))
    select_ache (self, region_id, side);
  else if (region != NULL)
    select_region (self, region, side, FALSE);
}

static void
layer_chosen_cb (UkBodyPage *self, const char *region_id)
{
  const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, region_id);
  UkSide side = uk_region_panel_get_side (self->region);

  if (region != NULL)
    select_region (self, region, side == UK_SIDE_NONE ? UK_SIDE_LEFT : side, TRUE);
}

static void
no_press_activated_cb (UkBodyPage *self, const char *reason, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", uk_no_press_get_name (reason), uk_no_press_get_why (reason));

  gtk_label_set_label (self->hint_text, text);
  gtk_revealer_set_reveal_child (self->hint, TRUE);
}

static void
hint_closed_cb (UkBodyPage *self)
{
  gtk_revealer_set_reveal_child (self->hint, FALSE);
}

static void
mode_toggled_cb (UkBodyPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->context == NULL)
    return;
  go_home (self);
  update_knots (self);
}

static void
legend_toggled_cb (UkBodyPage *self)
{
  update_referral (self);
}

static void
more_clicked_cb (UkBodyPage *self)
{
  show_panel (self, get_home (self));
  show_detail (self);
}

static const char *
name_region (const char *id, gpointer data)
{
  const UkRegion *region = uk_catalogue_get_region (data, id);

  return region != NULL ? region->name : NULL;
}

/* ---- object ---- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkBodyPage *self = UK_BODY_PAGE (object);

  switch ((Property) id) {
  case PROP_DETAIL:
    if (!is_folded (self) || adw_leaflet_get_visible_child (self->leaflet) != GTK_WIDGET (self->scroller))
      g_value_set_string (value, NULL);
    else if (is_shown (self->region))
      g_value_set_string (value, uk_region_panel_get_region (self->region)->name);
    else
      g_value_set_string (value, is_shown (self->ache) ? _ ("It hurts here") : _ ("Places"));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  g_clear_handle_id (&UK_BODY_PAGE (object)->after_fold, g_source_remove);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_BODY_PAGE);
  G_OBJECT_CLASS (uk_body_page_parent_class)->dispose (object);
}

static void
uk_body_page_class_init (UkBodyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->get_property = get_property;
  properties[PROP_DETAIL]
      = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (UK_TYPE_CHART_VIEW);
  g_type_ensure (UK_TYPE_LAYER_STRIP);
  g_type_ensure (UK_TYPE_REGION_PICTURE);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/body/uk-body-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, body);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, mode_knot);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, mode_ache);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, question);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, chart);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, below);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, layers);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, legend_felt);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, legend_no_press);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, shortcuts);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, hint);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, hint_text);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, panels);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, room);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, strip);
  gtk_widget_class_bind_template_child (widget_class, UkBodyPage, panel_layers);
  gtk_widget_class_bind_template_callback (widget_class, area_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, knot_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_press_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, legend_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_layout);
}

static void
uk_body_page_init (UkBodyPage *self)
{
  g_autoptr (GdkPaintable) room = gdk_paintable_new_empty (PANELS_WIDTH, 1);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_picture_set_paintable (self->room, room);
}

static void
fill_shortcuts (UkBodyPage *self, GPtrArray *common)
{
  GtkWidget *more = gtk_widget_get_first_child (self->shortcuts);
  guint i;

  for (i = 0; i < MIN (common->len, N_CHIPS); i++) {
    const UkRegion *region = g_ptr_array_index (common, i);
    GtkWidget *chip = gtk_button_new_with_label (region->name);

    gtk_widget_add_css_class (chip, "chip");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", region->id,
                                      uk_side_to_id (region->sided ? UK_SIDE_LEFT : UK_SIDE_NONE));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.show-region");
    gtk_widget_insert_before (chip, self->shortcuts, more);
  }
}

/* To be called once. */
void
uk_body_page_set_context (UkBodyPage *self, const UkContext *context)
{
  g_autoptr (GPtrArray) common = NULL;

  g_return_if_fail (UK_IS_BODY_PAGE (self) && context != NULL);

  self->context = context;
  uk_chart_view_set_names (self->chart, name_region, context->catalogue);
  uk_layer_strip_set_catalogue (self->layers, context->catalogue);
  uk_layer_strip_set_catalogue (self->panel_layers, context->catalogue);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  common = uk_catalogue_list_common_regions (context->catalogue);
  fill_shortcuts (self, common);
  if (!g_settings_get_boolean (context->settings, "invited")) {
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    guint i;

    for (i = 0; i < common->len; i++)
      g_ptr_array_add (ids, (gpointer) ((const UkRegion *) g_ptr_array_index (common, i))->id);
    g_ptr_array_add (ids, NULL);
    uk_chart_view_set_invite (self->chart, (const char *const *) ids->pdata);
  }
  update_knots (self);
  update_layout (self);
}

/* Opens a region as if it had been chosen from a list.  @region must be in the catalogue. */
void
uk_body_page_show_region (UkBodyPage *self, const char *id, UkSide side)
{
  const UkRegion *region;

  g_return_if_fail (UK_IS_BODY_PAGE (self) && self->context != NULL);

  region = uk_catalogue_get_region (self->context->catalogue, id);
  g_return_if_fail (region != NULL);
  gtk_toggle_button_set_active (self->mode_knot, TRUE);
  uk_chart_view_clear_pin (self->chart);
  select_region (self, region, side, FALSE);
}

void
uk_body_page_start_search (UkBodyPage *self)
{
  g_return_if_fail (UK_IS_BODY_PAGE (self));

  go_home (self);
  show_detail (self);
  uk_home_panel_start_search (get_home (self));
}

/* Shows what is found for @words, as if they had been typed. */
void
uk_body_page_search (UkBodyPage *self, const char *words)
{
  g_return_if_fail (UK_IS_BODY_PAGE (self) && words != NULL);

  uk_body_page_start_search (self);
  uk_home_panel_search (self->home, words);
}

/* One step back: from the covering panel to the body, from a region to the whole body, from there home. */
void
uk_body_page_go_back (UkBodyPage *self)
{
  g_return_if_fail (UK_IS_BODY_PAGE (self));

  if (is_folded (self) && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->scroller)) {
    adw_leaflet_set_visible_child (self->leaflet, self->body);
    go_home (self);
  } else if (uk_chart_view_get_zoomed (self->chart)) {
    show_whole_body (self);
  } else if (!is_home (self)) {
    go_home (self);
  }
}

/* Reads the person's data again. */
void
uk_body_page_update (UkBodyPage *self)
{
  g_return_if_fail (UK_IS_BODY_PAGE (self) && self->context != NULL);
  if (self->home != NULL)
    uk_home_panel_update (self->home);
  keep_point (self);
  update_knots (self);
}

/* Returns: (transfer none) (nullable): the place whose routines are shown */
const UkRegion *
uk_body_page_get_region (UkBodyPage *self)
{
  g_return_val_if_fail (UK_IS_BODY_PAGE (self), NULL);

  return is_shown (self->region) ? uk_region_panel_get_region (self->region) : NULL;
}
