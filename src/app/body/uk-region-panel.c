/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-filter-bar.h"
#include "app/body/uk-region-panel.h"
#include "app/figure/uk-figure-view.h"
#include "app/safety/uk-safety-card.h"
#include "app/widgets/uk-evidence-mark.h"
#include "app/widgets/uk-routine-row.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/catalogue/uk-describe.h"
#include "core/catalogue/uk-filter.h"
#include "core/compose/uk-compose.h"
#include "core/compose/uk-recipe.h"

#include <glib/gi18n.h>

/* How long a balanced routine is if nothing else was asked for. */
#define BALANCED_MINUTES 10

struct _UkRegionPanel {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application */
  const UkRegion *region;   /* of the catalogue */
  UkSide side;
  const UkRoutine *start;   /* of the catalogue, nullable: the one to start with, as written */
  const UkRoutine *fitted;  /* the same in the time that was chosen */
  const UkRoutine *whole;    /* of the catalogue, nullable: the balanced one */
  UkCriteria blockers;      /* what must be dropped of the filter for anything to fit */
  guint update; /* source: answers to the safety questions have changed */

  /* of the template */
  GtkLabel *title;
  GtkLabel *feel;
  GtkWidget *sides;
  GtkToggleButton *left;
  GtkToggleButton *right;
  UkSafetyCard *card;
  GtkWidget *hero;
  GtkWidget *hero_picture;
  UkEvidenceMark *hero_evidence;
  GtkLabel *hero_title;
  GtkLabel *hero_details;
  GtkActionable *hero_start;
  GtkWidget *note;
  GtkLabel *note_text;
  GtkWidget *composed;
  GtkLabel *composed_title;
  GtkLabel *composed_why;
  GtkActionable *composed_start;
  GtkWidget *others;
  UkFilterBar *filters;
  GtkBox *techniques;
  GtkWidget *nothing;
  GtkLabel *nothing_text;
  GtkButton *drop;
  GtkWidget *tip;
  GtkLabel *tip_text;
  GtkWidget *also;
  GtkWidget *also_chips;
};

G_DEFINE_FINAL_TYPE (UkRegionPanel, uk_region_panel, GTK_TYPE_WIDGET)

typedef enum {
  PROP_SIDE = 1,
} Property;

static GParamSpec *properties[PROP_SIDE + 1];

static void
remove_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* ---- parts of the panel ---- */

/* The routine in the time that was chosen. */
static const UkRoutine *
fit (UkRegionPanel *self, const UkRoutine *routine, const UkFilter *filter)
{
  return routine != NULL ? uk_catalogue_fit_routine (self->context->catalogue, routine, filter->minutes * 60)
                         : NULL;
}

static void
fill_hero (UkRegionPanel *self, const UkRoutine *routine)
{
  g_autofree char *details = NULL;

  gtk_widget_set_visible (self->hero, routine != NULL);
  if (routine == NULL)
    return;
  details = uk_routine_describe (routine);
  gtk_label_set_label (self->hero_title, routine->title);
  gtk_label_set_label (self->hero_details, details);
  uk_evidence_mark_set_evidence (self->hero_evidence, routine->evidence);
  uk_figure_view_set_thumbnail_of (UK_FIGURE_VIEW (self->hero_picture), routine);
}

/* Returns: (nullable): why the routine cannot be started here, translated */
static const char *
find_reason (UkRegionPanel *self, const UkRoutine *routine)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (UkSafetyRuling) ruling
      = uk_safety_book_rule (self->context->safety, routine, self->region->id, now);

  return ruling->permit == UK_PERMIT_NO ? ruling->reason : NULL;
}

static gboolean
can_start (UkRegionPanel *self, const UkRoutine *routine, const UkFilter *filter)
{
  return uk_filter_accepts (filter, routine) && find_reason (self, routine) == NULL;
}

/* The routine to start with; if something speaks against it, the first that may be done and fits. */
static const UkRoutine *
find_hero (UkRegionPanel *self, GPtrArray *all, const UkFilter *filter)
{
  const UkRoutine *hero
      = uk_catalogue_get_recommended (self->context->catalogue, self->region->id);
  guint i;

  if (hero != NULL && can_start (self, hero, filter))
    return hero;
  for (i = 0; i < all->len; i++) {
    if (can_start (self, g_ptr_array_index (all, i), filter))
      return g_ptr_array_index (all, i);
  }
  return NULL;
}

