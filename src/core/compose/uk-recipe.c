/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-recipe.h"

#include "core/catalogue/uk-catalogue-private.h"
#include "core/compose/uk-fit.h"
#include "core/compose/uk-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LENGTH 1024 /* of a recipe, in bytes */
#define MAX_PARTS 12
#define MIN_SECONDS 10
#define MAX_SECONDS 3600

#define FITTED '@'
#define LABEL ':'
#define NEXT "+"

static const UkRoutine *
find_made (UkCatalogue *self, const char *recipe)
{
  return g_hash_table_lookup (uk_catalogue_get_made (self), recipe);
}

static const UkRoutine *
keep_made (UkCatalogue *self, const UkRoutine *routine)
{
  UkRoutine *kept = uk_arena_copy (uk_catalogue_get_arena (self), routine, sizeof (UkRoutine));

  g_hash_table_insert (uk_catalogue_get_made (self), (gpointer)kept->recipe, kept);
  return kept;
}

static const char *const *
keep_list (UkCatalogue *self, GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  return uk_arena_copy (uk_catalogue_get_arena (self), list->pdata, list->len * sizeof (char *));
}

/* ---- fitted ---- */

static gboolean
are_written (const UkRoutine *routine, const UkStep *steps, guint n_steps)
{
  guint i;

  if (n_steps != routine->n_steps)
    return FALSE;
  for (i = 0; i < n_steps; i++) {
    if (steps[i].seconds != routine->steps[i].seconds)
      return FALSE;
  }
  return TRUE;
}

/**
 * uk_catalogue_fit_routine:
 * @self: a catalogue
 * @routine: a routine of it
 * @seconds: the time there is for one side; 0: as written
 *
 * Returns: (transfer none): the routine, as near to @seconds as its dose allows; see uk_fit_steps()
 */
const UkRoutine *
uk_catalogue_fit_routine (UkCatalogue *self, const UkRoutine *routine, guint seconds)
{
  g_autofree UkStep *steps = NULL;
  g_autofree char *recipe = NULL;
  const UkRoutine *made;
  UkRoutine fitted;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && routine != NULL, NULL);

  if (seconds == 0 || routine->recipe != NULL)
    return routine;
  recipe = g_strdup_printf ("%s%c%u", routine->id, FITTED, seconds);
  made = find_made (self, recipe);
  if (made != NULL)
    return made;
  fitted = *routine;
  steps = uk_fit_steps (routine, seconds, &fitted.n_steps);
  if (are_written (routine, steps, fitted.n_steps))
    return routine;
  fitted.recipe = uk_arena_intern (uk_catalogue_get_arena (self), recipe);
  fitted.steps
      = uk_arena_copy (uk_catalogue_get_arena (self), steps, fitted.n_steps * sizeof (UkStep));
  return keep_made (self, &fitted);
}

/* ---- joined ---- */

static void
add_words (GPtrArray *list, const char *const *words)
{
  guint i;

  for (i = 0; words[i] != NULL; i++) {
    if (!g_ptr_array_find_with_equal_func (list, words[i], g_str_equal, NULL))
      g_ptr_array_add (list, (gpointer)words[i]);
  }
}

static void
add_cares (GArray *list, const UkRoutine *routine)
{
  guint i, j;

  for (i = 0; i < routine->n_cares; i++) {
    gboolean known = FALSE;

    for (j = 0; j < list->len; j++)
      known = known
              || g_str_equal (g_array_index (list, UkCare, j).condition, routine->cares[i].condition);
    if (!known)
      g_array_append_val (list, routine->cares[i]);
  }
}

static void
join_lists (UkCatalogue *self, GPtrArray *parts, UkRoutine *joined)
{
  UkArena *arena = uk_catalogue_get_arena (self);
  g_autoptr (GPtrArray) equipment = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GArray) cares = g_array_new (FALSE, FALSE, sizeof (UkCare));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (UkStep));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UkRoutinePart));
  guint i;

  for (i = 0; i < parts->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (parts, i);
    const UkRoutinePart part = { routine, steps->len };

    g_array_append_val (places, part);
    g_array_append_vals (steps, routine->steps, routine->n_steps);
    add_words (equipment, routine->equipment);
    add_words (sources, routine->sources);
    add_cares (cares, routine);
  }
  joined->equipment = keep_list (self, equipment);
  joined->sources = keep_list (self, sources);
  joined->cares = uk_arena_copy (arena, cares->data, cares->len * sizeof (UkCare));
  joined->n_cares = cares->len;
  joined->steps = uk_arena_copy (arena, steps->data, steps->len * sizeof (UkStep));
  joined->n_steps = steps->len;
  joined->parts = uk_arena_copy (arena, places->data, places->len * sizeof (UkRoutinePart));
  joined->n_parts = places->len;
}

/* What the whole is like: as much as its most demanding part, as sure as its least sure one. */
static void
join_marks (GPtrArray *parts, UkRoutine *joined)
{
  guint longest = 0;
  guint i;

  joined->quiet = TRUE;
  for (i = 0; i < parts->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (parts, i);
    const guint seconds = uk_routine_get_seconds (routine, FALSE);

    joined->quiet = joined->quiet && routine->quiet;
    joined->level = MAX (joined->level, routine->level);
    joined->evidence = MAX (joined->evidence, routine->evidence);
    if (seconds > longest) {
      longest = seconds;
      joined->technique = routine->technique;
    }
  }
}

