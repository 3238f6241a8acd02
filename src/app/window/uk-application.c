/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "app/body/uk-chart-picture.h"
#include "app/body/uk-chart-store.h"
#include "app/figure/uk-figure-store.h"
#include "app/unknot-app.h"
#include "app/window/uk-application-private.h"
#include "app/window/uk-icons.h"
#include "core/insight/uk-log.h"
#include "core/store/uk-store-backup.h"
#include "dbus/uk-search-provider.h"
#include "unknot-data.h"

#include <glib/gi18n.h>
#include <malloc.h>

#define SERVICE_LINGER_MS 10000

#define HEAP_STEP (8 * 1024 * 1024)

/* By then the first frames are painted. */
#define TRIM_AFTER_MS 1000

/* As many files as anybody opens at once. */
#define MAX_FILES 32

/* Nobody waits for the daily copy. */
#define COPY_AFTER_S 10

struct _UkApplication {
  AdwApplication parent_instance;

  UkContext context;        /* owns what it points to */
  GPtrArray *problems;      /* owned list of char: what to tell once there is a window */
  UkSearchProvider *search; /* owned, nullable without a bus */
};

G_DEFINE_FINAL_TYPE (UkApplication, uk_application, ADW_TYPE_APPLICATION)

/* ---- what pages work with ---- */

static gboolean
has_pose (const char *pose, gpointer data)
{
  return uk_pose_set_lookup (uk_figure_store_get_poses (), pose) != NULL;
}

static char *
get_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "unknot", "routines", NULL);
}

/* In a thread of its own: the toolkit starts meanwhile.  Returns: (transfer full): the problems */
static gpointer
load_catalogue (gpointer data)
{
  UkApplication *self = data;
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GFile) shipped = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);

  uk_catalogue_load (self->context.catalogue, shipped, UK_CATALOGUE_SHIPPED, problems);
  return problems;
}

static void
add_problems (UkApplication *self, GPtrArray *problems)
{
  guint i;

  for (i = 0; i < problems->len; i++) {
    const GError *problem = g_ptr_array_index (problems, i);

    g_ptr_array_add (self->problems, g_strdup (problem->message));
  }
}

static void
tell_problems (UkApplication *self, UkWindow *window)
{
  g_autofree char *text = NULL;

  if (self->problems->len == 0)
    return;
  g_ptr_array_add (self->problems, NULL);
  text = g_strjoinv ("\n\n", (char **) self->problems->pdata);
  g_ptr_array_set_size (self->problems, 0);
  uk_window_tell_problem (window, text);
}

/* The user's own routines are there. */
static void
loaded_cb (UkApplication *self, GPtrArray *problems)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  add_problems (self, problems);
  uk_catalogue_prepare_search (self->context.catalogue);
  if (UK_IS_WINDOW (window))
    tell_problems (self, UK_WINDOW (window));
}

static gboolean
prepare_search_cb (gpointer data)
{
  uk_catalogue_prepare_search (UK_APPLICATION (data)->context.catalogue);
  return G_SOURCE_REMOVE;
}

static void
finish_catalogue (UkApplication *self, GThread *loader)
{
  g_autoptr (GPtrArray) problems = g_thread_join (loader);
  g_autofree char *folder = get_own_folder ();
  g_autoptr (GFile) custom = g_file_new_for_path (folder);

  self->context.own = uk_own_routines_new (self->context.catalogue, folder, has_pose, NULL);
  add_problems (self, problems);
  /* There may be many: the first frame does not wait for them. */
  g_signal_connect_object (self->context.catalogue, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  if (g_file_query_exists (custom, NULL))
    uk_catalogue_load_later (self->context.catalogue, custom);
}

/* The service may have found the damage before. */
static void
tell_rescue (UkApplication *self)
{
  g_autofree char *day = NULL;
  g_autofree char *file = uk_store_take_rescue (self->context.store, &day);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = NULL;
  g_autofree char *words = NULL;

  if (file == NULL)
    return;
  if (*day == '\0') {
    g_ptr_array_add (self->problems,
                     g_strdup_printf (_ ("The file with your knots and ratings was damaged. It was kept as %s, "
                                         "and a new one was begun."),
                                      file));
    return;
  }
  today = g_date_time_format (now, "%Y-%m-%d");
  words = uk_log_day_to_heading (uk_day_parse (day), uk_day_parse (today));
  g_ptr_array_add (self->problems,
                   g_strdup_printf (_ ("The file with your knots and ratings was damaged. What was there on %s was "
                                       "brought back from a copy. The damaged file was kept as %s."),
                                    words, file));
}

static char *
get_data_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "unknot", NULL);
}

