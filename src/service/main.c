/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "core/catalogue/uk-catalogue.h"
#include "service/uk-service.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <unistd.h>

/* Exit status */
#define FAILED 1
#define USAGE 2

static gboolean
parse_arguments (int *argc, char ***argv, gboolean *version, gint64 *offset, GError **error)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_ ("Print the version and end"), NULL },
    { "clock-offset", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT64, offset, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _ ("Shows the reminders of Unknot as desktop notifications."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 _ ("There is no argument “%s”"), (*argv)[1]);
    return FALSE;
  }
  return TRUE;
}

/* Lets the new version, which serves the same calls, take over this process. */
static int
take_over (UkService *service, gint64 offset)
{
  g_autofree char *path = g_strdup (uk_service_get_new_version (service));
  g_autofree char *clock = g_strdup_printf ("--clock-offset=%" G_GINT64_FORMAT, offset);
  char *arguments[] = { path, clock, NULL };

  /* Of the bus, of the store and of the timers nothing is left. */
  g_object_run_dispose (G_OBJECT (service));
  execv (path, arguments);
  return FAILED;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkService) service = NULL;
  gboolean version = FALSE;
  gint64 offset = 0;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, UK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  bindtextdomain (UK_CATALOGUE_DOMAIN, UK_LOCALEDIR);
  bind_textdomain_codeset (UK_CATALOGUE_DOMAIN, "UTF-8");
  g_set_prgname ("unknot-service");

  if (!parse_arguments (&argc, &argv, &version, &offset, &error)) {
    g_printerr (_ ("unknot-service: %s; see unknot-service --help\n"), error->message);
    return USAGE;
  }
  if (version) {
    g_print ("unknot-service %s\n", UK_VERSION);
    return 0;
  }
  service = uk_service_new (offset * G_USEC_PER_SEC);
  if (!uk_service_run (service, &error)) {
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)) {
      g_print ("unknot-service: %s\n", error->message);
      return 0;
    }
    g_printerr ("unknot-service: %s\n", error->message);
    return FAILED;
  }
  return uk_service_get_new_version (service) == NULL ? 0 : take_over (service, offset);
}
