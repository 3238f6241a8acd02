/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/window/uk-application-private.h"

#include <glib/gi18n.h>

#define EXIT_USAGE 2

const GOptionEntry uk_application_options[] = {
  { "region", 'r', 0, G_OPTION_ARG_STRING, NULL, N_ ("Open a place of the body, such as upper-trapezius"), N_ ("ID") },
  { "start", 's', 0, G_OPTION_ARG_STRING, NULL, N_ ("Start a routine"), N_ ("ID") },
  { "side", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Which side: left or right"), N_ ("SIDE") },
  { "quick", 'q', 0, G_OPTION_ARG_NONE, NULL, N_ ("Start a minute for the sorest place"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  G_OPTION_ENTRY_NULL,
};

static int refuse (GApplicationCommandLine *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

static int
refuse (GApplicationCommandLine *command, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list words;

  va_start (words, format);
  text = g_strdup_vprintf (format, words);
  va_end (words);
  g_application_command_line_printerr (command, "unknot: %s\n", text);
  return EXIT_USAGE;
}

static int
follow (UkApplication *self, GApplicationCommandLine *command, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDeepLink) link
      = uk_deep_link_new_from_text (uk_application_get_context (self)->catalogue, argument, &error);

  if (link == NULL)
    return refuse (command, "%s", error->message);
  uk_application_follow (self, link);
  return 0;
}

/* Opens the link or the files that were named. */
static int
open_arguments (UkApplication *self, GApplicationCommandLine *command, char **arguments)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  if (uk_application_is_link (arguments[0])) {
    if (arguments[1] != NULL)
      return refuse (command, _ ("“%s” was not expected; see unknot --help"), arguments[1]);
    return follow (self, command, arguments[0]);
  }
  for (i = 0; arguments[i] != NULL; i++) {
    GFile *file = g_application_command_line_create_file_for_arg (command, arguments[i]);

    g_ptr_array_add (files, file);
    if (!g_file_query_exists (file, NULL))
      return refuse (command, _ ("there is no file “%s”; see unknot --help"), arguments[i]);
  }
  uk_application_open_files (self, files);
  return 0;
}

/* Runs in the first instance; what is printed appears where the command was typed. */
int
uk_application_run_command (UkApplication *self, GApplicationCommandLine *command)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command);
  UkCatalogue *catalogue = uk_application_get_context (self)->catalogue;
  const char *region_id = NULL, *routine_id = NULL, *side_id = NULL;
  const UkRegion *region = NULL;
  const UkRoutine *routine = NULL;
  UkSide side = UK_SIDE_LEFT;
  UkWindow *window;
  g_auto (GStrv) rest = g_application_command_line_get_arguments (command, NULL);

  if (rest[0] != NULL && rest[1] != NULL)
    return open_arguments (self, command, rest + 1);
  if (g_variant_dict_lookup (options, "side", "&s", &side_id)
      && (!uk_side_from_id (side_id, &side) || side == UK_SIDE_NONE))
    return refuse (command, _ ("there is no side “%s”; say left or right"), side_id);
  if (g_variant_dict_lookup (options, "region", "&s", &region_id)) {
    region = uk_catalogue_get_region (catalogue, region_id);
    if (region == NULL)
      return refuse (command, _ ("there is no place “%s”"), region_id);
  }
  if (g_variant_dict_lookup (options, "start", "&s", &routine_id)) {
    routine = uk_catalogue_get_routine (catalogue, routine_id);
    if (routine == NULL)
      return refuse (command, _ ("there is no routine “%s”"), routine_id);
  }

  if (g_variant_dict_contains (options, "quick")) {
    if (routine != NULL || region != NULL)
      return refuse (command, "%s", _ ("--quick chooses the place and the routine itself"));
    uk_application_start_quick (self);
    return 0;
  }
  window = uk_application_present_window (self);
  if (routine != NULL)
    uk_window_start_run (window, routine, region != NULL ? region->id : NULL, side);
  else if (region != NULL)
    uk_window_show_region (window, region->id, side);
  return 0;
}