static void
open_store (UkApplication *self)
{
  g_autofree char *folder = get_data_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  self->context.store = uk_store_open (folder, now, NULL, &error);
  if (error != NULL)
    g_ptr_array_add (self->problems, g_strdup_printf (_ ("%s Unknot works, but remembers nothing."), error->message));
  if (self->context.store != NULL)
    tell_rescue (self);
}

/* What goes wrong here is told when something is saved. */
static gpointer
copy_store (gpointer data)
{
  g_autofree char *folder = get_data_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  if (!uk_store_back_up_today (folder, now, &error))
    g_message ("There is no copy of today: %s", error->message);
  return NULL;
}

static gboolean
copy_store_cb (gpointer data)
{
  g_thread_unref (g_thread_new ("copy", copy_store, NULL));
  return G_SOURCE_REMOVE;
}

/* Returns: whether the schema is installed; without it GSettings would abort. */
static gboolean
open_settings (UkApplication *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, UK_APP_ID, TRUE);
  if (schema == NULL)
    return FALSE;
  self->context.settings = g_settings_new_full (schema, NULL, NULL);
  uk_figure_store_set_settings (self->context.settings);
  uk_chart_store_set_settings (self->context.settings);
  return TRUE;
}

/* One heap, which grows in large steps: to ask the kernel for each piece stops the other threads of the start. What
 * was too much goes back soon afterwards. */
static void
tune_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_TOP_PAD, HEAP_STEP);
  mallopt (M_MMAP_THRESHOLD, HEAP_STEP);
  mallopt (M_ARENA_MAX, 1);
#endif
}

/* What was only needed to read files and to build the window goes back to the system. */
static gboolean
trim_cb (gpointer data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* ---- vfuncs ---- */

static void
activate (GApplication *application)
{
  uk_application_present_window (UK_APPLICATION (application));
}

static int
command_line (GApplication *application, GApplicationCommandLine *command)
{
  return uk_application_run_command (UK_APPLICATION (application), command);
}

/* What the desktop wants to be opened; one link, or routines. */
static void
open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) routines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *link = NULL;
  int i;

  for (i = 0; i < n_files && link == NULL; i++) {
    g_autofree char *uri = g_file_get_uri (files[i]);

    if (uk_application_is_link (uri))
      link = g_steal_pointer (&uri);
    else if (routines->len < MAX_FILES)
      g_ptr_array_add (routines, g_object_ref (files[i]));
  }
  if (link != NULL)
    uk_application_open_link (UK_APPLICATION (application), link);
  else
    uk_application_open_files (UK_APPLICATION (application), routines);
}

static int
handle_local_options (GApplication *application, GVariantDict *options)
{
  UkApplication *self = UK_APPLICATION (application);

  if (g_variant_dict_contains (options, "version")) {
    g_print ("unknot %s\n", UK_VERSION);
    return 0;
  }
  if (!open_settings (self)) {
    g_printerr (_ ("unknot: the settings schema “%s” is not installed; install Unknot again.\n"), UK_APP_ID);
    return 1;
  }
  return -1;
}

/* Started for a search, it stays a moment for the next letter. */
static void
search_asked_cb (GApplication *application)
{
  g_application_hold (application);
  g_application_release (application);
}

static gboolean
dbus_register (GApplication *application, GDBusConnection *bus, const char *path, GError **error)
{
  UkApplication *self = UK_APPLICATION (application);
  g_autofree char *search_path = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (uk_application_parent_class)
           ->dbus_register (application, bus, path, error))
    return FALSE;
  self->search = uk_search_provider_new ();
  g_signal_connect_object (self->search, "asked", G_CALLBACK (search_asked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "open", G_CALLBACK (uk_application_open_link), self,
                           G_CONNECT_SWAPPED);
  return uk_search_provider_export (self->search, bus, search_path, error);
}

