/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-content-words.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 9

/* What is gathered while a <region> is open. */
typedef struct {
  UkRegion *region;  /* in the arena */
  GArray *muscles;   /* (owned) (element-type UkMuscle) */
  GArray *layers;    /* (owned) (element-type UkLayer) */
  GArray *allows;    /* (owned) (element-type UkAllow) */
  GPtrArray *also;   /* (owned) (element-type utf8) */
  const char *latin; /* of the open <muscle> */
} Draft;

static gboolean
begin_regions (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->muscles = g_array_new (FALSE, TRUE, sizeof (UkMuscle));
  draft->layers = g_array_new (FALSE, TRUE, sizeof (UkLayer));
  draft->allows = g_array_new (FALSE, TRUE, sizeof (UkAllow));
  draft->also = g_ptr_array_new ();
  return TRUE;
}

static void
clear_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->muscles, g_array_unref);
  g_clear_pointer (&draft->layers, g_array_unref);
  g_clear_pointer (&draft->allows, g_array_unref);
  g_clear_pointer (&draft->also, g_ptr_array_unref);
}

static gboolean
begin_region (UkReader *reader, GError **error)
{
  static const char *const none[] = { NULL };
  Draft *draft = uk_reader_get_draft (reader);
  UkRegion *region = uk_arena_new0 (uk_reader_get_arena (reader), UkRegion);

  draft->region = region;
  region->felt_at = none;
  g_array_set_size (draft->muscles, 0);
  g_array_set_size (draft->layers, 0);
  g_array_set_size (draft->allows, 0);
  g_ptr_array_set_size (draft->also, 0);
  uk_reader_set_subject (reader, region);
  return uk_reader_get_new_id (reader, UK_KIND_REGION, &region->id, error)
         && uk_reader_get_flag (reader, "sided", TRUE, &region->sided, error)
         && uk_reader_get_number (reader, "rank", 1, 99, 0, &region->rank, error);
}

static gboolean
end_region (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkArena *arena = uk_reader_get_arena (reader);
  UkRegion *region = draft->region;

  region->muscles
      = uk_arena_copy (arena, draft->muscles->data, draft->muscles->len * sizeof (UkMuscle));
  region->n_muscles = draft->muscles->len;
  region->layers
      = uk_arena_copy (arena, draft->layers->data, draft->layers->len * sizeof (UkLayer));
  region->n_layers = draft->layers->len;
  region->allows
      = uk_arena_copy (arena, draft->allows->data, draft->allows->len * sizeof (UkAllow));
  region->n_allows = draft->allows->len;
  g_ptr_array_add (draft->also, NULL);
  region->also = uk_arena_copy (arena, draft->also->pdata, draft->also->len * sizeof (gpointer));
  uk_reader_add (reader, UK_KIND_REGION, region);
  return TRUE;
}

static gboolean
begin_felt_at (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  return uk_reader_get_ids (reader, "region", &draft->region->felt_at, error);
}

static gboolean
begin_also (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  const char *id;

  if (!uk_reader_get_id (reader, "region", &id, error))
    return FALSE;
  g_ptr_array_add (draft->also, (gpointer)id);
  return TRUE;
}

static gboolean
begin_muscle (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);

  draft->latin = uk_arena_intern (uk_reader_get_arena (reader), uk_reader_get (reader, "latin"));
  return TRUE;
}

static gboolean
end_muscle (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkMuscle muscle = { text, draft->latin };

  g_array_append_val (draft->muscles, muscle);
  return TRUE;
}

static gboolean
begin_layer (UkReader *reader, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  UkLayer *layer = uk_arena_new0 (uk_reader_get_arena (reader), UkLayer);

  layer->latin = uk_arena_intern (uk_reader_get_arena (reader), uk_reader_get (reader, "latin"));
  layer->home = draft->region->id;
  uk_reader_set_subject (reader, layer);
  return uk_reader_get_number (reader, "depth", 1, MAX_DEPTH, 1, &layer->depth, error)
         && uk_reader_get_flag (reader, "pressed", TRUE, &layer->pressed, error)
         && (uk_reader_get (reader, "home") == NULL
             || uk_reader_get_id (reader, "home", &layer->home, error));
}

