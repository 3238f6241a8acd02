/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-progress-page-private.h"

#include "app/widgets/uk-columns-layout.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/catalogue/uk-describe.h"
#include "core/insight/uk-insight.h"
#include "core/insight/uk-trend-point.h"

#include <glib/gi18n.h>

/* More points than this cannot be told apart. */
#define MOST_POINTS 60

/* What helped lately matters more than what helped years ago. */
#define MOST_CHANGES 500

/* How many entries of the diary come at once. */
#define LOG_PAGE 20

G_DEFINE_FINAL_TYPE (UkProgressPage, uk_progress_page, GTK_TYPE_WIDGET)

/* ---- knots ---- */

UkKnot *
uk_progress_page_find_knot (UkProgressPage *self, const char *id)
{
  guint i;

  for (i = 0; id != NULL && i < self->knots->len; i++) {
    UkKnot *knot = g_ptr_array_index (self->knots, i);

    if (g_str_equal (knot->id, id))
      return knot;
  }
  return NULL;
}

static char *
describe_place (UkProgressPage *self, const char *region_id, UkSide side)
{
  const UkRegion *region
      = region_id != NULL ? uk_catalogue_get_region (self->context->catalogue, region_id) : NULL;

  return region != NULL ? uk_region_describe (region, side) : g_strdup (region_id);
}

/* The open knot that was rated last. */
static UkKnot *
find_latest (UkProgressPage *self)
{
  UkKnot *latest = NULL;
  gint64 latest_at = -1;
  guint i;

  for (i = 0; i < self->knots->len; i++) {
    UkKnot *knot = g_ptr_array_index (self->knots, i);
    g_autoptr (UkRating) rating = uk_store_find_last_rating (self->context->store, knot->id, NULL);
    const gint64 at = knot->closed != 0 ? 0 : rating != NULL ? rating->at : 1;

    if (at > latest_at) {
      latest = knot;
      latest_at = at;
    }
  }
  return latest;
}

/* ---- showing ---- */

static void
chip_toggled_cb (GtkToggleButton *chip, UkProgressPage *self)
{
  if (self->updating || !gtk_toggle_button_get_active (chip))
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (chip), "knot"));
  self->picked = TRUE;
  self->n_entries = LOG_PAGE;
  uk_progress_page_refresh (self);
}

static GtkWidget *
add_chip (UkProgressPage *self, GtkWidget *group, const char *text, const char *id)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "chip");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (group));
  g_object_set_data_full (G_OBJECT (chip), "knot", g_strdup (id), g_free);
  g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
  gtk_widget_insert_before (chip, self->chips, GTK_WIDGET (self->knot_menu));
  return chip;
}

static char *
describe_chip (UkProgressPage *self, const UkKnot *knot)
{
  g_autofree char *place = describe_place (self, knot->region, knot->side);

  /* Translators: a place where the knot is gone */
  return knot->closed != 0 ? g_strdup_printf (_ ("%s (gone)"), place) : g_steal_pointer (&place);
}

static gboolean
is_menu (UkProgressPage *self, GtkWidget *child)
{
  return child == GTK_WIDGET (self->knot_menu);
}

/* Which knots the chips are for. */
static char *
describe_chips (UkProgressPage *self)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; self->knots->len > 1 && i < self->knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (self->knots, i);

    g_string_append_printf (text, "%s%s ", knot->id, knot->closed != 0 ? "-" : "+");
  }
  return g_string_free (text, FALSE);
}

static void
make_chips (UkProgressPage *self)
{
  GtkWidget *child, *group = NULL;
  guint i;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL && !is_menu (self, child))
    gtk_widget_unparent (child);
  for (i = 0; self->knots->len > 1 && i < self->knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (self->knots, i);
    g_autofree char *text = describe_chip (self, knot);
    GtkWidget *chip = add_chip (self, group, text, knot->id);

    group = group != NULL ? group : chip;
  }
  if (group != NULL)
    add_chip (self, group, _ ("All"), NULL);
}

