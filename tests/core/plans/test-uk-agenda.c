/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-agenda.h"
#include "support/uk-shipped.h"
#include "unknot-data.h"

static UkCatalogue *catalogue;

/* What a day of a shipped plan holds, as "routine/region routine/region …". */
typedef struct {
  const char *name;
  const char *programme;
  guint number;
  const char *region;
  const char *second;
  const char *lacking;
  UkAdviceKind advice;
  const char *blocked; /* (nullable) a routine that may not be done */
  const char *expected;
} Case;

static const Case cases[] = {
  { "as planned", "pg-desk-upper-14", 8, "rhomboids", NULL, "", UK_ADVICE_AS_PLANNED, NULL,
    "st-blade-squeeze/rhomboids po-strength-2/rhomboids rhomboids-ball-wall/rhomboids "
    "st-cross-arm/rhomboids" },
  { "no ball", "pg-desk-upper-14", 8, "rhomboids", NULL, "ball", UK_ADVICE_AS_PLANNED, NULL,
    "st-blade-squeeze/rhomboids po-strength-2/rhomboids rhomboids-hand/rhomboids "
    "st-cross-arm/rhomboids" },
  { "easier is the same", "pg-acute-3", 3, "calf", NULL, "", UK_ADVICE_EASIER, NULL,
    "st-shin-ankle/calf ae-walk-20/NULL hc-heat-pad-15/calf st-calf-wall/calf" },
  { "gentle", "pg-acute-3", 3, "calf", NULL, "", UK_ADVICE_GENTLE, NULL,
    "st-shin-ankle/calf po-walk-5/NULL st-shin-ankle/calf" },
  { "rest", "pg-acute-3", 3, "calf", NULL, "", UK_ADVICE_REST, NULL, "" },
  { "see someone", "pg-acute-3", 3, "calf", NULL, "", UK_ADVICE_SEE, NULL, "" },
  { "a stretch for each day", "pg-first-month-28", 8, "posterior-neck", "calf", "",
    UK_ADVICE_AS_PLANNED, NULL,
    "st-upper-trap/posterior-neck posterior-neck-hand/posterior-neck st-calf-wall/calf" },
  { "and another", "pg-first-month-28", 9, "posterior-neck", "calf", "", UK_ADVICE_AS_PLANNED, NULL,
    "st-levator/posterior-neck ae-warmup-5/NULL ae-walk-20/NULL" },
  { "no second place", "pg-first-month-28", 8, "posterior-neck", NULL, "", UK_ADVICE_AS_PLANNED,
    NULL, "st-upper-trap/posterior-neck posterior-neck-hand/posterior-neck st-upper-trap/posterior-neck" },
  { "forbidden", "pg-first-month-28", 8, "posterior-neck", "calf", "", UK_ADVICE_AS_PLANNED,
    "st-upper-trap", "st-levator/posterior-neck posterior-neck-hand/posterior-neck st-calf-wall/calf" },
  { "a jaw is not turned", "pg-neck-shoulder-14", 1, "jaw", NULL, "heat", UK_ADVICE_AS_PLANNED, NULL, NULL },
  { "a place without a tool", "pg-keep-away-28", 12, "jaw", NULL, "", UK_ADVICE_AS_PLANNED, NULL,
    "st-jaw-open/jaw ae-walk-20/NULL jaw-hand/jaw" },
};

static gboolean
allow (const UkRoutine *routine, const char *region, gpointer data)
{
  return g_strcmp0 (routine->id, data) != 0;
}

static char *
describe (GArray *agenda)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < agenda->len; i++) {
    const UkDue *due = &g_array_index (agenda, UkDue, i);

    g_string_append_printf (text, "%s%s/%s", i == 0 ? "" : " ", due->routine->id,
                            due->region == NULL ? "NULL" : due->region);
  }
  return g_string_free (text, FALSE);
}

