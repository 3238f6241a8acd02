/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content.h"

#include <glib/gi18n-lib.h>

typedef struct {
  UkContent *content;
  const UkFilePos *place; /* of the item that is being checked */
  GPtrArray *problems;
} Linker;

static void
report_missing (Linker *linker, UkKind kind, const char *id)
{
  GError *error;

  if (kind == UK_KIND_REGION)
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("There is no region “%s”."), id);
  else if (kind == UK_KIND_CONDITION)
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("There is no condition “%s”."), id);
  else if (kind == UK_KIND_QUESTION)
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("There is no question “%s”."), id);
  else if (kind == UK_KIND_ROUTINE)
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("There is no routine “%s”."), id);
  else if (kind == UK_KIND_PROGRAMME)
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("There is no plan “%s”."), id);
  else if (kind == UK_KIND_FIT)
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("Nothing says what fits the region “%s”."), id);
  else
    error = uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                  _ ("There is no source “%s”."), id);
  g_ptr_array_add (linker->problems, error);
}

static gboolean
exists (Linker *linker, UkKind kind, const char *id)
{
  if (uk_content_get (linker->content, kind, id) != NULL)
    return TRUE;
  report_missing (linker, kind, id);
  return FALSE;
}

static gboolean
all_exist (Linker *linker, UkKind kind, const char *const *ids)
{
  gboolean all = TRUE;
  guint i;

  for (i = 0; ids[i] != NULL; i++)
    all = exists (linker, kind, ids[i]) && all;
  return all;
}

/* Takes the ids out that lead nowhere; the list is ours to change, readers see it as constant. */
static void
drop_missing (Linker *linker, UkKind kind, const char *const *ids)
{
  const char **list = (const char **)ids;
  guint i, n = 0;

  for (i = 0; list[i] != NULL; i++) {
    if (exists (linker, kind, list[i]))
      list[n++] = list[i];
  }
  if (n < i)
    list[n] = NULL;
}

static void
link_region (Linker *linker, UkRegion *region)
{
  UkLayer *layers = (UkLayer *)region->layers;
  guint i;

  drop_missing (linker, UK_KIND_REGION, region->felt_at);
  drop_missing (linker, UK_KIND_REGION, region->also);
  for (i = 0; i < region->n_layers; i++) {
    if (!exists (linker, UK_KIND_REGION, layers[i].home))
      layers[i].home = region->id;
  }
}

static void
link_ache (Linker *linker, UkAche *ache)
{
  UkAcheSource *sources = (UkAcheSource *)ache->sources;
  guint i, n = 0;

  drop_missing (linker, UK_KIND_REGION, ache->regions);
  drop_missing (linker, UK_KIND_QUESTION, ache->questions);
  for (i = 0; i < ache->n_sources; i++) {
    if (exists (linker, UK_KIND_REGION, sources[i].region))
      sources[n++] = sources[i];
  }
  ache->n_sources = n;
}

static gboolean
check_verdicts (Linker *linker, const UkRoutine *routine)
{
  const char *surface = uk_routine_get_surface (routine);
  gboolean ok = TRUE;
  guint i;

  for (i = 0; routine->regions[i] != NULL; i++) {
    const UkRegion *region = uk_content_get (linker->content, UK_KIND_REGION, routine->regions[i]);

    if (region == NULL
        || uk_region_get_verdict (region, routine->technique, surface, NULL) != UK_VERDICT_NEVER)
      continue;
    g_ptr_array_add (linker->problems,
                     uk_content_error_new (UK_CONTENT_ERROR_LINK, linker->place,
                                           _ ("“%s” must never be done for the region “%s”."),
                                           uk_technique_to_id (routine->technique), region->id));
    ok = FALSE;
  }
  return ok;
}

static gboolean
link_routine (Linker *linker, const UkRoutine *routine)
{
  gboolean ok = all_exist (linker, UK_KIND_REGION, routine->regions);
  guint i;

  ok = all_exist (linker, UK_KIND_SOURCE, routine->sources) && ok;
  for (i = 0; i < routine->n_cares; i++)
    ok = exists (linker, UK_KIND_CONDITION, routine->cares[i].condition) && ok;
  return check_verdicts (linker, routine) && ok;
}

static void
link_condition (Linker *linker, UkCondition *condition)
{
  guint i;

  drop_missing (linker, UK_KIND_CONDITION, condition->implies);
  for (i = 0; i < condition->n_rules; i++) {
    /* Techniques that share a rule share its regions. */
    if (i == 0 || condition->rules[i].regions != condition->rules[i - 1].regions)
      drop_missing (linker, UK_KIND_REGION, condition->rules[i].regions);
  }
}

