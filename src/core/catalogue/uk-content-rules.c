/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-rules.h"

#include "core/catalogue/uk-content-text.h"
#include "core/catalogue/uk-content.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 20 /* what can be taken in at a glance, lying on a ball */

#define MAX_TOTAL 3600

/* How long a step and the steps of one side together may last, in seconds; 0: as long as it likes. */
typedef struct {
  UkTechnique technique;
  guint hold; /* a position that is held */
  guint move; /* a movement */
  guint total;
} Limit;

static const Limit limits[] = {
  { UK_TECHNIQUE_MASSAGE, 90, 120, 5 * 60 },
  { UK_TECHNIQUE_BALL, 90, 120, 5 * 60 },
  { UK_TECHNIQUE_ROLLER, 90, 120, 5 * 60 },
  { UK_TECHNIQUE_CANE, 90, 120, 5 * 60 },
  { UK_TECHNIQUE_STRETCH, 60, 0, MAX_TOTAL },
  { UK_TECHNIQUE_HEAT, 20 * 60, 20 * 60, 20 * 60 },
  { UK_TECHNIQUE_COLD, 15 * 60, 15 * 60, 35 * 60 }, /* twice, with a pause as long between */
  { UK_TECHNIQUE_YOGA, 0, 0, MAX_TOTAL },
  { UK_TECHNIQUE_AEROBIC, 0, 0, MAX_TOTAL },
  { UK_TECHNIQUE_POSTURE, 0, 0, MAX_TOTAL },
};

/* Promises and tales, as whole words between blanks. */
static const char *const forbidden[] = {
  "toxin",           "toxins",           "detox",       "detoxify",    "cure",       "cures",
  "cured",           "proven",           "guarantee",   "guarantees",  "guaranteed", "heal",
  "heals",           "healed",           "healing",     "miracle",     "adhesion",   "adhesions",
  "break up",        "breaks up",        "lactic acid", "scar tissue", "realign",    "realigns",
  "no pain no gain", "release the knot",
};

typedef struct {
  const char *file;
  UkPoseExistsFunc pose_exists;
  gpointer user_data;
  GPtrArray *problems;
  UkTagFinder tags;
  UkFilePos pos; /* of the element that is open */
  GString *text; /* (owned) of that element */

  UkTechnique technique;
  gboolean has_technique;
  gboolean in_step;
  UkFilePos routine; /* where it starts */
  guint64 total;     /* its seconds so far */
} Rules;

static const char *
get (const char **names, const char **values, const char *name)
{
  guint i;

  for (i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], name))
      return values[i];
  }
  return NULL;
}

static void
add (Rules *rules, GError *error)
{
  g_ptr_array_add (rules->problems, error);
}

static void
check_sources (Rules *rules, const char **names, const char **values)
{
  const char *evidence = get (names, values, "evidence");
  const char *sources = get (names, values, "sources");

  if (g_strcmp0 (evidence, "tradition") != 0 && (sources == NULL || sources[0] == '\0'))
    add (rules,
         uk_content_error_new (UK_CONTENT_ERROR_RULE, &rules->pos,
                               _ ("Evidence needs a source; without one it is “tradition”.")));
}

static void
check_poses (Rules *rules, const char *poses)
{
  g_auto (GStrv) ids = g_strsplit (poses, ">", -1);
  guint i;

  for (i = 0; rules->pose_exists != NULL && ids[i] != NULL; i++) {
    if (!rules->pose_exists (g_strstrip (ids[i]), rules->user_data))
      add (rules, uk_content_error_new (UK_CONTENT_ERROR_POSE, &rules->pos,
                                        _ ("There is no pose “%s”."), ids[i]));
  }
}

static void
check_seconds (Rules *rules, guint seconds, gboolean moves)
{
  guint i;

  for (i = 0; rules->has_technique && i < G_N_ELEMENTS (limits); i++) {
    guint limit = moves ? limits[i].move : limits[i].hold;

    if (limits[i].technique == rules->technique && limit > 0 && seconds > limit)
      add (rules,
           uk_content_error_new (UK_CONTENT_ERROR_RULE, &rules->pos,
                                 _ ("%u seconds are too long for this step; the limit is %u."),
                                 seconds, limit));
  }
}

static void
check_total (Rules *rules)
{
  guint i;

  for (i = 0; rules->has_technique && i < G_N_ELEMENTS (limits); i++) {
    if (limits[i].technique == rules->technique && rules->total > limits[i].total)
      add (rules, uk_content_error_new (UK_CONTENT_ERROR_RULE, &rules->routine,
                                        _ ("The steps take %u seconds a side; the limit is %u."),
                                        (guint)MIN (rules->total, G_MAXUINT), limits[i].total));
  }
}

