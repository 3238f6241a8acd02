/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-import.h"

#include "core/store/uk-store-private.h"

#include <glib/gi18n-lib.h>

typedef enum {
  FATE_NEW,
  FATE_SAME,
  FATE_CHANGED,
  FATE_LEFT_OUT,
} Fate;

struct _UkImport {
  UkDiary *diary; /* owned */
  GArray *knots;  /* owned lists of Fate, one for each record */
  GArray *runs;
  GArray *ratings;
  GArray *ids; /* owned list of gint64: the rating that is here */
  UkImportPreview preview;
  UkImportRule rule;
};

/* What is here, to be found by what identifies it. */
typedef struct {
  UkDiary *diary;      /* owned */
  GHashTable *knots;   /* id -> UkKnot */
  GHashTable *runs;    /* id -> UkRunRecord */
  GHashTable *ratings; /* key -> owned GQueue of UkRating */
} Present;

static char *
make_key (const UkRating *rating)
{
  return g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT "|%d", rating->knot != NULL ? rating->knot : "",
                          rating->run != NULL ? rating->run : "", rating->at, (int)rating->moment);
}

static void
free_queue (gpointer queue)
{
  g_queue_free (queue);
}

static void
present_clear (Present *present)
{
  g_clear_pointer (&present->knots, g_hash_table_unref);
  g_clear_pointer (&present->runs, g_hash_table_unref);
  g_clear_pointer (&present->ratings, g_hash_table_unref);
  g_clear_pointer (&present->diary, uk_diary_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

static gboolean
present_load (Present *present, UkStore *store, GError **error)
{
  guint i;

  present->diary = uk_diary_load (store, error);
  if (present->diary == NULL)
    return FALSE;
  present->knots = g_hash_table_new (g_str_hash, g_str_equal);
  present->runs = g_hash_table_new (g_str_hash, g_str_equal);
  present->ratings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_queue);
  for (i = 0; i < present->diary->knots->len; i++) {
    UkKnot *knot = g_ptr_array_index (present->diary->knots, i);

    g_hash_table_insert (present->knots, knot->id, knot);
  }
  for (i = 0; i < present->diary->runs->len; i++) {
    UkRunRecord *run = g_ptr_array_index (present->diary->runs, i);

    g_hash_table_insert (present->runs, run->id, run);
  }
  for (i = 0; i < present->diary->ratings->len; i++) {
    UkRating *rating = g_ptr_array_index (present->diary->ratings, i);
    char *key = make_key (rating);
    GQueue *queue = g_hash_table_lookup (present->ratings, key);

    if (queue == NULL) {
      queue = g_queue_new ();
      g_hash_table_insert (present->ratings, key, queue);
    } else {
      g_free (key);
    }
    g_queue_push_tail (queue, rating);
  }
  return TRUE;
}

static Fate
judge_knot (const UkKnot *knot, const UkKnot *here)
{
  if (here == NULL)
    return FATE_NEW;
  return g_str_equal (knot->region, here->region) && knot->side == here->side
                 && knot->has_point == here->has_point
                 && (!knot->has_point
                     || (knot->view == here->view && knot->x == here->x && knot->y == here->y))
                 && g_strcmp0 (knot->note, here->note) == 0 && knot->opened == here->opened
                 && knot->closed == here->closed
             ? FATE_SAME
             : FATE_CHANGED;
}

static Fate
judge_run (const UkRunRecord *run, const UkRunRecord *here)
{
  if (here == NULL)
    return FATE_NEW;
  return g_str_equal (run->routine, here->routine) && g_strcmp0 (run->region, here->region) == 0
                 && run->side == here->side && run->started == here->started
                 && run->ended == here->ended && run->seconds_done == here->seconds_done
                 && run->legs_done == here->legs_done && run->completed == here->completed
                 && g_strcmp0 (run->helped, here->helped) == 0
             ? FATE_SAME
             : FATE_CHANGED;
}

/* Each rating that is here is the counterpart of one in the file at most, best of one that does not
 * differ. */
static Fate
judge_rating (const UkRating *rating, Present *present, gint64 *id)
{
  g_autofree char *key = make_key (rating);
  GQueue *queue = g_hash_table_lookup (present->ratings, key);
  GList *link;
  UkRating *here;

  if (queue == NULL || g_queue_is_empty (queue))
    return FATE_NEW;
  for (link = queue->head; link != NULL; link = link->next) {
    if (((const UkRating *)link->data)->value == rating->value) {
      g_queue_delete_link (queue, link);
      return FATE_SAME;
    }
  }
  here = g_queue_pop_head (queue);
  *id = here->id;
  return FATE_CHANGED;
}

static void
note (UkImport *self, GArray *fates, Fate fate, guint *n_new)
{
  g_array_append_val (fates, fate);
  *n_new += fate == FATE_NEW ? 1 : 0;
  self->preview.n_same += fate == FATE_SAME ? 1 : 0;
  self->preview.n_changed += fate == FATE_CHANGED ? 1 : 0;
  self->preview.n_left_out += fate == FATE_LEFT_OUT ? 1 : 0;
}

/* A knot that the file only names by its place is the one that is treated there. */
static void
find_assumed (UkImport *self, UkKnot *knot, const Present *present, GHashTable *renamed)
{
  guint i;

  for (i = 0; i < present->diary->knots->len; i++) {
    const UkKnot *here = g_ptr_array_index (present->diary->knots, i);

    if (here->closed == 0 && here->side == knot->side && g_str_equal (here->region, knot->region)) {
      g_hash_table_insert (renamed, g_strdup (knot->id), g_strdup (here->id));
      return;
    }
  }
}

static void
judge_knots (UkImport *self, const Present *present, GHashTable *known, GHashTable *renamed)
{
  guint i;

  for (i = 0; i < self->diary->knots->len; i++) {
    UkKnot *knot = g_ptr_array_index (self->diary->knots, i);
    const gboolean assumed = g_hash_table_contains (self->diary->assumed, knot->id);
    Fate fate;

    if (assumed)
      find_assumed (self, knot, present, renamed);
    if (g_hash_table_contains (renamed, knot->id))
      fate = FATE_SAME;
    else
      fate = judge_knot (knot, g_hash_table_lookup (present->knots, knot->id));
    note (self, self->knots, assumed && fate == FATE_CHANGED ? FATE_SAME : fate,
          &self->preview.n_knots);
    g_hash_table_add (known, knot->id);
  }
}

static void
judge_ratings (UkImport *self, Present *present, GHashTable *known, GHashTable *renamed)
{
  guint i;

  for (i = 0; i < self->diary->ratings->len; i++) {
    UkRating *rating = g_ptr_array_index (self->diary->ratings, i);
    const char *id = rating->knot != NULL ? g_hash_table_lookup (renamed, rating->knot) : NULL;
    gint64 here = 0;
    Fate fate;

    if (id != NULL) {
      g_free (rating->knot);
      rating->knot = g_strdup (id);
    }
    if (rating->run != NULL && !g_hash_table_contains (known, rating->run)
        && g_hash_table_lookup (present->runs, rating->run) == NULL)
      g_clear_pointer (&rating->run, g_free);
    if (rating->knot != NULL && !g_hash_table_contains (known, rating->knot)
        && g_hash_table_lookup (present->knots, rating->knot) == NULL)
      g_clear_pointer (&rating->knot, g_free);
    fate = rating->knot == NULL && rating->run == NULL ? FATE_LEFT_OUT
                                                       : judge_rating (rating, present, &here);
    note (self, self->ratings, fate, &self->preview.n_ratings);
    g_array_append_val (self->ids, here);
  }
}

/**
 * uk_import_new:
 * @store: what is here
 * @diary: (transfer full): what came from elsewhere
 * @error: return location
 *
 * Compares both without writing anything.  Knots and runs are the same if their ids are; ratings,
 * if knot, run, time and moment are.
 *
 * Returns: (transfer full) (nullable): what would happen; %NULL with an error
 */
UkImport *
uk_import_new (UkStore *store, UkDiary *diary, GError **error)
{
  g_autoptr (UkImport) self = g_new0 (UkImport, 1);
  g_auto (Present) present = { 0 };
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint i;

  g_return_val_if_fail (UK_IS_STORE (store) && diary != NULL, NULL);

  self->diary = diary;
  self->knots = g_array_new (FALSE, FALSE, sizeof (Fate));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Fate));
  self->ratings = g_array_new (FALSE, FALSE, sizeof (Fate));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!present_load (&present, store, error))
    return NULL;
  judge_knots (self, &present, known, renamed);
  for (i = 0; i < diary->runs->len; i++) {
    const UkRunRecord *run = g_ptr_array_index (diary->runs, i);

    note (self, self->runs, judge_run (run, g_hash_table_lookup (present.runs, run->id)),
          &self->preview.n_runs);
    g_hash_table_add (known, run->id);
  }
  judge_ratings (self, &present, known, renamed);
  return g_steal_pointer (&self);
}

