/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dbus/uk-search-provider.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"

#define PATH "/search"
#define INTERFACE "org.gnome.Shell.SearchProvider2"
#define LIMIT_MS 5000

static UkCatalogue *catalogue;

/* ---- without a bus ---- */

typedef struct {
  const char *terms[4];
  const char *first; /* NULL: nothing is found */
  const char *name;
} Case;

static const Case cases[] = {
  { { "trapezius", NULL }, "unknot:region/upper-trapezius", "Top of the shoulder" },
  { { "stiff", "neck", NULL }, "unknot:region/levator-scapulae", NULL },
  { { "CALF", NULL }, "unknot:region/calf", NULL },
  { { "heat", "pad", NULL }, "unknot:routine/hc-heat-pad-15", NULL },
  { { "spaceship", NULL }, NULL, NULL },
  { { "", NULL }, NULL, NULL },
  { { NULL }, NULL, NULL },
};

static UkSearchProvider *
make_provider (void)
{
  UkSearchProvider *provider = uk_search_provider_new ();

  uk_search_provider_set_catalogue (provider, catalogue);
  return provider;
}

static void
test_find (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (UkSearchProvider) provider = make_provider ();
  g_auto (GStrv) results = uk_search_provider_find (provider, c->terms);
  g_autoptr (GVariant) metas
      = g_variant_ref_sink (uk_search_provider_describe (provider, (const char *const *)results));
  guint i;

  g_assert_cmpstr (results[0], ==, c->first);
  g_assert_cmpuint (g_strv_length (results), <=, 16);
  g_assert_cmpuint (g_variant_n_children (metas), ==, g_strv_length (results));
  for (i = 0; results[i] != NULL; i++) {
    g_autoptr (GVariant) meta = g_variant_get_child_value (metas, i);
    const char *id, *name, *text;

    g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
    g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
    g_assert_true (g_variant_lookup (meta, "description", "&s", &text));
    g_assert_cmpstr (id, ==, results[i]);
    g_assert_cmpstr (name, !=, "");
    g_assert_cmpstr (text, !=, "");
    if (i == 0 && c->name != NULL)
      g_assert_cmpstr (name, ==, c->name);
  }
}

/* Whatever is on the bus may ask. */
static void
test_nonsense (void)
{
  g_autoptr (UkSearchProvider) provider = make_provider ();
  g_autofree char *endless = g_strnfill (100000, 'x');
  const char *many[40] = { NULL };
  const char *const one[] = { endless, NULL };
  const char *const ids[]
      = { "", "unknot:", "unknot:reminders", "unknot:region/moon", "unknot:search/x", endless, NULL };
  g_autoptr (GVariant) metas = g_variant_ref_sink (uk_search_provider_describe (provider, ids));
  g_auto (GStrv) nothing = uk_search_provider_find (provider, one);
  g_auto (GStrv) neither = NULL;
  guint i;

  for (i = 0; i + 1 < G_N_ELEMENTS (many); i++)
    many[i] = "neck";
  neither = uk_search_provider_find (provider, many);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 0);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpuint (g_strv_length (neither), ==, 0);
}

/* Asked before the content is read. */
static void
test_too_early (void)
{
  g_autoptr (UkSearchProvider) provider = uk_search_provider_new ();
  const char *const terms[] = { "neck", NULL };
  g_auto (GStrv) results = uk_search_provider_find (provider, terms);

  g_assert_cmpuint (g_strv_length (results), ==, 0);
}

/* ---- over a bus of its own ---- */

typedef struct {
  GTestDBus *daemon;
  GDBusConnection *bus;
  GDBusConnection *desktop; /* who asks */
  UkSearchProvider *provider;
  GAsyncResult *answer;
  GString *opened;
  guint asked;
} Fixture;

static GDBusConnection *
connect_to (GTestDBus *daemon)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (daemon),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
asked_cb (Fixture *f)
{
  f->asked++;
}

