/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "app/unknot-app.h"
#include "app/window/uk-application.h"
#include "app/window/uk-window.h"
#include "unknot-data.h"

#include <glib/gi18n.h>

struct _UkApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (UkApplication, uk_application, ADW_TYPE_APPLICATION)

static void
activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (uk_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
startup (GApplication *application)
{
  /* A static library loses its constructors, so the resources are registered by hand. */
  g_resources_register (uk_data_get_resource ());
  g_resources_register (uk_app_get_resource ());
  G_APPLICATION_CLASS (uk_application_parent_class)->startup (application);
}

static void
uk_application_class_init (UkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = activate;
  application_class->startup = startup;
}

static void
uk_application_init (UkApplication *self)
{
}

UkApplication *
uk_application_new (void)
{
  return g_object_new (UK_TYPE_APPLICATION,
                       "application-id", UK_APP_ID,
                       "resource-base-path", "/unknot",
                       NULL);
}