static gboolean
end_layer (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  const UkLayer *layer = uk_reader_get_subject (reader);

  if (draft->layers->len > 0
      && layer->depth < g_array_index (draft->layers, UkLayer, draft->layers->len - 1).depth)
    return uk_reader_fail (reader, error, _ ("Layers go from the surface down."));
  g_array_append_val (draft->layers, *layer);
  return TRUE;
}

static gboolean
begin_allow (UkReader *reader, GError **error)
{
  UkAllow *allow = uk_arena_new0 (uk_reader_get_arena (reader), UkAllow);
  guint verdict;

  uk_reader_set_subject (reader, allow);
  if (!uk_words_get_technique (reader, "technique", &allow->technique, error)
      || !uk_reader_get_choice (reader, "verdict", uk_words_verdicts, 0, &verdict, error)
      || !uk_words_get_optional (reader, "surface", uk_words_surfaces, &allow->surface, error))
    return FALSE;
  allow->verdict = (UkVerdict)verdict;
  return TRUE;
}

static gboolean
end_allow (UkReader *reader, const char *text, GError **error)
{
  Draft *draft = uk_reader_get_draft (reader);
  const UkAllow *allow = uk_reader_get_subject (reader);
  guint i;

  for (i = 0; i < draft->allows->len; i++) {
    const UkAllow *other = &g_array_index (draft->allows, UkAllow, i);

    if (other->technique == allow->technique && g_strcmp0 (other->surface, allow->surface) == 0)
      return uk_reader_fail (reader, error, _ ("This technique has a verdict already."));
  }
  g_array_append_val (draft->allows, *allow);
  return TRUE;
}

static const UkElement elements[] = {
  { "region", "regions", "id sided? rank?", UK_ELEMENT_GROUP, -1, TRUE, begin_region, end_region },
  UK_TEXT ("name", "region", UkRegion, name, TRUE),
  UK_TEXT ("short-feel", "region", UkRegion, short_feel, FALSE),
  UK_TEXT ("keywords", "region", UkRegion, keywords, FALSE),
  { "muscle", "region", "latin", UK_ELEMENT_TEXT, -1, TRUE, begin_muscle, end_muscle },
  UK_TEXT ("where", "region", UkRegion, where, TRUE),
  UK_TEXT ("feel", "region", UkRegion, feel, TRUE),
  { "felt-at", "region", "region", UK_ELEMENT_TEXT, G_STRUCT_OFFSET (UkRegion, felt_elsewhere),
    FALSE, begin_felt_at, NULL },
  UK_TEXT ("cause", "region", UkRegion, cause, FALSE),
  UK_TEXT ("care", "region", UkRegion, care, FALSE),
  { "also", "region", "region", UK_ELEMENT_GROUP, -1, FALSE, begin_also, NULL },
  { "layer", "region", "depth latin home? pressed?", UK_ELEMENT_GROUP, -1, FALSE, begin_layer,
    end_layer },
  UK_TEXT ("name", "layer", UkLayer, name, TRUE),
  UK_TEXT ("felt", "layer", UkLayer, felt, FALSE),
  { "allow", "region", "technique surface? verdict", UK_ELEMENT_GROUP, -1, FALSE, begin_allow,
    end_allow },
  UK_TEXT ("why", "allow", UkAllow, why, FALSE),
};

const UkGrammar uk_grammar_regions = {
  .root = "regions",
  .attributes = "",
  .begin = begin_regions,
  .elements = elements,
  .n_elements = G_N_ELEMENTS (elements),
  .draft_size = sizeof (Draft),
  .clear_draft = clear_draft,
};
