/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/window/uk-application.h"
#include "core/catalogue/uk-catalogue.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (UkApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, UK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  bindtextdomain (UK_CATALOGUE_DOMAIN, UK_LOCALEDIR);
  bind_textdomain_codeset (UK_CATALOGUE_DOMAIN, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("unknot");

  application = uk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