static void
open_cb (Fixture *f, const char *link)
{
  g_string_append_printf (f->opened, "%s\n", link);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (f->daemon);
  f->bus = connect_to (f->daemon);
  f->desktop = connect_to (f->daemon);
  f->provider = make_provider ();
  f->opened = g_string_new (NULL);
  g_signal_connect_swapped (f->provider, "asked", G_CALLBACK (asked_cb), f);
  g_signal_connect_swapped (f->provider, "open", G_CALLBACK (open_cb), f);
  g_assert_true (uk_search_provider_export (f->provider, f->bus, PATH, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->provider);
  g_string_free (f->opened, TRUE);
  g_object_unref (f->desktop);
  g_object_unref (f->bus);
  g_test_dbus_down (f->daemon);
  g_object_unref (f->daemon);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *)data)->answer = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return ((Fixture *)data)->answer != NULL;
}

static GVariant *
call (Fixture *f, const char *method, GVariant *arguments, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  g_dbus_connection_call (f->desktop, g_dbus_connection_get_unique_name (f->bus), PATH, INTERFACE,
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, LIMIT_MS, NULL,
                          answered_cb, f);
  uk_test_spin_until (is_answered, f, LIMIT_MS);
  answer = g_steal_pointer (&f->answer);
  return g_dbus_connection_call_finish (f->desktop, answer, error);
}

static void
test_overview (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) found = NULL;
  g_autoptr (GVariant) refined = NULL;
  g_autoptr (GVariant) metas = NULL;
  g_autoptr (GVariant) opened = NULL;
  g_autoptr (GVariant) launched = NULL;
  g_autofree const char **results = NULL;

  found = call (f, "GetInitialResultSet", g_variant_new_parsed ("(['shoul'],)"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (found), ==, "(as)");
  g_variant_get (found, "(^a&s)", &results);
  g_assert_nonnull (results[0]);

  refined = call (f, "GetSubsearchResultSet",
                  g_variant_new_parsed ("([%s], ['shoulder', 'top'])", results[0]), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (refined), ==, "(as)");

  metas = call (f, "GetResultMetas", g_variant_new_parsed ("([%s],)", results[0]), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (metas), ==, "(aa{sv})");
  g_assert_cmpuint (f->asked, ==, 3);

  opened = call (f, "ActivateResult",
                 g_variant_new_parsed ("(%s, ['shoulder'], uint32 7)", results[0]), &error);
  g_assert_no_error (error);
  launched = call (f, "LaunchSearch", g_variant_new_parsed ("(['stiff', 'Nacken ä'], uint32 7)"),
                   &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (f->opened->str, results[0]));
  g_assert_true (g_str_has_suffix (f->opened->str, "\nunknot:search/stiff%20Nacken%20ä\n"));
}

static void
test_wrong_call (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = call (f, "GetInitialResultSet", g_variant_new_parsed ("('neck',)"), &error);

  g_assert_null (answer);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS);
}

static void
test_unexport (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  uk_search_provider_unexport (f->provider);
  uk_search_provider_unexport (f->provider);
  answer = call (f, "GetInitialResultSet", g_variant_new_parsed ("(['neck'],)"), &error);
  g_assert_null (answer);
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  guint i;
  int rc;

  g_test_init (&argc, &argv, NULL);
  catalogue = uk_test_load_shipped ();
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/search-provider/find/%u", i);

    g_test_add_data_func (path, &cases[i], test_find);
  }
  g_test_add_func ("/search-provider/nonsense", test_nonsense);
  g_test_add_func ("/search-provider/too-early", test_too_early);
  g_test_add ("/search-provider/overview", Fixture, NULL, set_up, test_overview, tear_down);
  g_test_add ("/search-provider/wrong-call", Fixture, NULL, set_up, test_wrong_call, tear_down);
  g_test_add ("/search-provider/unexport", Fixture, NULL, set_up, test_unexport, tear_down);
  rc = g_test_run ();
  g_object_unref (catalogue);
  return rc;
}
