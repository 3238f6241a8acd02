/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "dbus/uk-search-provider.h"

#include "core/catalogue/uk-describe.h"
#include "core/catalogue/uk-deep-link.h"
#include "core/catalogue/uk-search.h"
#include "uk-dbus-search-provider.h"

/* A desktop shows five or so. */
#define MAX_RESULTS 16
/* Any program on the bus may ask. */
#define MAX_TERMS 12
#define MAX_TERM_BYTES 100

struct _UkSearchProvider {
  GObject parent_instance;

  UkDbusShellSearchProvider2 *skeleton; /* owned */
  UkCatalogue *catalogue;               /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (UkSearchProvider, uk_search_provider, G_TYPE_OBJECT)

typedef enum {
  SIGNAL_ASKED,
  SIGNAL_OPEN,
  N_SIGNALS,
} UkSearchProviderSignal;

static guint signals[N_SIGNALS];

/* Returns: (transfer full) (nullable): the words in one, NULL if nobody can have typed them */
static char *
join_terms (const char *const *terms)
{
  guint i;

  for (i = 0; terms[i] != NULL; i++) {
    if (i == MAX_TERMS || strlen (terms[i]) > MAX_TERM_BYTES)
      return NULL;
  }
  return g_strjoinv (" ", (char **)terms);
}

/* ---- calls ---- */

static gboolean
find_cb (UkSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *terms)
{
  g_auto (GStrv) results = uk_search_provider_find (self, terms);

  g_signal_emit (self, signals[SIGNAL_ASKED], 0);
  uk_dbus_shell_search_provider2_complete_get_initial_result_set (
      self->skeleton, invocation, (const char *const *)results);
  return TRUE;
}

/* Searched afresh: a slip is forgiven in longer words only, so a further letter may find more. */
static gboolean
find_again_cb (UkSearchProvider *self,
               GDBusMethodInvocation *invocation,
               const char *const *previous,
               const char *const *terms)
{
  g_auto (GStrv) results = uk_search_provider_find (self, terms);

  g_signal_emit (self, signals[SIGNAL_ASKED], 0);
  uk_dbus_shell_search_provider2_complete_get_subsearch_result_set (
      self->skeleton, invocation, (const char *const *)results);
  return TRUE;
}

static gboolean
describe_cb (UkSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *results)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0);
  uk_dbus_shell_search_provider2_complete_get_result_metas (
      self->skeleton, invocation, uk_search_provider_describe (self, results));
  return TRUE;
}

static gboolean
activate_cb (UkSearchProvider *self,
             GDBusMethodInvocation *invocation,
             const char *result,
             const char *const *terms,
             guint timestamp)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, result);
  uk_dbus_shell_search_provider2_complete_activate_result (self->skeleton, invocation);
  return TRUE;
}

static gboolean
launch_cb (UkSearchProvider *self,
           GDBusMethodInvocation *invocation,
           const char *const *terms,
           guint timestamp)
{
  g_autofree char *words = join_terms (terms);
  g_autofree char *escaped = words != NULL ? g_uri_escape_string (words, NULL, TRUE) : NULL;
  g_autofree char *link = g_strconcat (UK_DEEP_LINK_SCHEME ":search/", escaped, NULL);

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, link);
  uk_dbus_shell_search_provider2_complete_launch_search (self->skeleton, invocation);
  return TRUE;
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkSearchProvider *self = UK_SEARCH_PROVIDER (object);

  uk_search_provider_unexport (self);
  g_clear_object (&self->skeleton);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (uk_search_provider_parent_class)->dispose (object);
}