static GtkWidget *
build_heading (UkTechnique technique, UkEvidence evidence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (uk_technique_get_icon_name (technique));
  GtkWidget *name = gtk_label_new (uk_technique_get_name (technique));
  GtkWidget *mark = uk_evidence_mark_new ();
  GtkWidget *button = gtk_button_new ();
  g_autofree char *place = g_strconcat ("technique:", uk_technique_to_id (technique), NULL);

  gtk_widget_add_css_class (box, "technique");
  gtk_widget_add_css_class (icon, "tech");
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  uk_evidence_mark_set_evidence (UK_EVIDENCE_MARK (mark), evidence);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), mark);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "grade");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-facts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  uk_evidence_get_name (evidence), -1);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* As many rows as are built at once: more than most people read. */
#define ROWS_AT_ONCE 60

static GtkWidget *
build_list (UkTechnique technique)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  uk_technique_get_name (technique), -1);
  return list;
}

/* Adds the next rows for @routines to their list, and says how many more there are. */
static void
append_rows (UkRegionPanel *self, GtkWidget *list, GtkWidget *more, GPtrArray *routines)
{
  guint first = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (more), "shown"));
  const guint end = MIN (first + ROWS_AT_ONCE, routines->len);
  g_autofree char *text = NULL;
  UkFilter filter;

  uk_filter_bar_get_filter (self->filters, &filter);
  for (; first < end; first++) {
    const UkRoutine *routine = g_ptr_array_index (routines, first);
    GtkWidget *row = uk_routine_row_new (fit (self, routine, &filter), self->region->id, self->side);

    uk_routine_row_set_ruled_out (UK_ROUTINE_ROW (row), find_reason (self, routine));
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  g_object_set_data (G_OBJECT (more), "shown", GUINT_TO_POINTER (end));
  gtk_widget_set_visible (more, end < routines->len);
  text = g_strdup_printf (ngettext ("%u more", "%u more", routines->len - end), routines->len - end);
  gtk_button_set_label (GTK_BUTTON (more), text);
}

static void
more_cb (GtkWidget *more, UkRegionPanel *self)
{
  append_rows (self, gtk_widget_get_prev_sibling (more), more, g_object_get_data (G_OBJECT (more), "routines"));
}

/* Adds the routines of one technique that fit. */
static void
add_technique (UkRegionPanel *self, UkTechnique technique, const UkFilter *filter)
{
  g_autoptr (GPtrArray) all
      = uk_catalogue_list_routines_by_technique (self->context->catalogue, self->region->id, technique);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  UkEvidence best = UK_EVIDENCE_TRADITION;
  GtkWidget *list, *more;
  guint i;

  for (i = 0; i < all->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (all, i);

    if (routine == self->start || !uk_filter_accepts (filter, routine))
      continue;
    best = MIN (best, routine->evidence);
    g_ptr_array_add (fitting, (gpointer)routine);
  }
  if (fitting->len == 0)
    return;
  list = build_list (technique);
  more = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
  g_signal_connect (more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (self->techniques, build_heading (technique, best));
  gtk_box_append (self->techniques, list);
  gtk_box_append (self->techniques, more);
  append_rows (self, list, more, fitting);
  g_object_set_data_full (G_OBJECT (more), "routines", g_steal_pointer (&fitting), (GDestroyNotify)g_ptr_array_unref);
}

static gboolean
is_allowed (const UkRoutine *routine, const char *region, gpointer data)
{
  return find_reason (data, routine) == NULL;
}

/* A bit of everything; with one thing alone there is nothing to balance. */
static void
fill_composed (UkRegionPanel *self, const UkFilter *filter)
{
  const guint minutes = filter->minutes > 0 ? filter->minutes : BALANCED_MINUTES;
  const UkRoutine *whole
      = uk_catalogue_compose (self->context->catalogue, self->region->id, minutes, filter, is_allowed, self);
  g_autofree char *title = NULL;
  guint length;

  self->whole = whole != NULL && whole->n_parts > 1 ? whole : NULL;
  gtk_widget_set_visible (self->composed, self->whole != NULL);
  if (self->whole == NULL)
    return;
  length = (uk_routine_get_seconds (whole, FALSE) + 30) / 60;
  title = g_strdup_printf (ngettext ("A bit of everything in %u minute", "A bit of everything in %u minutes", length),
                           length);
  gtk_label_set_label (self->composed_title, title);
  gtk_label_set_label (self->composed_why, whole->summary);
}

/* Why there is nothing more to choose from, and the way out of it. */
static void
fill_nothing (UkRegionPanel *self, GPtrArray *all, const UkFilter *filter)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;
  guint i, n_blockers = 0;

  for (i = 0; i < all->len; i++) {
    if (g_ptr_array_index (all, i) != self->start)
      g_ptr_array_add (others, g_ptr_array_index (all, i));
  }
  self->blockers = uk_filter_find_blockers (filter, others);
  for (i = self->blockers; i != 0; i >>= 1)
    n_blockers += i & 1;
  gtk_widget_set_visible (self->nothing, all->len == 0 || n_blockers > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->drop), n_blockers > 0);
  if (all->len == 0) {
    gtk_label_set_label (self->nothing_text, _ ("Unknot knows no routine for this place. Look at the places below: the "
                                                "knot that is felt here is often there."));
    return;
  }
  names = uk_filter_describe (filter, self->blockers);
  if (names == NULL)
    return;
  /* Translators: names of filters in quotes. */
  text = g_strdup_printf (self->start != NULL ? _ ("Nothing else here fits %s.") : _ ("Nothing here fits %s."), names);
  gtk_label_set_label (self->nothing_text, text);
  gtk_button_set_label (self->drop, ngettext ("Drop this filter", "Drop these filters", n_blockers));
}

