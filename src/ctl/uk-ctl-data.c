/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ctl/uk-ctl-data.h"

#include "core/catalogue/uk-describe.h"
#include "ctl/uk-ctl.h"
#include "unknot-data.h"

#include <glib/gi18n.h>
#include <string.h>

int
uk_ctl_fail (const GError *error)
{
  g_printerr ("unknotctl: %s\n", error->message);
  return UK_CTL_FAILED;
}

/* Returns: (transfer full) (nullable): the person's data; %NULL after saying why not */
UkStore *
uk_ctl_open_store (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "unknot", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;
  UkStore *store = uk_store_open (folder, now, &set_aside, &error);

  if (store == NULL)
    uk_ctl_fail (error);
  if (set_aside != NULL)
    g_printerr (_ ("The file with your data was damaged. It was kept as %s.\n"), set_aside);
  return store;
}

char *
uk_ctl_get_routines_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "unknot", "routines", NULL);
}

/* Returns: (transfer full): all content; what is wrong with the person's own is not told here */
UkCatalogue *
uk_ctl_load_catalogue (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) shipped = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autofree char *path = uk_ctl_get_routines_folder ();
  g_autoptr (GFile) own = g_file_new_for_path (path);
  UkCatalogue *catalogue = uk_catalogue_new ();

  g_resources_register (uk_data_get_resource ());
  uk_catalogue_load (catalogue, shipped, UK_CATALOGUE_SHIPPED, problems);
  if (g_file_query_exists (own, NULL))
    uk_catalogue_load (catalogue, own, UK_CATALOGUE_CUSTOM, problems);
  return catalogue;
}

/* Takes "calf:left" apart.  Returns: (transfer full) (nullable): the region; %NULL after saying
 * what is wrong */
char *
uk_ctl_parse_place (UkCatalogue *catalogue, const char *text, UkSide *side)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = colon != NULL ? g_strndup (text, (gsize)(colon - text)) : g_strdup (text);
  const UkRegion *region = uk_catalogue_get_region (catalogue, id);

  *side = UK_SIDE_NONE;
  if (region == NULL) {
    g_printerr (_ ("unknotctl: there is no region “%s”\n"), id);
    return NULL;
  }
  if ((colon != NULL && !uk_side_from_id (colon + 1, side))
      || region->sided != (*side != UK_SIDE_NONE)) {
    g_printerr (region->sided ? _ ("unknotctl: say %s:left or %s:right\n")
                              : _ ("unknotctl: %s has no sides; %s is enough\n"),
                id, id);
    return NULL;
  }
  return g_steal_pointer (&id);
}

/* Returns: (transfer full): in words, as far as it is known */
char *
uk_ctl_describe_place (UkCatalogue *catalogue, const char *region_id, UkSide side)
{
  const UkRegion *region
      = region_id != NULL ? uk_catalogue_get_region (catalogue, region_id) : NULL;

  return region != NULL ? uk_region_describe (region, side)
                        : g_strdup (region_id != NULL ? region_id : "");
}

/* Reminders may follow what was changed.  A service that does not run reads it when it starts. */
void
uk_ctl_tell_service (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (bus == NULL)
    return;
  g_dbus_connection_call (bus, UK_SERVICE_ID, UK_SERVICE_PATH, UK_SERVICE_ID ".Reminders1",
                          "NoteRatings", NULL, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                          NULL, NULL);
  g_dbus_connection_flush_sync (bus, NULL, NULL);
}