static void
check_step (Rules *rules, const char **names, const char **values)
{
  const char *poses = get (names, values, "pose");
  const char *seconds = get (names, values, "seconds");
  gboolean moves = get (names, values, "repeats") != NULL;

  if (poses != NULL) {
    check_poses (rules, poses);
    moves = moves || strchr (poses, '>') != NULL;
  }
  if (seconds != NULL) {
    guint value = (guint)MIN (g_ascii_strtoull (seconds, NULL, 10), G_MAXUINT);

    check_seconds (rules, value, moves);
    rules->total += value;
  }
}

static gboolean
has_word (const char *padded, const char *word)
{
  g_autofree char *needle = g_strconcat (" ", word, " ", NULL);

  return strstr (padded, needle) != NULL;
}

static void
check_words (Rules *rules, const char *padded)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (forbidden); i++) {
    if (has_word (padded, forbidden[i]))
      add (rules,
           uk_content_error_new (UK_CONTENT_ERROR_RULE, &rules->pos,
                                 _ ("“%s” promises or explains what nobody knows."), forbidden[i]));
  }
  /* Both in one text name the two directions for everybody: "Look left. Look right." */
  if (rules->in_step && has_word (padded, "left") != has_word (padded, "right"))
    add (rules,
         uk_content_error_new (UK_CONTENT_ERROR_RULE, &rules->pos,
                               _ ("Say “the sore side” or “the other side”, not left or right.")));
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

static void
check_text (Rules *rules, const char *element)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *padded = NULL;

  uk_text_normalise (rules->text->str);
  if (rules->text->str[0] == '\0')
    return;
  words = g_str_tokenize_and_fold (rules->text->str, "en", NULL);
  joined = g_strjoinv (" ", words);
  padded = g_strconcat (" ", joined, " ", NULL);
  check_words (rules, padded);
  if (g_str_equal (element, "do") && count_words (rules->text->str) > MAX_WORDS)
    add (rules, uk_content_error_new (UK_CONTENT_ERROR_RULE, &rules->pos,
                                      _ ("An instruction has at most %d words, this one has %u."),
                                      MAX_WORDS, count_words (rules->text->str)));
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Rules *rules = user_data;

  rules->pos.line = uk_tag_finder_start (&rules->tags);
  g_string_truncate (rules->text, 0);
  if (g_str_equal (name, "routines")) {
    rules->has_technique
        = uk_technique_from_id (get (names, values, "technique"), &rules->technique);
  } else if (g_str_equal (name, "fact") && get (names, values, "evidence") != NULL) {
    check_sources (rules, names, values);
  } else if (g_str_equal (name, "routine")) {
    check_sources (rules, names, values);
    rules->routine = rules->pos;
    rules->total = 0;
  } else if (g_str_equal (name, "step")) {
    rules->in_step = TRUE;
    check_step (rules, names, values);
  }
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Rules *rules = user_data;

  check_text (rules, name);
  uk_tag_finder_end (&rules->tags);
  g_string_truncate (rules->text, 0);
  if (g_str_equal (name, "step"))
    rules->in_step = FALSE;
  else if (g_str_equal (name, "routine"))
    check_total (rules);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Rules *rules = user_data;

  g_string_append_len (rules->text, text, (gssize)length);
}

/**
 * uk_content_check_rules: (skip)
 * @bytes: a content file
 * @file: its name for messages
 * @pose_exists: (nullable): looks a picture up; %NULL: pictures are not checked
 * @user_data: for @pose_exists
 * @problems: (element-type GError): findings are added here
 *
 * Checks what the format cannot say: words, lengths, doses, sources.  Ends silently where the file
 * is not well-formed; that is for uk_reader_read() to say.
 */
void
uk_content_check_rules (GBytes *bytes,
                        const char *file,
                        UkPoseExistsFunc pose_exists,
                        gpointer user_data,
                        GPtrArray *problems)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
  };
  Rules rules
      = { .file = file, .pose_exists = pose_exists, .user_data = user_data, .problems = problems };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *text = NULL;
  gsize length;
  gconstpointer data;

  g_return_if_fail (bytes != NULL && file != NULL && problems != NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!uk_text_check_encoding (data, length, file, NULL))
    return;
  text = length == 0 ? g_strdup ("") : g_strndup (data, length);
  rules.pos.file = file;
  rules.text = g_string_new (NULL);
  uk_tag_finder_init (&rules.tags, text);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &rules, NULL);
  g_markup_parse_context_parse (context, text, (gssize)length, NULL);
  g_string_free (rules.text, TRUE);
}
