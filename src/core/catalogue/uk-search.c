/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-search.h"

#include "core/catalogue/uk-catalogue-private.h"
#include "core/catalogue/uk-equipment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much a word counts, by where it stands. */
#define WEIGHT_NAME 10.0
#define WEIGHT_KEYWORD 8.0
#define WEIGHT_MUSCLE 6.0
#define WEIGHT_SHORT 3.0
#define WEIGHT_TEXT 1.0

/* How much is left of it when only a part of the word, or the word with a slip, was typed. */
#define PART_PREFIX 0.8
#define PART_TYPO 0.5

#define MIN_TYPO_LENGTH 4  /* shorter words have too many neighbours */
#define BONUS_COVERAGE 4.0 /* a name of which every word was typed */
#define BONUS_PHRASE 3.0   /* what was typed stands there in one piece */
#define BONUS_START 0.5    /* a name that starts with the first word typed */
#define BONUS_COMMON 0.4   /* the most common place; less for the next ones */

typedef struct {
  guint32 term; /* index in the vocabulary */
  float weight;
  guint16 position; /* in the name, counted from 0; G_MAXUINT16 elsewhere */
} Word;

typedef struct {
  UkHitKind kind;
  gconstpointer item;
  guint first_word;
  guint n_words;
  guint n_name_words;
  char *phrases; /* (owned) folded name and keywords, a blank before each word */
  double bonus;
} Entry;

/* Each different word is compared with what was typed only once, however often it stands. */
struct _UkSearchIndex {
  const UkContent *content; /* what can be found; needed only while the words are gathered */
  GHashTable *terms;     /* (owned) folded word -> index in @vocabulary + 1 */
  GPtrArray *vocabulary; /* (owned) (element-type utf8) the keys of @terms */
  GArray *words;         /* (owned) (element-type Word) */
  GArray *entries;       /* (owned) (element-type Entry) */
};

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->phrases);
}

/* Appends the words of @text, and a mark that no phrase goes across. */
static void
add_phrase (Entry *entry, const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autofree char *joined = g_strjoinv (" ", words);
  char *phrases
      = g_strconcat (entry->phrases != NULL ? entry->phrases : "", " ", joined, "\n", NULL);

  g_free (entry->phrases);
  entry->phrases = phrases;
}

static void
add_word (UkSearchIndex *index, const char *text, double weight, guint position)
{
  guint term = GPOINTER_TO_UINT (g_hash_table_lookup (index->terms, text));
  Word word = { 0, (float)weight, (guint16)position };

  if (term == 0) {
    char *copy = g_strdup (text);

    g_ptr_array_add (index->vocabulary, copy);
    term = index->vocabulary->len;
    g_hash_table_insert (index->terms, copy, GUINT_TO_POINTER (term));
  }
  word.term = term - 1;
  g_array_append_val (index->words, word);
}

static guint
add_words (UkSearchIndex *index, const char *text, double weight, gboolean is_name)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) plain = NULL;
  guint i;

  if (text == NULL)
    return 0;
  words = g_str_tokenize_and_fold (text, NULL, &plain);
  for (i = 0; words[i] != NULL; i++)
    add_word (index, words[i], weight, is_name ? i : G_MAXUINT16);
  /* The names without accents count as the same words; they have no position of their own. */
  for (guint j = 0; plain[j] != NULL; j++)
    add_word (index, plain[j], weight, G_MAXUINT16);
  return is_name ? i : 0;
}

/* A name, and the same in English: that is found too, but does not count as the name. */
static guint
add_name (UkSearchIndex *index, Entry *entry, const char *name, double weight)
{
  const char *original = uk_content_get_original (index->content, name);

  add_phrase (entry, name);
  if (original != NULL) {
    add_phrase (entry, original);
    add_words (index, original, weight, FALSE);
  }
  return add_words (index, name, weight, TRUE);
}

static void
add_other_name (UkSearchIndex *index, const char *name, double weight)
{
  add_words (index, name, weight, FALSE);
  add_words (index, uk_content_get_original (index->content, name), weight, FALSE);
}

