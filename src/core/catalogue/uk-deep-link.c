/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-deep-link.h"

#include <glib/gi18n-lib.h>

/* Links come from web pages and mails: what is longer was not made for a person. */
#define MAX_BYTES 512
#define MAX_WORDS 100

static const char *const pages[] = { "body", "plans", "reminders", "progress" };

/* What may follow the question mark. */
typedef struct {
  char *region; /* owned, nullable */
  char *side;   /* owned, nullable */
} Parameters;

G_DEFINE_QUARK (uk-deep-link-error-quark, uk_deep_link_error)

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, UK_DEEP_LINK_ERROR, UK_DEEP_LINK_ERROR_FORMAT,
                       _ ("This is not a link that Unknot understands."));
  return FALSE;
}

static void
clear_parameters (Parameters *parameters)
{
  g_free (parameters->region);
  g_free (parameters->side);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parameters, clear_parameters)

/* Unknown ones and repeated ones are refused: what a link says must be all that happens. */
static gboolean
read_parameters (const char *query, Parameters *parameters, GError **error)
{
  GUriParamsIter iter;
  char *name, *value;

  if (query == NULL)
    return TRUE;
  g_uri_params_iter_init (&iter, query, -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &name, &value, error)) {
    g_autofree char *key = name;
    char **place = NULL;

    if (g_str_equal (key, "region"))
      place = &parameters->region;
    else if (g_str_equal (key, "side"))
      place = &parameters->side;
    if (place == NULL || *place != NULL) {
      g_free (value);
      return refuse (error);
    }
    *place = value;
  }
  if (error != NULL && *error != NULL) {
    g_clear_error (error);
    return refuse (error);
  }
  return TRUE;
}

static gboolean
find_region (UkDeepLink *link, UkCatalogue *catalogue, const char *id, GError **error)
{
  link->region = uk_catalogue_get_region (catalogue, id);
  if (link->region == NULL)
    g_set_error (error, UK_DEEP_LINK_ERROR, UK_DEEP_LINK_ERROR_UNKNOWN, _ ("There is no place “%s”."), id);
  return link->region != NULL;
}

static gboolean
read_page (UkDeepLink *link, const char *name, const Parameters *parameters, GError **error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (g_str_equal (pages[i], name))
      link->page = pages[i];
  }
  link->kind = UK_DEEP_LINK_PAGE;
  return (link->page != NULL && parameters->region == NULL && parameters->side == NULL)
         || refuse (error);
}

static gboolean
read_place (UkDeepLink *link,
            UkCatalogue *catalogue,
            const char *region,
            const Parameters *parameters,
            GError **error)
{
  link->side = UK_SIDE_LEFT;
  if (parameters->side != NULL
      && (!uk_side_from_id (parameters->side, &link->side) || link->side == UK_SIDE_NONE))
    return refuse (error);
  if (region != NULL && !find_region (link, catalogue, region, error))
    return FALSE;
  if (link->region != NULL && !link->region->sided)
    link->side = UK_SIDE_NONE;
  return TRUE;
}

static gboolean
read_routine (UkDeepLink *link,
              UkCatalogue *catalogue,
              const char *id,
              const Parameters *parameters,
              GError **error)
{
  link->kind = UK_DEEP_LINK_ROUTINE;
  link->routine = uk_catalogue_get_routine (catalogue, id);
  if (link->routine == NULL) {
    g_set_error (error, UK_DEEP_LINK_ERROR, UK_DEEP_LINK_ERROR_UNKNOWN, _ ("There is no routine “%s”."), id);
    return FALSE;
  }
  return read_place (link, catalogue, parameters->region, parameters, error);
}

static gboolean
read_search (UkDeepLink *link, const char *words, const Parameters *parameters, GError **error)
{
  link->kind = UK_DEEP_LINK_SEARCH;
  link->words = g_strstrip (g_strdup (words));
  return (*link->words != '\0' && g_utf8_strlen (link->words, -1) <= MAX_WORDS
          && parameters->region == NULL && parameters->side == NULL)
         || refuse (error);
}

static gboolean
read_path (UkDeepLink *link, UkCatalogue *catalogue, const char *path, const Parameters *parameters, GError **error)
{
  const char *slash = strchr (path, '/');

  if (slash == NULL)
    return read_page (link, path, parameters, error);
  if (g_str_has_prefix (path, "search/"))
    return read_search (link, slash + 1, parameters, error);
  if (g_str_has_prefix (path, "routine/"))
    return read_routine (link, catalogue, slash + 1, parameters, error);
  if (!g_str_has_prefix (path, "region/") || parameters->region != NULL)
    return refuse (error);
  link->kind = UK_DEEP_LINK_REGION;
  return read_place (link, catalogue, slash + 1, parameters, error);
}

/**
 * uk_deep_link_new_from_text:
 * @catalogue: where places and routines are looked up
 * @text: what was clicked; may be anything
 * @error: return location of the domain %UK_DEEP_LINK_ERROR
 *
 * Returns: (transfer full) (nullable): the link; %NULL if it is not one, or leads to nothing
 */
UkDeepLink *
uk_deep_link_new_from_text (UkCatalogue *catalogue, const char *text, GError **error)
{
  g_autoptr (UkDeepLink) link = g_new0 (UkDeepLink, 1);
  g_auto (Parameters) parameters = { NULL, NULL };
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (UK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) <= MAX_BYTES)
    uri = g_uri_parse (text, G_URI_FLAGS_ENCODED_QUERY, NULL);
  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), UK_DEEP_LINK_SCHEME)
      || g_uri_get_host (uri) != NULL || g_uri_get_fragment (uri) != NULL) {
    refuse (error);
    return NULL;
  }
  if (!read_parameters (g_uri_get_query (uri), &parameters, &local_error)
      || !read_path (link, catalogue, g_uri_get_path (uri), &parameters, &local_error)) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  return g_steal_pointer (&link);
}

void
uk_deep_link_free (UkDeepLink *link)
{
  if (link == NULL)
    return;
  g_free (link->words);
  g_free (link);
}

/**
 * uk_deep_link_to_region:
 * @side: %UK_SIDE_NONE: not said
 *
 * Returns: (transfer full): a link that opens @region
 */
char *
uk_deep_link_to_region (const UkRegion *region, UkSide side)
{
  g_return_val_if_fail (region != NULL, NULL);

  if (side == UK_SIDE_NONE || !region->sided)
    return g_strconcat (UK_DEEP_LINK_SCHEME ":region/", region->id, NULL);
  return g_strconcat (UK_DEEP_LINK_SCHEME ":region/", region->id, "?side=", uk_side_to_id (side), NULL);
}

/**
 * uk_deep_link_to_routine:
 *
 * Returns: (transfer full): a link that opens @routine, ready to start
 */
char *
uk_deep_link_to_routine (const UkRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  return g_strconcat (UK_DEEP_LINK_SCHEME ":routine/", routine->id, NULL);
}