static void
uk_search_provider_class_init (UkSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[SIGNAL_ASKED] = g_signal_new ("asked", UK_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] = g_signal_new ("open", UK_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_search_provider_init (UkSearchProvider *self)
{
  self->skeleton = uk_dbus_shell_search_provider2_skeleton_new ();
  g_signal_connect_swapped (self->skeleton, "handle-get-initial-result-set", G_CALLBACK (find_cb),
                            self);
  g_signal_connect_swapped (self->skeleton, "handle-get-subsearch-result-set",
                            G_CALLBACK (find_again_cb), self);
  g_signal_connect_swapped (self->skeleton, "handle-get-result-metas", G_CALLBACK (describe_cb),
                            self);
  g_signal_connect_swapped (self->skeleton, "handle-activate-result", G_CALLBACK (activate_cb),
                            self);
  g_signal_connect_swapped (self->skeleton, "handle-launch-search", G_CALLBACK (launch_cb), self);
}

UkSearchProvider *
uk_search_provider_new (void)
{
  return g_object_new (UK_TYPE_SEARCH_PROVIDER, NULL);
}

/**
 * uk_search_provider_set_catalogue:
 * @catalogue: what is searched; until it is set, nothing is found
 */
void
uk_search_provider_set_catalogue (UkSearchProvider *self, UkCatalogue *catalogue)
{
  g_return_if_fail (UK_IS_SEARCH_PROVIDER (self));
  g_return_if_fail (UK_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
}

/**
 * uk_search_provider_export:
 * @bus: the session bus
 * @path: object path
 * @error: why it cannot be exported
 *
 * Returns: whether it can be called now
 */
gboolean
uk_search_provider_export (UkSearchProvider *self,
                           GDBusConnection *bus,
                           const char *path,
                           GError **error)
{
  g_return_val_if_fail (UK_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), bus, path,
                                           error);
}

/**
 * uk_search_provider_unexport:
 *
 * Does nothing if it is not exported.
 */
void
uk_search_provider_unexport (UkSearchProvider *self)
{
  g_return_if_fail (UK_IS_SEARCH_PROVIDER (self));

  if (self->skeleton != NULL
      && g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton))
             != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}

/**
 * uk_search_provider_find:
 * @terms: (array zero-terminated=1): what was typed, as the desktop splits it; may be anything
 *
 * Returns: (transfer full) (array zero-terminated=1): links to places and routines, best first
 */
char **
uk_search_provider_find (UkSearchProvider *self, const char *const *terms)
{
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();
  g_autofree char *words = NULL;
  g_autoptr (GArray) hits = NULL;
  guint i, n = 0;

  g_return_val_if_fail (UK_IS_SEARCH_PROVIDER (self), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  words = join_terms (terms);
  if (words != NULL && self->catalogue != NULL)
    hits = uk_catalogue_search (self->catalogue, words);
  for (i = 0; hits != NULL && i < hits->len && n < MAX_RESULTS; i++) {
    const UkHit *hit = &g_array_index (hits, UkHit, i);
    g_autofree char *link = NULL;

    if (hit->kind == UK_HIT_REGION)
      link = uk_deep_link_to_region (hit->region, UK_SIDE_NONE);
    else if (hit->kind == UK_HIT_ROUTINE)
      link = uk_deep_link_to_routine (hit->routine);
    if (link == NULL)
      continue;
    g_strv_builder_add (links, link);
    n++;
  }
  return g_strv_builder_end (links);
}

/**
 * uk_search_provider_describe:
 * @results: (array zero-terminated=1): links; those that lead to nothing are left out
 *
 * Returns: (transfer floating): `aa{sv}` with id, name and description of each
 */
GVariant *
uk_search_provider_describe (UkSearchProvider *self, const char *const *results)
{
  GVariantBuilder metas;
  guint i;

  g_return_val_if_fail (UK_IS_SEARCH_PROVIDER (self), NULL);
  g_return_val_if_fail (results != NULL, NULL);

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (i = 0; results[i] != NULL && i < MAX_RESULTS && self->catalogue != NULL; i++) {
    g_autoptr (UkDeepLink) link = uk_deep_link_new_from_text (self->catalogue, results[i], NULL);
    const char *name = NULL;
    g_autofree char *text = NULL;

    if (link != NULL && link->kind == UK_DEEP_LINK_REGION) {
      name = link->region->name;
      text = g_strdup (link->region->short_feel != NULL ? link->region->short_feel : link->region->feel);
    } else if (link != NULL && link->kind == UK_DEEP_LINK_ROUTINE) {
      name = link->routine->title;
      text = uk_routine_describe (link->routine);
    }
    if (name == NULL)
      continue;
    g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (results[i]));
    g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (name));
    g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (text));
    g_variant_builder_close (&metas);
  }
  return g_variant_builder_end (&metas);
}