/* The name of what the label stands for: a place or a sequence. */
static gboolean
join_names (UkCatalogue *self, const char *label, GPtrArray *parts, UkRoutine *joined)
{
  UkArena *arena = uk_catalogue_get_arena (self);
  const UkRegion *region = uk_catalogue_get_region (self, label);
  const UkSequence *sequence = uk_catalogue_get_sequence (self, label);
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  if (sequence != NULL) {
    joined->title = sequence->title;
    joined->summary = sequence->summary;
  } else if (region != NULL) {
    const guint minutes = (uk_routine_get_seconds (joined, FALSE) + 30) / 60;

    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u minute", "%s, %u minutes", minutes),
                             region->name, MAX (minutes, 1));
    summary = uk_stage_describe (parts);
    joined->title = uk_arena_intern (arena, title);
    joined->summary = uk_arena_intern (arena, summary);
    g_ptr_array_add (regions, (gpointer)region->id);
  }
  joined->regions = keep_list (self, regions);
  return joined->title != NULL;
}

/* Warmth and cold need their own checks of the skin and times to wait: they are done by themselves. */
static gboolean
can_join (const UkRoutine *routine)
{
  return routine != NULL && routine->n_parts == 0 && routine->technique != UK_TECHNIQUE_HEAT
         && routine->technique != UK_TECHNIQUE_COLD;
}

static const UkRoutine *
join (UkCatalogue *self, const char *recipe, const char *label, GPtrArray *parts)
{
  UkRoutine joined = { 0 };

  if (parts->len == 0 || parts->len > MAX_PARTS)
    return NULL;
  join_lists (self, parts, &joined);
  join_marks (parts, &joined);
  if (!join_names (self, label, parts, &joined))
    return NULL;
  joined.recipe = joined.id = uk_arena_intern (uk_catalogue_get_arena (self), recipe);
  return keep_made (self, &joined);
}

/**
 * uk_catalogue_join_routines:
 * @self: a catalogue
 * @label: id of a region or of a sequence, which gives the whole its name
 * @parts: (element-type UkRoutine): routines of the catalogue, perhaps fitted to a time
 *
 * Returns: (transfer none) (nullable): one routine that is @parts one after the other; %NULL if there
 * is none, or too many, or @label stands for nothing.  Warmth and cold are left out.
 */
const UkRoutine *
uk_catalogue_join_routines (UkCatalogue *self, const char *label, GPtrArray *parts)
{
  g_autoptr (GString) recipe = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  const UkRoutine *made;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && label != NULL && parts != NULL, NULL);

  recipe = g_string_new (label);
  g_string_append_c (recipe, LABEL);
  for (i = 0; i < parts->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (parts, i);

    if (!can_join (routine))
      continue;
    if (list->len > 0)
      g_string_append (recipe, NEXT);
    g_string_append (recipe, uk_routine_get_recipe (routine));
    g_ptr_array_add (list, (gpointer)routine);
  }
  made = find_made (self, recipe->str);
  return made != NULL ? made : join (self, recipe->str, label, list);
}

/* ---- recipes ---- */

/**
 * uk_recipe_is_well_formed:
 * @text: text from anywhere
 *
 * Returns: whether it could be a recipe, or the id of a routine; there need not be what it names
 */
gboolean
uk_recipe_is_well_formed (const char *text)
{
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  return length > 0 && length <= MAX_LENGTH
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-@:+") == length;
}

/* "ID" or "ID@SECONDS" */
static const UkRoutine *
read_part (UkCatalogue *self, const char *text)
{
  const char *mark = strchr (text, FITTED);
  g_autofree char *id = mark != NULL ? g_strndup (text, (gsize)(mark - text)) : g_strdup (text);
  const UkRoutine *routine = uk_content_get (uk_catalogue_get_content (self), UK_KIND_ROUTINE, id);
  guint64 seconds;

  if (routine == NULL || mark == NULL)
    return routine;
  if (!g_ascii_string_to_unsigned (mark + 1, 10, MIN_SECONDS, MAX_SECONDS, &seconds, NULL))
    return NULL;
  return uk_catalogue_fit_routine (self, routine, (guint)seconds);
}

static const UkRoutine *
read_parts (UkCatalogue *self, const char *recipe, const char *label, const char *const *texts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  guint i;

  for (i = 0; texts[i] != NULL; i++) {
    const UkRoutine *part = read_part (self, texts[i]);

    if (!can_join (part))
      return NULL;
    g_ptr_array_add (parts, (gpointer)part);
  }
  return join (self, recipe, label, parts);
}

/**
 * uk_catalogue_make_routine:
 * @self: a catalogue
 * @recipe: the id of a sequence; "ID@SECONDS": a routine fitted to a time; or
 *   "LABEL:ID@SECONDS+ID…": routines one after the other, named after a region or a sequence.  May come
 *   from anywhere.
 *
 * The same recipe always gives the same routine, so that it can be kept in logs and reminders.
 *
 * Returns: (transfer none) (nullable): the routine; %NULL if @recipe is none
 */
const UkRoutine *
uk_catalogue_make_routine (UkCatalogue *self, const char *recipe)
{
  const UkSequence *sequence;
  const UkRoutine *made;
  const char *mark;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && recipe != NULL, NULL);

  if (!uk_recipe_is_well_formed (recipe))
    return NULL;
  made = find_made (self, recipe);
  if (made != NULL)
    return made;
  sequence = uk_catalogue_get_sequence (self, recipe);
  if (sequence != NULL)
    return read_parts (self, recipe, recipe, sequence->routines);
  mark = strchr (recipe, LABEL);
  if (mark != NULL) {
    g_autofree char *label = g_strndup (recipe, (gsize)(mark - recipe));
    g_auto (GStrv) texts = g_strsplit (mark + 1, NEXT, MAX_PARTS + 1);

    return read_parts (self, recipe, label, (const char *const *)texts);
  }
  return strchr (recipe, FITTED) != NULL ? read_part (self, recipe) : NULL;
}