static GArray *
make (const Case *c, UkEnrolment *enrolment)
{
  const UkAgendaInput input = { catalogue, uk_catalogue_get_programme (catalogue, c->programme),
                                enrolment, allow, (gpointer)c->blocked };

  enrolment->region = (char *)c->region;
  enrolment->side = UK_SIDE_LEFT;
  enrolment->second = (char *)c->second;
  enrolment->second_side = UK_SIDE_RIGHT;
  enrolment->times[UK_DAY_PART_MORNING] = 400;
  enrolment->times[UK_DAY_PART_MIDDAY] = UK_NO_TIME;
  enrolment->times[UK_DAY_PART_EVENING] = 1200;
  enrolment->lacking = g_strsplit (c->lacking, " ", -1);
  return uk_agenda_new (&input, c->number, c->advice);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  UkEnrolment enrolment = { 0 };
  g_autoptr (GArray) agenda = make (c, &enrolment);
  g_autofree char *text = describe (agenda);
  guint i;

  if (c->expected != NULL)
    g_assert_cmpstr (text, ==, c->expected);
  else
    g_assert_true (g_str_has_prefix (text, "st-jaw-ease/jaw "));
  for (i = 0; i < agenda->len; i++) {
    const UkDue *due = &g_array_index (agenda, UkDue, i);

    g_assert_cmpuint (due->minute, <, UK_MINUTES_PER_DAY);
    g_assert_cmpint (due->side, ==,
                     g_strcmp0 (due->region, "calf") == 0 && c->second != NULL ? UK_SIDE_RIGHT
                                                                              : UK_SIDE_LEFT);
  }
  g_assert_cmpuint (uk_agenda_get_minutes (agenda) > 0, ==, agenda->len > 0);
  g_strfreev (enrolment.lacking);
}

/* What was done on the day counts, at its part of the day. */
static void
test_done (void)
{
  UkEnrolment enrolment = { 0 };
  g_autoptr (GArray) agenda = make (&cases[2], &enrolment);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  UkMark other_day = { .day = 9, .number = 3, .part = UK_DAY_PART_MORNING, .routine = (char *)"st-shin-ankle" };
  UkMark other_part = { .day = 10, .number = 3, .part = UK_DAY_PART_EVENING, .routine = (char *)"st-shin-ankle" };
  UkMark done = { .id = 7, .at = 99, .day = 10, .number = 3, .part = UK_DAY_PART_MORNING, .routine = (char *)"st-shin-ankle" };

  g_ptr_array_add (marks, &other_day);
  g_ptr_array_add (marks, &other_part);
  uk_agenda_set_done (agenda, marks, 10, 3);
  g_assert_false (uk_agenda_is_done (agenda, UK_DAY_PART_MORNING));
  g_ptr_array_add (marks, &done);
  uk_agenda_set_done (agenda, marks, 10, 3);
  g_assert_cmpint (g_array_index (agenda, UkDue, 0).done_at, ==, 99);
  g_assert_cmpint (g_array_index (agenda, UkDue, 0).mark, ==, 7);
  g_assert_true (uk_agenda_is_done (agenda, UK_DAY_PART_MORNING));
  g_assert_false (uk_agenda_is_done (agenda, -1));
  g_strfreev (enrolment.lacking);
}

/* Whatever the place, no day of any plan is empty, and none is longer than was promised. */
static void
test_every_day (void)
{
  GPtrArray *programmes = uk_catalogue_get_programmes (catalogue);
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  guint i, j, k;

  for (i = 0; i < programmes->len; i++) {
    const UkProgramme *programme = g_ptr_array_index (programmes, i);

    for (j = 0; j < regions->len; j++) {
      const char *region = ((const UkRegion *)g_ptr_array_index (regions, j))->id;
      Case c = { "", programme->id, 1, region, NULL, "ball roller cane", UK_ADVICE_AS_PLANNED, NULL, NULL };

      if (programme->places == 0 && !g_strv_contains (programme->regions, region))
        continue;
      for (k = 0; k < programme->n_days; k++) {
        UkEnrolment enrolment = { 0 };
        g_autoptr (GArray) agenda = NULL;

        c.number = k + 1;
        agenda = make (&c, &enrolment);
        g_test_message ("%s day %u, %s: %u min", programme->id, k + 1, region, uk_agenda_get_minutes (agenda));
        g_assert_cmpuint (agenda->len, >, 0);
        g_assert_cmpuint (uk_agenda_get_minutes (agenda), <=, 75);
        g_strfreev (enrolment.lacking);
      }
    }
  }
}

int
main (int argc, char **argv)
{
  guint i;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  catalogue = uk_test_load_shipped ();
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/agenda/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/agenda/done", test_done);
  g_test_add_func ("/agenda/every-day", test_every_day);
  status = g_test_run ();
  g_object_unref (catalogue);
  return status;
}