void
uk_import_free (UkImport *import)
{
  if (import == NULL)
    return;
  uk_diary_free (import->diary);
  g_array_unref (import->knots);
  g_array_unref (import->runs);
  g_array_unref (import->ratings);
  g_array_unref (import->ids);
  g_free (import);
}

/**
 * uk_import_get_preview:
 *
 * Returns: (transfer none): what would happen
 */
const UkImportPreview *
uk_import_get_preview (UkImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return &import->preview;
}

static gboolean
is_wanted (UkImport *self, const GArray *fates, guint i)
{
  const Fate fate = g_array_index (fates, Fate, i);

  return fate == FATE_NEW || (fate == FATE_CHANGED && self->rule == UK_IMPORT_REPLACE);
}

/* What a run goes on from is not in the file: it stays. */
static gboolean
save_run (UkStore *store, const UkRunRecord *run, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (UkRunRecord) here = uk_store_find_run (store, run->id, &local_error);
  UkRunRecord merged = *run;

  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  merged.progress = here != NULL && run->ended == 0 ? here->progress : NULL;
  return uk_store_save_run (store, &merged, error);
}

static gboolean
work (UkStore *store, gpointer data, GError **error)
{
  UkImport *self = data;
  guint i;

  for (i = 0; i < self->knots->len; i++) {
    if (is_wanted (self, self->knots, i)
        && !uk_store_save_knot (store, g_ptr_array_index (self->diary->knots, i), error))
      return FALSE;
  }
  for (i = 0; i < self->runs->len; i++) {
    if (is_wanted (self, self->runs, i)
        && !save_run (store, g_ptr_array_index (self->diary->runs, i), error))
      return FALSE;
  }
  for (i = 0; i < self->ratings->len; i++) {
    const UkRating *rating = g_ptr_array_index (self->diary->ratings, i);
    const gint64 id = g_array_index (self->ids, gint64, i);

    if (!is_wanted (self, self->ratings, i))
      continue;
    if (id != 0 ? !uk_store_change_rating (store, id, rating->value, error)
                : uk_store_add_rating (store, rating, error) == 0)
      return FALSE;
  }
  return TRUE;
}