/* Every routine of a plan has to be there; a day keeps those that are. */
static void
link_programme (Linker *linker, UkProgramme *programme)
{
  guint i, j;

  drop_missing (linker, UK_KIND_REGION, programme->regions);
  exists (linker, UK_KIND_ROUTINE, programme->picture);
  if (programme->then != NULL && !exists (linker, UK_KIND_PROGRAMME, programme->then))
    programme->then = NULL;
  for (i = 0; i < programme->n_swaps; i++) {
    drop_missing (linker, UK_KIND_REGION, programme->swaps[i].regions);
    exists (linker, UK_KIND_ROUTINE, programme->swaps[i].from);
    exists (linker, UK_KIND_ROUTINE, programme->swaps[i].to);
  }
  for (i = 0; i < programme->n_days; i++) {
    for (j = 0; j < programme->days[i].n_items; j++) {
      const UkProgrammeItem *item = &programme->days[i].items[j];

      drop_missing (linker, UK_KIND_ROUTINE, item->routines);
      if (item->region != NULL)
        exists (linker, UK_KIND_FIT, item->region);
    }
  }
}

static void
link_fit (Linker *linker, UkFit *fit)
{
  guint i;

  exists (linker, UK_KIND_REGION, fit->region);
  exists (linker, UK_KIND_PROGRAMME, fit->programme);
  for (i = 0; i < UK_N_SLOTS; i++)
    drop_missing (linker, UK_KIND_ROUTINE, fit->routines[i]);
}

static void
link_table (Linker *linker, UkKind kind, guint index)
{
  UkTable *table = &linker->content->tables[kind];
  gpointer item = g_ptr_array_index (table->items, index);

  linker->place = &g_array_index (table->places, UkFilePos, index);
  if (kind == UK_KIND_REGION)
    link_region (linker, item);
  else if (kind == UK_KIND_ACHE)
    link_ache (linker, item);
  else if (kind == UK_KIND_FACT)
    drop_missing (linker, UK_KIND_SOURCE, ((UkFact *)item)->sources);
  else if (kind == UK_KIND_QUESTION)
    drop_missing (linker, UK_KIND_REGION, ((UkQuestion *)item)->regions);
  else if (kind == UK_KIND_TIP)
    drop_missing (linker, UK_KIND_REGION, ((UkTip *)item)->regions);
  else if (kind == UK_KIND_SEQUENCE)
    drop_missing (linker, UK_KIND_ROUTINE, ((UkSequence *)item)->routines);
  else if (kind == UK_KIND_FIT)
    link_fit (linker, item);
  else if (kind == UK_KIND_PROGRAMME)
    link_programme (linker, item);
  else
    link_condition (linker, item);
}

/**
 * uk_content_link_routines:
 * @content: content of all files
 * @first_routine: index of the first routine to look at
 * @problems: (element-type GError): findings are added here
 *
 * Takes out each routine with a reference that leads nowhere, or for a place where its technique must
 * never be used.
 */
void
uk_content_link_routines (UkContent *content, guint first_routine, GPtrArray *problems)
{
  Linker linker = { content, NULL, problems };
  UkTable *routines;
  guint i;

  g_return_if_fail (content != NULL && problems != NULL);

  routines = &content->tables[UK_KIND_ROUTINE];
  for (i = first_routine; i < routines->items->len;) {
    linker.place = &g_array_index (routines->places, UkFilePos, i);
    if (link_routine (&linker, g_ptr_array_index (routines->items, i)))
      i++;
    else
      uk_content_remove_index (content, UK_KIND_ROUTINE, i);
  }
}

/**
 * uk_content_link:
 * @content: content of all files
 * @first_routine: index of the first routine that is new
 * @problems: (element-type GError): findings are added here
 *
 * Looks whether everything that is referred to is there.  A routine with a reference that leads
 * nowhere, or for a place where its technique must never be used, is taken out; elsewhere the
 * reference is.
 */
void
uk_content_link (UkContent *content, guint first_routine, GPtrArray *problems)
{
  static const UkKind kinds[]
      = { UK_KIND_REGION,    UK_KIND_ACHE, UK_KIND_QUESTION,
          UK_KIND_CONDITION, UK_KIND_FACT, UK_KIND_TIP };
  static const UkKind later[] = { UK_KIND_SEQUENCE, UK_KIND_FIT, UK_KIND_PROGRAMME };
  Linker linker = { content, NULL, problems };
  guint i, j;

  g_return_if_fail (content != NULL && problems != NULL);

  for (i = 0; first_routine == 0 && i < G_N_ELEMENTS (kinds); i++) {
    for (j = 0; j < content->tables[kinds[i]].items->len; j++)
      link_table (&linker, kinds[i], j);
  }
  uk_content_link_routines (content, first_routine, problems);
  /* A file of sequences or plans that is checked alone has no routines to look at. */
  for (i = 0; first_routine == 0 && content->tables[UK_KIND_ROUTINE].items->len > 0
              && i < G_N_ELEMENTS (later);
       i++) {
    for (j = 0; j < content->tables[later[i]].items->len; j++)
      link_table (&linker, later[i], j);
  }
}