/* The same knots need no new chips: the one that was pressed keeps the focus. */
static void
show_chips (UkProgressPage *self)
{
  g_autofree char *chips_for = describe_chips (self);
  GtkWidget *chip;

  self->updating = TRUE;
  if (g_strcmp0 (chips_for, self->chips_for) != 0) {
    make_chips (self);
    g_free (self->chips_for);
    self->chips_for = g_steal_pointer (&chips_for);
  }
  for (chip = gtk_widget_get_first_child (self->chips); !is_menu (self, chip);
       chip = gtk_widget_get_next_sibling (chip)) {
    const char *id = g_object_get_data (G_OBJECT (chip), "knot");

    if (g_strcmp0 (id, self->chosen) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  }
  self->updating = FALSE;
}

static void
show_headline (
    UkProgressPage *self, const UkKnot *knot, const UkTrend *trend, gint64 since, GDateTime *now)
{
  g_autofree char *headline = uk_trend_to_sentence (trend);
  g_autofree char *place = describe_place (self, knot->region, knot->side);
  g_autofree char *day = uk_trend_date_to_text (since, now);
  g_autofree char *lead = NULL;

  if (trend->kind == UK_TREND_NONE || trend->kind == UK_TREND_EARLY)
    lead
        = g_strdup_printf (_ ("%s. Too early to tell: from the second rating on you see here where "
                              "it goes."),
                           place);
  else
    /* Translators: a place, a number of ratings, a date */
    lead = g_strdup_printf (
        ngettext ("%1$s: %2$u rating since %3$s, those right after a run aside.",
                  "%1$s: %2$u ratings since %3$s, those right after a run aside.",
                  trend->n_ratings),
        place, trend->n_ratings, day);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->lead, lead);
  gtk_label_set_label (self->note, knot->note != NULL ? knot->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), knot->note != NULL);
  gtk_widget_set_visible (self->stuck, trend->stuck);
}

static gint64
get_first_time (const GArray *samples)
{
  return samples->len > 0 ? g_array_index (samples, UkSample, 0).at : 0;
}

static int
compare_samples (gconstpointer a, gconstpointer b)
{
  const UkSample *left = a;
  const UkSample *right = b;

  return left->at < right->at ? -1 : left->at > right->at ? 1 : 0;
}

/* All knots: how many are easier, and the ratings of all in one list. */
static GArray *
load_all (UkProgressPage *self, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (UkSample));
  g_autofree char *headline = NULL;
  guint n_easier = 0, n_rated = 0, i;

  for (i = 0; i < self->knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (self->knots, i);
    g_autoptr (GArray) samples
        = uk_store_list_samples (self->context->store, knot->id, 0, FALSE, error);
    UkTrend trend;

    if (samples == NULL)
      return NULL;
    trend = uk_insight_get_trend_of_samples (samples);
    n_easier += trend.kind == UK_TREND_EASIER ? 1 : 0;
    n_rated += trend.n_ratings > 1 ? 1 : 0;
    g_array_append_vals (all, samples->data, samples->len);
  }
  g_array_sort (all, compare_samples);
  headline = uk_trends_to_sentence (n_easier, n_rated);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->lead, _ ("All your knots together."));
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_visible (self->stuck, FALSE);
  return g_steal_pointer (&all);
}

/* Only where each rating has a point of its own does it matter which run it belongs to. */
static GArray *
load_knot (UkProgressPage *self, const UkKnot *knot, GError **error)
{
  GArray *samples = uk_store_list_samples (self->context->store, knot->id, 0, FALSE, error);

  if (samples == NULL || samples->len > 2 * MOST_POINTS)
    return samples;
  g_array_unref (samples);
  return uk_store_list_samples (self->context->store, knot->id, 0, TRUE, error);
}

static gboolean
show_trend (UkProgressPage *self, const UkKnot *knot, GDateTime *now, GError **error)
{
  g_autoptr (GArray) samples = NULL;
  g_autoptr (GArray) points = NULL;
  UkPattern pattern;

  if (knot != NULL) {
    UkTrend trend;

    samples = load_knot (self, knot, error);
    if (samples == NULL)
      return FALSE;
    trend = uk_insight_get_trend_of_samples (samples);
    show_headline (self, knot, &trend, get_first_time (samples), now);
  } else {
    samples = load_all (self, error);
    if (samples == NULL)
      return FALSE;
  }
  pattern = uk_pattern_of_samples (samples, g_date_time_get_timezone (now));
  uk_pattern_card_show (self->pattern, &pattern);
  points = uk_trend_points_new (samples, knot != NULL ? UK_TREND_MEAN : UK_TREND_SOREST,
                                g_date_time_get_timezone (now), MOST_POINTS);
  uk_trend_card_show (self->trend, points, knot == NULL, now);
  return TRUE;
}

