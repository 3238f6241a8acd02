/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

#include "core/catalogue/uk-content-words.h"
#include "core/time/uk-wall-time.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 366
#define MAX_ITEMS 20 /* of a day */

/* What is gathered while a <plan> is open. */
typedef struct {
  UkProgramme *programme; /* in the arena */
  guint announced;        /* days it is said to have */
  GArray *stops;          /* (owned) (element-type utf8) in the arena */
  GArray *stages;         /* (owned) (element-type UkProgrammeStage) */
  GArray *swaps;          /* (owned) (element-type UkProgrammeSwap) */
  GArray *days;           /* (owned) (element-type UkProgrammeDay) */
  GArray *items;          /* (owned) (element-type UkProgrammeItem) of the open <day> */
  guint from;             /* of the open <progress> */
} Draft;

static const char *const part_words[] = { "morning", "midday", "evening", NULL };
static const char *const slot_words[]
    = { "routine", "gentle", "stretch", "yoga", "massage", "ball", "roller", "warm", "cool", NULL };
static const char *const missed_words[] = { "skip", "slide", NULL };
static const char *const place_words[] = { "first", "second", NULL };

static gboolean
begin_plans (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->stops = g_array_new (FALSE, TRUE, sizeof (char *));
  draft->stages = g_array_new (FALSE, TRUE, sizeof (UkProgrammeStage));
  draft->swaps = g_array_new (FALSE, TRUE, sizeof (UkProgrammeSwap));
  draft->days = g_array_new (FALSE, TRUE, sizeof (UkProgrammeDay));
  draft->items = g_array_new (FALSE, TRUE, sizeof (UkProgrammeItem));
  return TRUE;
}

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->stops, g_array_unref);
  g_clear_pointer (&draft->stages, g_array_unref);
  g_clear_pointer (&draft->swaps, g_array_unref);
  g_clear_pointer (&draft->days, g_array_unref);
  g_clear_pointer (&draft->items, g_array_unref);
}

static gconstpointer
keep (UkReader *reader, GArray *array, guint *n)
{
  *n = array->len;
  return uk_arena_copy (uk_reader_get_arena (reader), array->data,
                        array->len * g_array_get_element_size (array));
}

/* ---- fit ---- */