static void
fill_routines (UkRegionPanel *self)
{
  g_autoptr (GPtrArray) all
      = uk_catalogue_list_routines_for_region (self->context->catalogue, self->region->id);
  UkFilter filter;
  UkTechnique technique;

  uk_filter_bar_get_filter (self->filters, &filter);
  uk_safety_card_update (self->card, self->context->safety, self->region->id);
  self->start = find_hero (self, all, &filter);
  self->fitted = fit (self, self->start, &filter);
  fill_hero (self, self->fitted);
  fill_composed (self, &filter);
  remove_children (GTK_WIDGET (self->techniques));
  for (technique = 0; technique < UK_N_TECHNIQUES; technique++)
    add_technique (self, technique, &filter);
  gtk_widget_set_visible (self->others, all->len > (self->start != NULL ? 1 : 0));
  fill_nothing (self, all, &filter);
}

static void
fill_also (UkRegionPanel *self)
{
  guint i;

  remove_children (self->also_chips);
  for (i = 0; self->region->also[i] != NULL; i++) {
    const UkRegion *other = uk_catalogue_get_region (self->context->catalogue, self->region->also[i]);
    GtkWidget *chip;

    if (other == NULL)
      continue;
    chip = gtk_button_new_with_label (other->name);
    gtk_widget_add_css_class (chip, "chip");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", other->id,
                                      uk_side_to_id (other->sided ? self->side : UK_SIDE_NONE));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.show-region");
    gtk_box_append (GTK_BOX (self->also_chips), chip);
  }
  gtk_widget_set_visible (self->also, gtk_widget_get_first_child (self->also_chips) != NULL);
}

/* Another one each day. */
static void
fill_tip (UkRegionPanel *self)
{
  const char *regions[] = { self->region->id, NULL };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const UkTip *tip = uk_catalogue_get_tip (self->context->catalogue, regions,
                                           (guint)g_date_time_get_day_of_year (now));

  gtk_widget_set_visible (self->tip, tip != NULL);
  gtk_label_set_label (self->tip_text, tip != NULL ? tip->text : "");
}

/* ---- side ---- */