static void
dbus_unregister (GApplication *application, GDBusConnection *bus, const char *path)
{
  g_clear_object (&UK_APPLICATION (application)->search);
  G_APPLICATION_CLASS (uk_application_parent_class)->dbus_unregister (application, bus, path);
}

static void
startup (GApplication *application)
{
  UkApplication *self = UK_APPLICATION (application);
  GThread *loader;

  self->context.catalogue = uk_catalogue_new ();
  loader = g_thread_new ("catalogue", load_catalogue, self);
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) == 0)
    uk_chart_picture_read_ahead (self->context.settings);
  /* Without a display the toolkit's own startup says so. */
  if (gtk_init_check ())
    uk_icons_use_own (gdk_display_get_default ());
  G_APPLICATION_CLASS (uk_application_parent_class)->startup (application);
  /* Started by the bus only to pass an action on: gone soon after. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_LINGER_MS);
  finish_catalogue (self, loader);
  if (self->search != NULL)
    uk_search_provider_set_catalogue (self->search, self->context.catalogue);
  open_store (self);
  self->context.safety = uk_safety_book_new (self->context.catalogue, self->context.store);
  self->context.programmes = uk_programme_book_new (self->context.safety, self->context.store);
  self->context.reminders = uk_reminder_client_new ();
  uk_reminder_client_connect (self->context.reminders);
  uk_application_install_actions (self);
}

static void
shut_down (GApplication *application)
{
  UkApplication *self = UK_APPLICATION (application);

  G_APPLICATION_CLASS (uk_application_parent_class)->shutdown (application);
  if (self->context.store != NULL)
    uk_store_close (self->context.store);
}

static void
finalize (GObject *object)
{
  UkApplication *self = UK_APPLICATION (object);

  g_clear_pointer (&self->context.own, uk_own_routines_free);
  g_clear_object (&self->context.catalogue);
  g_clear_object (&self->context.programmes);
  g_clear_object (&self->context.safety);
  g_clear_object (&self->context.store);
  g_clear_object (&self->context.reminders);
  g_clear_object (&self->context.settings);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  G_OBJECT_CLASS (uk_application_parent_class)->finalize (object);
}

static void
uk_application_class_init (UkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  application_class->activate = activate;
  application_class->command_line = command_line;
  application_class->dbus_register = dbus_register;
  application_class->dbus_unregister = dbus_unregister;
  application_class->handle_local_options = handle_local_options;
  application_class->open = open_files;
  application_class->shutdown = shut_down;
  application_class->startup = startup;
}

static void
uk_application_init (UkApplication *self)
{
  tune_memory ();
  self->problems = g_ptr_array_new_with_free_func (g_free);
  /* A static library loses its constructors, so the resources are registered by hand. */
  g_resources_register (uk_data_get_resource ());
  g_resources_register (uk_app_get_resource ());
  g_application_add_main_option_entries (G_APPLICATION (self), uk_application_options);
}

UkApplication *
uk_application_new (void)
{
  return g_object_new (UK_TYPE_APPLICATION,
                       "application-id", UK_APP_ID,
                       "resource-base-path", "/unknot",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

const UkContext *
uk_application_get_context (UkApplication *self)
{
  g_return_val_if_fail (UK_IS_APPLICATION (self), NULL);
  return &self->context;
}

/* Returns: (transfer none): the window, made if there is none, in front of others */
UkWindow *
uk_application_present_window (UkApplication *self)
{
  GtkWindow *window;

  g_return_val_if_fail (UK_IS_APPLICATION (self), NULL);

  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window == NULL) {
    window = GTK_WINDOW (uk_window_new (GTK_APPLICATION (self), &self->context));
    g_timeout_add (TRIM_AFTER_MS, trim_cb, NULL);
    g_idle_add_full (G_PRIORITY_LOW, prepare_search_cb, self, NULL);
    if (self->context.store != NULL)
      g_timeout_add_seconds (COPY_AFTER_S, copy_store_cb, NULL);
  }
  /* A dialog may be the active one. */
  while (!UK_IS_WINDOW (window) && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  gtk_window_present (window);
  tell_problems (self, UK_WINDOW (window));
  return UK_WINDOW (window);
}