static Entry *
begin_entry (UkSearchIndex *index, UkHitKind kind, gconstpointer item)
{
  Entry entry = { kind, item, index->words->len, 0, 0, NULL, 0 };

  g_array_append_val (index->entries, entry);
  return &g_array_index (index->entries, Entry, index->entries->len - 1);
}

static void
end_entry (UkSearchIndex *index, Entry *entry)
{
  entry->n_words = index->words->len - entry->first_word;
}

static void
add_region (UkSearchIndex *index, const UkRegion *region)
{
  Entry *entry = begin_entry (index, UK_HIT_REGION, region);
  guint i;

  entry->n_name_words = add_name (index, entry, region->name, WEIGHT_NAME);
  if (region->keywords != NULL)
    add_phrase (entry, region->keywords);
  add_words (index, region->id, WEIGHT_KEYWORD, FALSE);
  add_other_name (index, region->keywords, WEIGHT_KEYWORD);
  add_words (index, region->short_feel, WEIGHT_SHORT, FALSE);
  add_words (index, region->feel, WEIGHT_TEXT, FALSE);
  add_words (index, region->felt_elsewhere, WEIGHT_TEXT, FALSE);
  add_words (index, region->cause, WEIGHT_TEXT, FALSE);
  for (i = 0; i < region->n_muscles; i++) {
    add_other_name (index, region->muscles[i].name, WEIGHT_MUSCLE);
    add_words (index, region->muscles[i].latin, WEIGHT_MUSCLE, FALSE);
  }
  for (i = 0; i < region->n_layers; i++) {
    const UkLayer *layer = &region->layers[i];
    double weight = g_str_equal (layer->home, region->id) ? WEIGHT_SHORT : WEIGHT_TEXT;

    add_other_name (index, layer->name, weight);
    add_words (index, layer->latin, weight, FALSE);
  }
  if (region->rank > 0)
    entry->bonus = BONUS_COMMON / region->rank;
  end_entry (index, entry);
}

static void
add_ache (UkSearchIndex *index, const UkAche *ache)
{
  Entry *entry = begin_entry (index, UK_HIT_ACHE, ache);

  entry->n_name_words = add_name (index, entry, ache->name, WEIGHT_NAME - 1);
  end_entry (index, entry);
}

static void
add_routine (UkSearchIndex *index, const UkRoutine *routine)
{
  Entry *entry = begin_entry (index, UK_HIT_ROUTINE, routine);
  guint i;

  entry->n_name_words = add_name (index, entry, routine->title, WEIGHT_NAME - 2);
  add_words (index, uk_technique_get_name (routine->technique), WEIGHT_SHORT, FALSE);
  add_words (index, uk_technique_to_id (routine->technique), WEIGHT_SHORT, FALSE);
  for (i = 0; routine->equipment[i] != NULL; i++) {
    add_words (index, uk_equipment_get_name (routine->equipment[i]), WEIGHT_SHORT, FALSE);
    add_words (index, routine->equipment[i], WEIGHT_SHORT, FALSE);
  }
  add_words (index, routine->summary, WEIGHT_TEXT, FALSE);
  add_words (index, routine->feel, WEIGHT_TEXT, FALSE);
  end_entry (index, entry);
}

static void
add_sequence (UkSearchIndex *index, const UkSequence *sequence)
{
  Entry *entry = begin_entry (index, UK_HIT_SEQUENCE, sequence);

  entry->n_name_words = add_name (index, entry, sequence->title, WEIGHT_NAME - 2);
  add_words (index, sequence->id, WEIGHT_SHORT, FALSE);
  add_words (index, sequence->summary, WEIGHT_SHORT, FALSE);
  end_entry (index, entry);
}

/**
 * uk_search_index_new: (skip)
 * @content: what can be found, whose items must stay alive
 *
 * Returns: (transfer full): its words
 */
