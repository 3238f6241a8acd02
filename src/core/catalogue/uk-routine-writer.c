/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-routine-writer.h"

#include "core/catalogue/uk-content-words.h"

static void
add_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || value[0] == '\0')
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
add_list (GString *out, const char *name, const char *const *words, const char *between)
{
  g_autofree char *joined = g_strjoinv (between, (char **)words);

  add_attribute (out, name, joined);
}

static void
add_text (GString *out, const char *indent, const char *name, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "%s<%s>%s</%s>\n", indent, name, escaped, name);
}

static void
add_step (GString *out, const UkStep *step)
{
  g_string_append_printf (out, "    <step seconds=\"%u\"", step->seconds);
  if (step->sides != UK_SIDES_NONE)
    add_attribute (out, "sides", uk_words_sides[step->sides]);
  if (step->repeats > 0)
    g_string_append_printf (out, " repeats=\"%u\"", step->repeats);
  add_list (out, "pose", step->poses, " > ");
  g_string_append (out, ">\n");
  add_text (out, "      ", "do", step->act);
  add_text (out, "      ", "feel", step->feel);
  add_text (out, "      ", "avoid", step->avoid);
  add_text (out, "      ", "breathe", step->breathe);
  g_string_append (out, "    </step>\n");
}

static void
add_care (GString *out, const UkCare *care)
{
  g_autofree char *escaped = g_markup_escape_text (care->text != NULL ? care->text : "", -1);

  g_string_append (out, "    <care");
  add_attribute (out, "condition", care->condition);
  if (care->text == NULL)
    g_string_append (out, "/>\n");
  else
    g_string_append_printf (out, ">%s</care>\n", escaped);
}

static void
add_head (GString *out, const UkRoutine *routine)
{
  g_string_append (out, "  <routine");
  add_attribute (out, "id", routine->id);
  add_list (out, "regions", routine->regions, " ");
  add_list (out, "equipment", routine->equipment, " ");
  add_attribute (out, "part", routine->part);
  add_attribute (out, "place", routine->place);
  add_attribute (out, "posture", routine->posture);
  if (routine->quiet)
    add_attribute (out, "quiet", "yes");
  if (routine->level != UK_LEVEL_USUAL)
    add_attribute (out, "level", uk_words_levels[routine->level]);
  add_attribute (out, "evidence", uk_words_evidences[routine->evidence]);
  add_list (out, "sources", routine->sources, " ");
  g_string_append (out, ">\n");
}

static void
add_routine (GString *out, const UkRoutine *routine)
{
  guint i;

  add_head (out, routine);
  add_text (out, "    ", "title", routine->title);
  add_text (out, "    ", "summary", routine->summary);
  add_text (out, "    ", "feel", routine->feel);
  add_text (out, "    ", "avoid", routine->avoid);
  add_text (out, "    ", "breathe", routine->breathe);
  for (i = 0; i < routine->n_steps; i++)
    add_step (out, &routine->steps[i]);
  add_text (out, "    ", "easier", routine->easier);
  add_text (out, "    ", "harder", routine->harder);
  for (i = 0; i < routine->n_cares; i++)
    add_care (out, &routine->cares[i]);
  g_string_append (out, "  </routine>\n");
}

/**
 * uk_routine_writer_write:
 * @routines: routines of one technique
 * @n_routines: their number, at least 1
 *
 * Writes what uk_reader_read() reads: read again, it gives the same routines.
 *
 * Returns: (transfer full): the text of a content file
 */
char *
uk_routine_writer_write (const UkRoutine *const *routines, guint n_routines)
{
  GString *out;
  guint i;

  g_return_val_if_fail (routines != NULL && n_routines > 0, NULL);

  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<routines");
  add_attribute (out, "technique", uk_technique_to_id (routines[0]->technique));
  g_string_append (out, ">\n");
  for (i = 0; i < n_routines; i++)
    add_routine (out, routines[i]);
  g_string_append (out, "</routines>\n");
  return g_string_free (out, FALSE);
}

static gboolean
steps_equal (const UkStep *first, const UkStep *second)
{
  return first->seconds == second->seconds && first->sides == second->sides
         && first->repeats == second->repeats && g_strv_equal (first->poses, second->poses)
         && g_strcmp0 (first->act, second->act) == 0 && g_strcmp0 (first->feel, second->feel) == 0
         && g_strcmp0 (first->avoid, second->avoid) == 0
         && g_strcmp0 (first->breathe, second->breathe) == 0;
}

static gboolean
needs_equal (const UkRoutine *first, const UkRoutine *second)
{
  return first->technique == second->technique && g_strv_equal (first->regions, second->regions)
         && g_strv_equal (first->equipment, second->equipment)
         && g_strcmp0 (first->part, second->part) == 0
         && g_strcmp0 (first->place, second->place) == 0
         && g_strcmp0 (first->posture, second->posture) == 0 && first->quiet == second->quiet
         && first->level == second->level && first->evidence == second->evidence
         && g_strv_equal (first->sources, second->sources);
}

static gboolean
texts_equal (const UkRoutine *first, const UkRoutine *second)
{
  return g_strcmp0 (first->title, second->title) == 0
         && g_strcmp0 (first->summary, second->summary) == 0
         && g_strcmp0 (first->feel, second->feel) == 0
         && g_strcmp0 (first->avoid, second->avoid) == 0
         && g_strcmp0 (first->breathe, second->breathe) == 0
         && g_strcmp0 (first->easier, second->easier) == 0
         && g_strcmp0 (first->harder, second->harder) == 0;
}

/**
 * uk_routine_equal:
 * @first: a routine
 * @second: another routine
 *
 * Returns: whether both say the same; their ids and whose files they are from do not count
 */
gboolean
uk_routine_equal (const UkRoutine *first, const UkRoutine *second)
{
  guint i;

  g_return_val_if_fail (first != NULL && second != NULL, FALSE);

  if (!needs_equal (first, second) || !texts_equal (first, second)
      || first->n_steps != second->n_steps || first->n_cares != second->n_cares)
    return FALSE;
  for (i = 0; i < first->n_steps; i++) {
    if (!steps_equal (&first->steps[i], &second->steps[i]))
      return FALSE;
  }
  for (i = 0; i < first->n_cares; i++) {
    if (g_strcmp0 (first->cares[i].condition, second->cares[i].condition) != 0
        || g_strcmp0 (first->cares[i].text, second->cares[i].text) != 0)
      return FALSE;
  }
  return TRUE;
}