static gboolean
get_technique (const char *id, UkTechnique *technique, gpointer data)
{
  const UkRoutine *routine = uk_catalogue_get_routine (data, id);

  /* Which of several techniques in a row it was that helped, nobody can tell. */
  if (routine == NULL || routine->n_parts > 0)
    return FALSE;
  *technique = routine->technique;
  return TRUE;
}

static gboolean
show_effects (UkProgressPage *self, GError **error)
{
  g_autoptr (GPtrArray) changes
      = uk_store_list_changes (self->context->store, self->chosen, MOST_CHANGES, error);
  g_autoptr (GArray) effects = NULL;
  g_autofree char *helped = NULL;

  if (changes == NULL)
    return FALSE;
  effects = uk_insight_compare_changes (changes, get_technique, self->context->catalogue);
  helped = uk_changes_to_helped (changes);
  uk_effects_card_show (self->effects, effects, helped);
  return TRUE;
}

static gboolean
show_body (UkProgressPage *self, GDateTime *now, GError **error)
{
  UkBodyHistory *history = uk_body_history_load (self->context->store, g_date_time_to_unix (now),
                                                 g_date_time_get_timezone (now), error);

  if (history == NULL)
    return FALSE;
  uk_body_card_take_history (self->body, history, self->context->catalogue);
  return TRUE;
}

/* Only when all knots are shown it must be said which one it was. */
static char *
get_log_place (const UkLogEntry *entry, gpointer data)
{
  UkProgressPage *self = UK_PROGRESS_PAGE (data);
  const UkKnot *knot;

  if (self->chosen != NULL)
    return NULL;
  if (entry->run != NULL)
    return describe_place (self, entry->run->region, entry->run->side);
  knot = uk_progress_page_find_knot (self, entry->logged->knot);
  return knot != NULL ? describe_place (self, knot->region, knot->side) : NULL;
}

static gboolean
show_log (UkProgressPage *self, const UkKnot *knot, GDateTime *now, GError **error)
{
  gboolean more = FALSE;
  GPtrArray *entries = uk_log_load (self->context->store, knot, self->n_entries, &more, error);

  if (entries == NULL)
    return FALSE;
  uk_log_card_take_entries (self->log, entries, more, self->context->catalogue, now, get_log_place,
                            self);
  uk_log_card_set_can_add (self->log, knot != NULL);
  return TRUE;
}

static void
show_knot_controls (UkProgressPage *self, const UkKnot *knot)
{
  g_autoptr (UkRating) last = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->knot_menu), knot != NULL);
  gtk_widget_set_visible (self->now_card, knot != NULL);
  if (knot == NULL)
    return;
  last = uk_store_find_last_rating (self->context->store, knot->id, NULL);
  uk_rating_row_set_before (self->now_row, last != NULL ? last->value : -1);
  uk_rating_row_set_value (self->now_row, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.close-knot", knot->closed == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.reopen-knot", knot->closed != 0);
}

static gboolean
show_all (UkProgressPage *self, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const UkKnot *knot = uk_progress_page_find_knot (self, self->chosen);

  show_chips (self);
  show_knot_controls (self, knot);
  uk_calendar_card_show (self->calendar, self->context->store, now);
  return show_trend (self, knot, now, error) && show_effects (self, error)
         && show_body (self, now, error) && show_log (self, knot, now, error);
}

/* Something was done, even if nothing was rated. */
static gboolean
has_data (UkProgressPage *self)
{
  g_autoptr (GPtrArray) runs = NULL;

  if (self->knots->len > 0)
    return TRUE;
  runs = uk_store_list_newest_runs (self->context->store, NULL, UK_SIDE_NONE, 1, NULL);
  return runs != NULL && runs->len > 0;
}