static gboolean
begin_fit (UkReader *reader, GError **error)
{
  UkFit *fit = uk_arena_new0 (uk_reader_get_arena (reader), UkFit);
  guint i;

  uk_reader_set_subject (reader, fit);
  if (!uk_reader_get_new_id (reader, UK_KIND_FIT, &fit->region, error)
      || !uk_reader_get_id (reader, "plan", &fit->programme, error))
    return FALSE;
  for (i = UK_SLOT_ROUTINE; i < UK_N_SLOTS; i++) {
    if (!uk_reader_get_ids (reader, slot_words[i], &fit->routines[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
end_fit (UkReader *reader, const char *text, GError **error)
{
  uk_reader_add (reader, UK_KIND_FIT, uk_reader_get_subject (reader));
  return TRUE;
}

/* ---- plan ---- */

static gboolean
read_optional_id (UkReader *reader, const char *attribute, const char **id, GError **error)
{
  return uk_reader_get (reader, attribute) == NULL
         || uk_reader_get_id (reader, attribute, id, error);
}

static gboolean
read_times (UkReader *reader, UkProgramme *programme, GError **error)
{
  guint i;

  for (i = 0; i < UK_N_DAY_PARTS; i++) {
    const char *value = uk_reader_get (reader, part_words[i]);

    programme->times[i] = UK_NO_TIME;
    if (value != NULL && !uk_wall_time_parse (value, &programme->times[i]))
      return uk_reader_fail (reader, error, _ ("“%s” is no time of day."), value);
  }
  return TRUE;
}

static gboolean
begin_plan (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgramme *programme = uk_arena_new0 (uk_reader_get_arena (reader), UkProgramme);
  guint missed;

  draft->programme = programme;
  g_array_set_size (draft->stops, 0);
  g_array_set_size (draft->stages, 0);
  g_array_set_size (draft->swaps, 0);
  g_array_set_size (draft->days, 0);
  uk_reader_set_subject (reader, programme);
  if (!uk_reader_get_new_id (reader, UK_KIND_PROGRAMME, &programme->id, error)
      || !uk_reader_get_number (reader, "days", 1, MAX_DAYS, 1, &draft->announced, error)
      || !uk_reader_get_ids (reader, "regions", &programme->regions, error)
      || !uk_reader_get_number (reader, "places", 1, 2, 0, &programme->places, error)
      || !uk_reader_get_id (reader, "picture", &programme->picture, error)
      || !uk_reader_get_number (reader, "most", 0, 10, 10, &programme->most, error)
      || !uk_reader_get_choice (reader, "missed", missed_words, 0, &missed, error)
      || !uk_reader_get_flag (reader, "early", FALSE, &programme->early, error)
      || !read_optional_id (reader, "then", &programme->then, error)
      || !uk_reader_get_number (reader, "again", 1, draft->announced, 1, &programme->again, error))
    return FALSE;
  programme->slides = missed == 1;
  return read_times (reader, programme, error);
}

static gboolean
end_plan (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgramme *programme = draft->programme;

  if (draft->days->len != draft->announced)
    return uk_reader_fail (reader, error, _ ("This plan has %u days, not %u."), draft->days->len,
                           draft->announced);
  if (g_array_index (draft->stages, UkProgrammeStage, 0).from != 1)
    return uk_reader_fail (reader, error, _ ("The first <progress> is from day 1."));
  programme->stops = keep (reader, draft->stops, &programme->n_stops);
  programme->stages = keep (reader, draft->stages, &programme->n_stages);
  programme->swaps = keep (reader, draft->swaps, &programme->n_swaps);
  programme->days = keep (reader, draft->days, &programme->n_days);
  uk_reader_add (reader, UK_KIND_PROGRAMME, programme);
  return TRUE;
}

static gboolean
end_stop (UkReader *reader, const char *text, GError **error)
{
  g_array_append_val (((Draft *)uk_reader_get_draft (reader))->stops, text);
  return TRUE;
}

static gboolean
begin_progress (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  guint before = draft->stages->len == 0 ? 0
                                         : g_array_index (draft->stages, UkProgrammeStage,
                                                          draft->stages->len - 1)
                                               .from;

  return uk_reader_get_number (reader, "from", before + 1, MAX_DAYS, 1, &draft->from, error);
}

static gboolean
end_progress (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgrammeStage stage = { draft->from, text };

  g_array_append_val (draft->stages, stage);
  return TRUE;
}

static gboolean
begin_swap (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgrammeSwap swap;

  if (!uk_reader_get_ids (reader, "regions", &swap.regions, error)
      || !uk_reader_get_id (reader, "from", &swap.from, error)
      || !uk_reader_get_id (reader, "to", &swap.to, error))
    return FALSE;
  g_array_append_val (draft->swaps, swap);
  return TRUE;
}

/* ---- day ---- */

static gboolean
begin_day (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgrammeDay day = { 0 };

  g_array_set_size (draft->items, 0);
  if (!uk_reader_get_number (reader, "number", 1, MAX_DAYS, 1, &day.number, error)
      || !uk_reader_get_flag (reader, "check", FALSE, &day.check, error))
    return FALSE;
  if (day.number != draft->days->len + 1)
    return uk_reader_fail (reader, error, _ ("This is day %u, not %u."), draft->days->len + 1,
                           day.number);
  g_array_append_val (draft->days, day);
  return TRUE;
}

static gboolean
end_day (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgrammeDay *day = &g_array_index (draft->days, UkProgrammeDay, draft->days->len - 1);

  if (draft->items->len > MAX_ITEMS)
    return uk_reader_fail (reader, error, _ ("A day has at most %d routines."), MAX_ITEMS);
  day->items = keep (reader, draft->items, &day->n_items);
  return TRUE;
}

static gboolean
begin_do (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkProgrammeItem item = { 0 };
  guint part, slot, place;

  if (!uk_reader_get_choice (reader, "at", part_words, 0, &part, error)
      || !uk_reader_get_choice (reader, "kind", slot_words, UK_SLOT_ROUTINE, &slot, error)
      || !uk_reader_get_choice (reader, "place", place_words, 0, &place, error)
      || !uk_reader_get_ids (reader, "routine", &item.routines, error)
      || !read_optional_id (reader, "region", &item.region, error))
    return FALSE;
  item.part = (UkDayPart)part;
  item.slot = (UkSlot)slot;
  item.second = place == 1;
  if ((item.slot == UK_SLOT_ROUTINE) != (item.routines[0] != NULL))
    return uk_reader_fail (reader, error, _ ("It needs either a routine or a kind of routine."));
  if (draft->programme->times[part] == UK_NO_TIME)
    return uk_reader_fail (reader, error, _ ("The plan does not say when “%s” is."),
                           part_words[part]);
  g_array_append_val (draft->items, item);
  return TRUE;
}

static const UkElement elements[] = {
  { "fit", "plans", "id plan gentle stretch yoga massage ball? roller? warm cool", UK_ELEMENT_GROUP, -1,
    FALSE, begin_fit, end_fit },
  { "plan", "plans",
    "id days regions? places? picture most missed early? then? again? morning? midday? evening?",
    UK_ELEMENT_GROUP, -1, FALSE, begin_plan, end_plan },
  UK_TEXT ("title", "plan", UkProgramme, title, TRUE),
  UK_TEXT ("summary", "plan", UkProgramme, summary, TRUE),
  UK_TEXT ("for", "plan", UkProgramme, suits, TRUE),
  { "progress", "plan", "from", UK_ELEMENT_TEXT, -1, TRUE, begin_progress, end_progress },
  UK_TEXT ("missed", "plan", UkProgramme, missed, TRUE),
  { "stop", "plan", "", UK_ELEMENT_TEXT, -1, TRUE, NULL, end_stop },
  UK_TEXT ("expect", "plan", UkProgramme, expect, TRUE),
  UK_TEXT ("after", "plan", UkProgramme, after, TRUE),
  { "swap", "plan", "regions from to", UK_ELEMENT_GROUP, -1, FALSE, begin_swap, NULL },
  { "day", "plan", "number check?", UK_ELEMENT_GROUP, -1, TRUE, begin_day, end_day },
  { "do", "day", "routine? kind? place? region? at", UK_ELEMENT_GROUP, -1, FALSE, begin_do, NULL },
};

const UkGrammar uk_grammar_plans = {
  .root = "plans",
  .attributes = "",
  .begin = begin_plans,
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
  .draft_size = sizeof (Draft),
  .clear_draft = clear_draft,
};
