/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/catalogue/uk-catalogue.h"
#include "ctl/uk-ctl.h"

#include <glib/gi18n.h>
#include <locale.h>

static const UkCtlCommand commands[] = {
  { "backup", N_ ("Write all your data into one file"), uk_ctl_backup },
  { "chart", N_ ("Draw the body chart into a picture"), uk_ctl_chart },
  { "check", N_ ("Check content files"), uk_ctl_check },
  { "export", N_ ("Write knots, runs and ratings as CSV or JSON"), uk_ctl_export },
  { "find", N_ ("Find places of the body and routines"), uk_ctl_find },
  { "history", N_ ("List runs and ratings"), uk_ctl_history },
  { "import", N_ ("Take knots, runs and ratings over from a file"), uk_ctl_import },
  { "log", N_ ("Write down how a place feels"), uk_ctl_log },
  { "pose", N_ ("Show, check and animate poses of the figure"), uk_ctl_pose },
  { "reminder", N_ ("List, add and remove reminders"), uk_ctl_reminder },
  { "report", N_ ("Write a page for the doctor"), uk_ctl_report },
  { "restore", N_ ("Bring all data of a backup back"), uk_ctl_restore },
  { "routine", N_ ("List, import and export your own routines"), uk_ctl_routine },
  { "stats", N_ ("Count what the content holds"), uk_ctl_stats },
  { NULL, NULL, NULL },
};

static void
print_help (void)
{
  guint i;

  g_print ("%s\n\n%s\n", _ ("Usage: unknotctl COMMAND [ARGUMENT…]"), _ ("Commands:"));
  for (i = 0; commands[i].name != NULL; i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
}

/* Whether @word is @name; many say "reminders" and "routines". */
static gboolean
is_called (const char *name, const char *word)
{
  return g_str_has_prefix (word, name)
         && (word[strlen (name)] == '\0' || g_str_equal (word + strlen (name), "s"));
}

int
main (int argc, char **argv)
{
  guint i;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, UK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  bindtextdomain (UK_CATALOGUE_DOMAIN, UK_LOCALEDIR);
  bind_textdomain_codeset (UK_CATALOGUE_DOMAIN, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help")) {
    print_help ();
    return argc < 2 ? UK_CTL_USAGE : UK_CTL_OK;
  }
  if (g_str_equal (argv[1], "--version")) {
    g_print ("unknotctl %s\n", UK_VERSION);
    return UK_CTL_OK;
  }
  for (i = 0; commands[i].name != NULL; i++) {
    if (is_called (commands[i].name, argv[1]))
      return commands[i].run (argc - 1, argv + 1);
  }
  g_printerr (_ ("unknotctl: there is no command “%s”; see unknotctl --help\n"), argv[1]);
  return UK_CTL_USAGE;
}
