/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/compose/uk-recipe.h"
#include "core/run/uk-leg.h"
#include "support/uk-shipped.h"

#define HAND "upper-trapezius-hand"

static const struct {
  const char *recipe;
  const char *id; /* of what is made, NULL: nothing is */
  guint n_parts;
} cases[] = {
  { HAND, HAND, 0 },
  { HAND "@60", HAND, 0 },
  { "desk-back", "desk-back", 4 },
  { "upper-trapezius:st-shoulder-rolls@60+" HAND, "upper-trapezius:st-shoulder-rolls@60+" HAND, 2 },
  { "desk-back:" HAND, "desk-back:" HAND, 1 },
  { "", NULL, 0 },
  { "@", NULL, 0 },
  { ":", NULL, 0 },
  { "+", NULL, 0 },
  { "nothing", NULL, 0 },
  { "nothing@60", NULL, 0 },
  { HAND "@", NULL, 0 },
  { HAND "@x", NULL, 0 },
  { HAND "@-60", NULL, 0 },
  { HAND "@9", NULL, 0 },
  { HAND "@3601", NULL, 0 },
  { HAND "@99999999999999999999", NULL, 0 },
  { HAND "@60@60", NULL, 0 },
  { "upper-trapezius:", NULL, 0 },
  { "upper-trapezius:+", NULL, 0 },
  { "upper-trapezius:" HAND "+", NULL, 0 },
  { "upper-trapezius:desk-back", NULL, 0 },
  { "upper-trapezius:hc-heat-pad-15", NULL, 0 },
  { "nowhere:" HAND, NULL, 0 },
  { ":" HAND, NULL, 0 },
  { "calf:" HAND "+" HAND "+" HAND "+" HAND "+" HAND "+" HAND "+" HAND "+" HAND "+" HAND "+" HAND
    "+" HAND "+" HAND "+" HAND,
    NULL, 0 },
};

static void
test_make (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkRoutine *made = uk_catalogue_get_routine (catalogue, cases[i].recipe);

    g_test_message ("“%s”", cases[i].recipe);
    if (cases[i].id == NULL) {
      g_assert_null (made);
      continue;
    }
    g_assert_nonnull (made);
    g_assert_cmpstr (made->id, ==, cases[i].id);
    g_assert_cmpuint (made->n_parts, ==, cases[i].n_parts);
    g_assert_cmpstr (uk_routine_get_recipe (made), ==, cases[i].recipe);
    g_assert_true (uk_catalogue_get_routine (catalogue, cases[i].recipe) == made);
  }
}

static void
test_long (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  g_autofree char *recipe = g_strnfill (100000, ':');

  g_assert_null (uk_catalogue_get_routine (catalogue, recipe));
}

static void
test_sequences (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  GPtrArray *sequences = uk_catalogue_get_sequences (catalogue);
  guint i, j, k;

  for (i = 0; i < sequences->len; i++) {
    const UkSequence *sequence = g_ptr_array_index (sequences, i);
    const UkRoutine *whole = uk_catalogue_get_routine (catalogue, sequence->id);
    guint step = 0;

    g_assert_nonnull (whole);
    g_assert_cmpstr (whole->title, ==, sequence->title);
    g_assert_cmpuint (whole->n_parts, ==, g_strv_length ((char **)sequence->routines));
    for (j = 0; j < whole->n_parts; j++) {
      const UkRoutine *part = whole->parts[j].routine;

      g_assert_cmpstr (part->id, ==, sequence->routines[j]);
      g_assert_cmpuint (whole->parts[j].first_step, ==, step);
      for (k = 0; k < part->n_steps; k++, step++) {
        g_assert_true (whole->steps[step].act == part->steps[k].act);
        g_assert_true (uk_routine_get_part (whole, step) == part);
      }
      g_assert_cmpint (whole->level, >=, part->level);
      g_assert_cmpint (whole->evidence, >=, part->evidence);
    }
    g_assert_cmpuint (whole->n_steps, ==, step);
  }
}

/* One part is done on both sides before the next begins. */
static void
test_sides (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  const UkRoutine *whole = uk_catalogue_get_routine (catalogue, "desk-back");
  g_autoptr (GArray) legs = uk_leg_list_new (whole, UK_SIDE_LEFT, TRUE);
  guint i, part = 0;

  for (i = 0; i < legs->len; i++) {
    const UkRoutine *of = uk_routine_get_part (whole, g_array_index (legs, UkLeg, i).step_index);

    if (of != whole->parts[part].routine)
      part++;
    g_assert_true (of == whole->parts[part].routine);
  }
  g_assert_cmpuint (part + 1, ==, whole->n_parts);
}

static void
test_join (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const UkRoutine *rolls = uk_catalogue_get_routine (catalogue, "st-shoulder-rolls");
  const UkRoutine *hand = uk_catalogue_get_routine (catalogue, HAND);
  const UkRoutine *joined;

  g_assert_null (uk_catalogue_join_routines (catalogue, "upper-trapezius", parts));
  g_ptr_array_add (parts, (gpointer)uk_catalogue_fit_routine (catalogue, rolls, 60));
  g_ptr_array_add (parts, (gpointer)uk_catalogue_get_routine (catalogue, "hc-heat-pad-15"));
  g_ptr_array_add (parts, (gpointer)uk_catalogue_fit_routine (catalogue, hand, 180));
  joined = uk_catalogue_join_routines (catalogue, "upper-trapezius", parts);
  g_assert_cmpstr (joined->id, ==, "upper-trapezius:st-shoulder-rolls@60+" HAND "@180");
  g_assert_cmpstr (joined->regions[0], ==, "upper-trapezius");
  g_assert_cmpint (joined->technique, ==, UK_TECHNIQUE_MASSAGE);
  g_assert_cmpuint (joined->n_parts, ==, 2);
  g_assert_true (uk_catalogue_get_routine (catalogue, joined->id) == joined);
  g_assert_true (uk_catalogue_join_routines (catalogue, "upper-trapezius", parts) == joined);
  g_assert_null (uk_catalogue_join_routines (catalogue, "nowhere", parts));
}

/* When the user's own routine changes, what is made of it changes too. */
static void
test_changed (void)
{
  static const char format[] = "<routines technique='ball'><routine id='mine' evidence='tradition'>"
                               "<title>%s</title><summary>S.</summary><avoid>A.</avoid>"
                               "<step seconds='40' pose='p'><do>Go.</do></step></routine></routines>";
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  const char *const titles[] = { "One", "Two" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (titles); i++) {
    char *text = g_strdup_printf (format, titles[i]);
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

    g_assert_true (uk_catalogue_set_custom_file (catalogue, "mine.xml", bytes, problems));
    g_assert_cmpstr (uk_catalogue_get_routine (catalogue, "mine@60")->title, ==, titles[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/recipe/make", test_make);
  g_test_add_func ("/compose/recipe/long", test_long);
  g_test_add_func ("/compose/recipe/sequences", test_sequences);
  g_test_add_func ("/compose/recipe/sides", test_sides);
  g_test_add_func ("/compose/recipe/join", test_join);
  g_test_add_func ("/compose/recipe/changed", test_changed);
  return g_test_run ();
}