UkSearchIndex *
uk_search_index_new (const UkContent *content)
{
  UkSearchIndex *index = g_new0 (UkSearchIndex, 1);
  const UkTable *tables = content->tables;
  guint i;

  index->content = content;
  index->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->vocabulary = g_ptr_array_new ();
  index->words = g_array_new (FALSE, FALSE, sizeof (Word));
  index->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (index->entries, clear_entry);
  for (i = 0; i < tables[UK_KIND_REGION].items->len; i++)
    add_region (index, g_ptr_array_index (tables[UK_KIND_REGION].items, i));
  for (i = 0; i < tables[UK_KIND_ACHE].items->len; i++)
    add_ache (index, g_ptr_array_index (tables[UK_KIND_ACHE].items, i));
  for (i = 0; i < tables[UK_KIND_ROUTINE].items->len; i++)
    add_routine (index, g_ptr_array_index (tables[UK_KIND_ROUTINE].items, i));
  for (i = 0; i < tables[UK_KIND_SEQUENCE].items->len; i++)
    add_sequence (index, g_ptr_array_index (tables[UK_KIND_SEQUENCE].items, i));
  index->content = NULL;
  return index;
}

/**
 * uk_search_index_free: (skip)
 * @index: an index
 */
void
uk_search_index_free (UkSearchIndex *index)
{
  g_hash_table_unref (index->terms);
  g_ptr_array_unref (index->vocabulary);
  g_array_unref (index->words);
  g_array_unref (index->entries);
  g_free (index);
}

/* Takes words out that say nothing about the place, unless there is nothing else. */
static void
drop_fillers (char **typed)
{
  /* Translators: words, in lower case, that people add to a search without naming a place or
   * muscle. */
  static const char english[]
      = N_ ("pain pains painful ache aches aching hurt hurts sore my a the in of on at");
  g_autofree char *both = g_strconcat (english, " ", _ (english), NULL);
  g_auto (GStrv) fillers = g_strsplit (both, " ", -1);
  guint i, n = 0;

  for (i = 0; typed[i] != NULL; i++) {
    if (!g_strv_contains ((const char *const *)fillers, typed[i]))
      n++;
  }
  if (n == 0)
    return;
  for (i = 0, n = 0; typed[i] != NULL; i++) {
    if (g_strv_contains ((const char *const *)fillers, typed[i]))
      g_free (typed[i]);
    else
      typed[n++] = typed[i];
  }
  typed[n] = NULL;
}

static gboolean
is_prefix (const char *typed, const char *word)
{
  return strncmp (typed, word, strlen (typed)) == 0;
}

/* Whether @typed is the start of @word but for one character left out, added, changed or swapped
 * with the next. */
static gboolean
is_prefix_with_slip (const char *typed, const char *word)
{
  const char *typed_next, *word_next;

  while (*typed != '\0' && *typed == *word) {
    typed++;
    word++;
  }
  /* Step back to the start of a character. */
  while ((*typed & 0xc0) == 0x80) {
    typed--;
    word--;
  }
  if (*typed == '\0')
    return TRUE;
  typed_next = g_utf8_next_char (typed);
  if (is_prefix (typed_next, word))
    return TRUE;
  if (*word == '\0')
    return FALSE;
  word_next = g_utf8_next_char (word);
  if (is_prefix (typed_next, word_next) || is_prefix (typed, word_next))
    return TRUE;
  return *typed_next != '\0' && *word_next != '\0'
         && g_utf8_get_char (typed) == g_utf8_get_char (word_next)
         && g_utf8_get_char (typed_next) == g_utf8_get_char (word)
         && is_prefix (g_utf8_next_char (typed_next), g_utf8_next_char (word_next));
}

/* Returns how much of the weight of @word is left, 0 if it is another word. */
static float
compare_word (const char *typed, gsize length, gboolean forgive, const char *word)
{
  if (strncmp (typed, word, length) == 0)
    return word[length] == '\0' ? 1 : (float)PART_PREFIX;
  return forgive && is_prefix_with_slip (typed, word) ? (float)PART_TYPO : 0;
}