static void
update_rows_side (UkRegionPanel *self)
{
  GtkWidget *list, *row;

  for (list = gtk_widget_get_first_child (GTK_WIDGET (self->techniques)); list != NULL;
       list = gtk_widget_get_next_sibling (list)) {
    if (!GTK_IS_LIST_BOX (list))
      continue;
    for (row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
      uk_routine_row_set_side (UK_ROUTINE_ROW (row), self->side);
  }
}

static void
update_side (UkRegionPanel *self)
{
  gtk_toggle_button_set_active (self->left, self->side == UK_SIDE_LEFT);
  gtk_toggle_button_set_active (self->right, self->side == UK_SIDE_RIGHT);
  if (self->start != NULL) {
    gtk_actionable_set_action_target (self->hero_start, "(sss)", uk_routine_get_recipe (self->fitted), self->region->id,
                                      uk_side_to_id (self->side));
    gtk_actionable_set_action_name (self->hero_start, "win.start-run");
    uk_figure_view_set_mirrored (UK_FIGURE_VIEW (self->hero_picture), self->side == UK_SIDE_LEFT);
  }
  if (self->whole != NULL) {
    gtk_actionable_set_action_target (self->composed_start, "(sss)", self->whole->id, self->region->id,
                                      uk_side_to_id (self->side));
    gtk_actionable_set_action_name (self->composed_start, "win.start-run");
  }
  update_rows_side (self);
  fill_also (self);
}

static void
set_side (UkRegionPanel *self, UkSide side)
{
  if (self->side == side || self->region == NULL)
    return;
  self->side = side;
  update_side (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

static void
side_toggled_cb (UkRegionPanel *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    set_side (self, button == self->left ? UK_SIDE_LEFT : UK_SIDE_RIGHT);
}

static void
filter_changed_cb (UkRegionPanel *self)
{
  if (self->region == NULL)
    return;
  fill_routines (self);
  update_side (self);
}

/* Another routine may be the one to start with. */
static gboolean
update_cb (gpointer data)
{
  UkRegionPanel *self = data;

  self->update = 0;
  fill_routines (self);
  update_side (self);
  return G_SOURCE_REMOVE;
}

/* Answers, and routines of the user, come in quick succession. */
static void
changed_cb (UkRegionPanel *self)
{
  if (self->region != NULL && self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static void
drop_cb (UkRegionPanel *self)
{
  uk_filter_bar_drop (self->filters, self->blockers);
}

/* ---- object ---- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id) {
  case PROP_SIDE:
    g_value_set_int (value, UK_REGION_PANEL (object)->side);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
dispose (GObject *object)
{
  g_clear_handle_id (&UK_REGION_PANEL (object)->update, g_source_remove);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_REGION_PANEL);
  G_OBJECT_CLASS (uk_region_panel_parent_class)->dispose (object);
}

static void
uk_region_panel_class_init (UkRegionPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->get_property = get_property;
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, UK_SIDE_NONE, UK_SIDE_RIGHT, UK_SIDE_NONE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (UK_TYPE_EVIDENCE_MARK);
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  g_type_ensure (UK_TYPE_FILTER_BAR);
  g_type_ensure (UK_TYPE_SAFETY_CARD);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/body/uk-region-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, title);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, feel);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, sides);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, left);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, right);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, card);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, hero);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, hero_picture);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, hero_evidence);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, hero_title);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, hero_details);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, hero_start);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, note);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, note_text);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, composed);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, composed_title);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, composed_why);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, composed_start);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, others);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, filters);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, techniques);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, nothing_text);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, drop);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, tip);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, tip_text);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, also);
  gtk_widget_class_bind_template_child (widget_class, UkRegionPanel, also_chips);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
uk_region_panel_init (UkRegionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once, before uk_region_panel_show(). */
void
uk_region_panel_set_context (UkRegionPanel *self, const UkContext *context)
{
  g_return_if_fail (UK_IS_REGION_PANEL (self) && context != NULL);

  self->context = context;
  uk_filter_bar_set_settings (self->filters, context->settings);
  g_signal_connect_object (context->safety, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context->catalogue, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
uk_region_panel_show (UkRegionPanel *self, const UkRegion *region, UkSide side)
{
  gboolean side_changed;

  g_return_if_fail (UK_IS_REGION_PANEL (self) && self->context != NULL && region != NULL);

  side = region->sided ? side : UK_SIDE_NONE;
  side_changed = side != self->side;
  if (self->region == region && !side_changed)
    return;
  self->region = region;
  self->side = side;
  gtk_label_set_label (self->title, region->name);
  gtk_label_set_label (self->feel, region->feel);
  gtk_widget_set_visible (self->sides, region->sided);
  gtk_label_set_label (self->note_text, region->care != NULL ? region->care : "");
  gtk_widget_set_visible (self->note, region->care != NULL);
  fill_tip (self);
  fill_routines (self);
  update_side (self);
  if (side_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

const UkRegion *
uk_region_panel_get_region (UkRegionPanel *self)
{
  g_return_val_if_fail (UK_IS_REGION_PANEL (self), NULL);
  return self->region;
}

UkSide
uk_region_panel_get_side (UkRegionPanel *self)
{
  g_return_val_if_fail (UK_IS_REGION_PANEL (self), UK_SIDE_NONE);
  return self->side;
}