/* Reads everything again. */
void
uk_progress_page_refresh (UkProgressPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->context == NULL || self->context->store == NULL)
    return;
  g_clear_pointer (&self->knots, g_ptr_array_unref);
  self->knots = uk_store_list_knots (self->context->store, &error);
  if (self->knots == NULL) {
    self->knots = g_ptr_array_new ();
    uk_progress_page_tell (self, error->message);
    return;
  }
  if (uk_progress_page_find_knot (self, self->chosen) == NULL
      && (!self->picked || self->chosen != NULL)) {
    const UkKnot *latest = find_latest (self);

    g_free (self->chosen);
    self->chosen = g_strdup (latest != NULL ? latest->id : NULL);
  }
  gtk_stack_set_visible_child_name (self->stack, has_data (self) ? "data" : "empty");
  if (has_data (self) && !show_all (self, &error))
    uk_progress_page_tell (self, error->message);
}

/* ---- object ---- */

static void
more_entries_cb (UkProgressPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  self->n_entries += LOG_PAGE * 2;
  if (!show_log (self, uk_progress_page_find_knot (self, self->chosen), now, &error))
    uk_progress_page_tell (self, error->message);
}

static void
map (GtkWidget *widget)
{
  uk_progress_page_refresh (UK_PROGRESS_PAGE (widget));
  GTK_WIDGET_CLASS (uk_progress_page_parent_class)->map (widget);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (uk_progress_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkProgressPage *self = UK_PROGRESS_PAGE (object);

  g_clear_pointer (&self->knots, g_ptr_array_unref);
  g_free (self->chosen);
  g_free (self->chips_for);
  G_OBJECT_CLASS (uk_progress_page_parent_class)->finalize (object);
}

static void
uk_progress_page_class_init (UkProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->map = map;
  g_type_ensure (UK_TYPE_BODY_CARD);
  g_type_ensure (UK_TYPE_BODY_PICTURE);
  g_type_ensure (UK_TYPE_CALENDAR_CARD);
  g_type_ensure (UK_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (UK_TYPE_EFFECTS_CARD);
  g_type_ensure (UK_TYPE_LOG_CARD);
  g_type_ensure (UK_TYPE_PATTERN_CARD);
  g_type_ensure (UK_TYPE_RATING_ROW);
  g_type_ensure (UK_TYPE_TREND_CARD);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-progress-page.ui");
  uk_progress_page_install_edits (widget_class);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, headline);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, lead);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, note);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, stuck);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, chips);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, knot_menu);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, now_card);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, now_row);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, trend);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, effects);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, body);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, pattern);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, log);
  gtk_widget_class_bind_template_child (widget_class, UkProgressPage, empty_body);
  gtk_widget_class_bind_template_callback (widget_class, more_entries_cb);
}

static void
uk_progress_page_init (UkProgressPage *self)
{
  self->knots = g_ptr_array_new ();
  self->n_entries = LOG_PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A sore shoulder and a milder low back: what it will look like. */
static void
show_example (UkProgressPage *self)
{
  static const struct {
    const char *region;
    UkSide side;
    guint8 value;
  } examples[] = { { "upper-trapezius", UK_SIDE_LEFT, 8 },
                   { "rhomboids", UK_SIDE_LEFT, 5 },
                   { "lumbar-erectors", UK_SIDE_RIGHT, 3 } };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  UkBodyHistory *history = uk_body_history_new (UK_BODY_DAYS);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (examples); i++) {
    const UkKnot knot = { .region = (char *)examples[i].region, .side = examples[i].side };
    const UkSample sample
        = { (gint64)UK_BODY_DAYS * 24 * 60 * 60, 0, examples[i].value, UK_MOMENT_LOG };
    g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (UkSample));

    g_array_append_val (samples, sample);
    uk_body_history_add (history, &knot, samples, utc);
  }
  uk_body_picture_take_history (self->empty_body, history);
}

/* To be called once. */
void
uk_progress_page_set_context (UkProgressPage *self, const UkContext *context)
{
  g_return_if_fail (UK_IS_PROGRESS_PAGE (self) && context != NULL);

  self->context = context;
  show_example (self);
  uk_progress_page_update (self);
}

/* Reads the person's data again, if it can be seen; otherwise that is done when it is shown. */
void
uk_progress_page_update (UkProgressPage *self)
{
  g_return_if_fail (UK_IS_PROGRESS_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    uk_progress_page_refresh (self);
}