/* Returns: (transfer full): for each word of the vocabulary how well @typed fits */
static float *
compare_vocabulary (const UkSearchIndex *index, const char *typed)
{
  float *parts = g_new (float, index->vocabulary->len + 1);
  gboolean forgive = g_utf8_strlen (typed, -1) >= MIN_TYPO_LENGTH;
  gsize length = strlen (typed);
  guint i;

  for (i = 0; i < index->vocabulary->len; i++)
    parts[i] = compare_word (typed, length, forgive, g_ptr_array_index (index->vocabulary, i));
  return parts;
}

/* Returns the best score of a typed word in the entry; @position is where in the name, if it is
 * there. */
static double
score_typed (const UkSearchIndex *index, const Entry *entry, const float *parts, guint *position)
{
  const Word *words = &g_array_index (index->words, Word, entry->first_word);
  double best = 0;
  guint i;

  *position = G_MAXUINT16;
  for (i = 0; i < entry->n_words; i++) {
    double score = (double)words[i].weight * parts[words[i].term];

    if (score > best) {
      best = score;
      *position = words[i].position;
    }
  }
  return best;
}

/* Every word that was typed must be found; 0 if not. */
static double
score_entry (const UkSearchIndex *index, const Entry *entry, GPtrArray *parts, const char *phrase)
{
  double sum = 0;
  guint in_name = 0;
  guint i;

  for (i = 0; i < parts->len; i++) {
    guint position;
    double score = score_typed (index, entry, g_ptr_array_index (parts, i), &position);

    if (score <= 0)
      return 0;
    sum += score;
    if (position != G_MAXUINT16)
      in_name++;
    if (i == 0 && position == 0)
      sum += BONUS_START;
  }
  if (entry->n_name_words > 0)
    sum += BONUS_COVERAGE * MIN (in_name, entry->n_name_words) / entry->n_name_words;
  if (i > 1 && strstr (entry->phrases, phrase) != NULL)
    sum += BONUS_PHRASE * i;
  return sum / MAX (i, 1) + entry->bonus;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const UkHit *first = a, *second = b;

  if (first->score > second->score)
    return -1;
  if (first->score < second->score)
    return 1;
  return (int)first->kind - (int)second->kind;
}

static UkHit
make_hit (const Entry *entry, double score)
{
  UkHit hit = { .kind = entry->kind, .score = score };

  if (entry->kind == UK_HIT_REGION)
    hit.region = entry->item;
  else if (entry->kind == UK_HIT_ACHE)
    hit.ache = entry->item;
  else if (entry->kind == UK_HIT_ROUTINE)
    hit.routine = entry->item;
  else
    hit.sequence = entry->item;
  return hit;
}

/**
 * uk_catalogue_search:
 * @self: a catalogue
 * @query: what was typed
 *
 * Looks for regions, aches, routines and sequences by name, muscle, feeling and equipment.  Upper
 * case and accents do not matter, the start of a word is enough, one slip in a word of four letters
 * or more is forgiven; every word must fit.
 *
 * Returns: (transfer full) (element-type UkHit): what fits, best first; empty for an empty query
 */
GArray *
uk_catalogue_search (UkCatalogue *self, const char *query)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (UkHit));
  const UkSearchIndex *index;
  g_auto (GStrv) typed = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *phrase = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (self), hits);
  g_return_val_if_fail (query != NULL, hits);

  typed = g_str_tokenize_and_fold (query, NULL, NULL);
  if (typed[0] == NULL)
    return hits;
  drop_fillers (typed);
  joined = g_strjoinv (" ", typed);
  phrase = g_strconcat (" ", joined, NULL);
  index = uk_catalogue_get_search_index (self);
  for (i = 0; typed[i] != NULL; i++)
    g_ptr_array_add (parts, compare_vocabulary (index, typed[i]));
  for (i = 0; i < index->entries->len; i++) {
    const Entry *entry = &g_array_index (index->entries, Entry, i);
    double score = score_entry (index, entry, parts, phrase);

    if (score > 0) {
      UkHit hit = make_hit (entry, score);

      g_array_append_val (hits, hit);
    }
  }
  g_array_sort (hits, compare_hits);
  return hits;
}