/**
 * uk_import_apply:
 * @store: the one it was compared with, unchanged since
 * @rule: what happens to records that differ
 * @error: return location
 *
 * Takes everything over, or nothing.
 *
 * Returns: whether it was taken over
 */
gboolean
uk_import_apply (UkImport *import, UkStore *store, UkImportRule rule, GError **error)
{
  g_return_val_if_fail (import != NULL && UK_IS_STORE (store), FALSE);

  import->rule = rule;
  return uk_store_transaction (store, work, import, error);
}

/**
 * uk_import_preview_to_sentence:
 * @preview: what an import would do
 *
 * Returns: (transfer full): "New: 2 knots, 14 runs, 31 ratings", translated; no full stop
 */
char *
uk_import_preview_to_sentence (const UkImportPreview *preview)
{
  g_autofree char *knots = NULL;
  g_autofree char *runs = NULL;
  g_autofree char *ratings = NULL;

  g_return_val_if_fail (preview != NULL, NULL);

  if (preview->n_knots + preview->n_runs + preview->n_ratings == 0)
    return g_strdup (_ ("Nothing new"));
  knots = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u knot", "%u knots", preview->n_knots),
                           preview->n_knots);
  runs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u run", "%u runs", preview->n_runs),
                          preview->n_runs);
  ratings = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u rating", "%u ratings", preview->n_ratings),
      preview->n_ratings);
  /* Translators: numbers of knots, of runs and of ratings */
  return g_strdup_printf (_ ("New: %s, %s, %s"), knots, runs, ratings);
}
