/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-deep-link.h"
#include "support/uk-shipped.h"

#define BAD -1
#define UNKNOWN -2

typedef struct {
  const char *text;
  int kind;          /* UkDeepLinkKind, or what is wrong */
  const char *first; /* page, region, routine or words */
  const char *region;
  UkSide side;
} Case;

static const Case cases[] = {
  { "unknot:body", UK_DEEP_LINK_PAGE, "body", NULL, UK_SIDE_NONE },
  { "unknot:reminders", UK_DEEP_LINK_PAGE, "reminders", NULL, UK_SIDE_NONE },
  { "UNKNOT:progress", UK_DEEP_LINK_PAGE, "progress", NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius", UK_DEEP_LINK_REGION, NULL, "upper-trapezius", UK_SIDE_LEFT },
  { "unknot:region/upper-trapezius?side=right", UK_DEEP_LINK_REGION, NULL, "upper-trapezius", UK_SIDE_RIGHT },
  { "unknot:region/abdominals?side=right", UK_DEEP_LINK_REGION, NULL, "abdominals", UK_SIDE_NONE },
  { "unknot:routine/upper-trapezius-hand", UK_DEEP_LINK_ROUTINE, "upper-trapezius-hand", NULL, UK_SIDE_LEFT },
  { "unknot:routine/upper-trapezius-hand?side=right&region=upper-trapezius", UK_DEEP_LINK_ROUTINE,
    "upper-trapezius-hand", "upper-trapezius", UK_SIDE_RIGHT },
  { "unknot:search/stiff%20neck", UK_DEEP_LINK_SEARCH, "stiff neck", NULL, UK_SIDE_NONE },
  { "unknot:search/T%C3%BCr/a", UK_DEEP_LINK_SEARCH, "Tür/a", NULL, UK_SIDE_NONE },
  { "unknot:region/moon", UNKNOWN, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/", UNKNOWN, NULL, NULL, UK_SIDE_NONE },
  { "unknot:routine/moon", UNKNOWN, NULL, NULL, UK_SIDE_NONE },
  { "unknot:routine/upper-trapezius-hand?region=moon", UNKNOWN, NULL, NULL, UK_SIDE_NONE },
  { "", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:moon", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:Body", BAD, NULL, NULL, UK_SIDE_NONE },
  { "http:body", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot://region/upper-trapezius", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:/region/upper-trapezius", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/../routine/x", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius?side=none", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius?side=up", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius?side=left&side=right", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius?region=calf", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius?start=yes", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius?side", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:region/upper-trapezius#side", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:reminders?side=left", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:search/", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:search/%20", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:search/a?side=left", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:search/%00", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:search/%FF", BAD, NULL, NULL, UK_SIDE_NONE },
  { "unknot:search/%zz", BAD, NULL, NULL, UK_SIDE_NONE },
};

static UkCatalogue *catalogue;

static const char *
get_first (const UkDeepLink *link)
{
  if (link->kind == UK_DEEP_LINK_PAGE)
    return link->page;
  if (link->kind == UK_DEEP_LINK_SEARCH)
    return link->words;
  return link->routine != NULL ? link->routine->id : NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDeepLink) link = uk_deep_link_new_from_text (catalogue, c->text, &error);

  if (c->kind < 0) {
    const int code = c->kind == BAD ? UK_DEEP_LINK_ERROR_FORMAT : UK_DEEP_LINK_ERROR_UNKNOWN;

    g_assert_error (error, UK_DEEP_LINK_ERROR, code);
    g_assert_null (link);
    return;
  }
  g_assert_no_error (error);
  g_assert_cmpint (link->kind, ==, c->kind);
  g_assert_cmpstr (get_first (link), ==, c->first);
  g_assert_cmpstr (link->region != NULL ? link->region->id : NULL, ==, c->region);
  g_assert_cmpint (link->side, ==, c->side);
}

static void
test_too_long (void)
{
  g_autofree char *many = g_strnfill (1000, 'a');
  g_autofree char *text = g_strconcat ("unknot:search/", many, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (uk_deep_link_new_from_text (catalogue, text, &error));
  g_assert_error (error, UK_DEEP_LINK_ERROR, UK_DEEP_LINK_ERROR_FORMAT);
}

/* What the program makes, it understands. */
static void
test_round_trip (void)
{
  GPtrArray *regions = uk_catalogue_get_regions (catalogue);
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i;

  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);
    g_autofree char *text = uk_deep_link_to_region (region, UK_SIDE_RIGHT);
    g_autoptr (UkDeepLink) link = uk_deep_link_new_from_text (catalogue, text, NULL);

    g_assert_true (link->region == region);
    g_assert_cmpint (link->side, ==, region->sided ? UK_SIDE_RIGHT : UK_SIDE_NONE);
  }
  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);
    g_autofree char *text = uk_deep_link_to_routine (routine);
    g_autoptr (UkDeepLink) link = uk_deep_link_new_from_text (catalogue, text, NULL);

    g_assert_true (link->routine == routine);
  }
}

int
main (int argc, char **argv)
{
  guint i;
  int rc;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/deep-link/%u", i);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/deep-link/too-long", test_too_long);
  g_test_add_func ("/deep-link/round-trip", test_round_trip);
  rc = g_test_run ();
  g_object_unref (catalogue);
  return rc;
}
