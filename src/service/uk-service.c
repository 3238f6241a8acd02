/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "service/uk-service.h"

#include "dbus/uk-autostart.h"
#include "dbus/uk-background-portal.h"
#include "service/uk-bus-object.h"
#include "service/uk-desktop-presence.h"
#include "service/uk-libnotify-notifier.h"
#include "service/uk-portal-notifier.h"
#include "service/uk-tip-box.h"
#include "service/uk-window-caller.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <malloc.h>

#define OWN_PATH "/proc/self/exe"
/* Seconds for which the program's file must be left alone before it counts as a new version */
#define SETTLE 3
/* Seconds until a store that could not be opened is tried again. */
#define RETRY 30
/* Seconds after which what was needed for a plan has gone and its memory can be given back. */
#define TIDY 3
#define DETAILS_KEY "notification-details"
#define SNOOZE_KEY "snooze-minutes"
#define SOUND_FOLDER "/proc/asound"
/* Numbers of the D-Bus specification */
#define DO_NOT_QUEUE 4
#define PRIMARY_OWNER 1

struct _UkService {
  GObject parent_instance;

  UkClock *clock;         /* (owned) */
  UkZone *zone;           /* (owned) */
  GMainLoop *loop;        /* (owned) */
  GSettings *settings;    /* (owned) (nullable) */
  GDBusConnection *bus;   /* (owned) (nullable) */
  UkNotifier *notifier;   /* (owned) (nullable) */
  UkBusObject *object;    /* (owned) (nullable) */
  UkStore *store;         /* (owned) (nullable) until it is open */
  UkScheduler *scheduler; /* (owned) (nullable) the same */
  GFileMonitor *own_file; /* (owned) (nullable) of this program */
  char *own_path;         /* (owned) (nullable) */
  guint settle;
  gboolean replaced; /* a new version waits to take over */
  guint retry;
  guint tidying;
  char *told; /* (owned) (nullable) what the list of programs without a window says */
  guint on_term;
  guint on_int;
};

G_DEFINE_FINAL_TYPE (UkService, uk_service, G_TYPE_OBJECT)

static void
opened_cb (UkService *self,
           const char *occurrence,
           UkReminder *reminder,
           gboolean start,
           const char *token)
{
  if (start && reminder != NULL && *reminder->routine != '\0')
    uk_window_call_start (self->bus, reminder, token);
  else if (start && reminder != NULL && reminder->kind == UK_REMINDER_LOG)
    uk_window_call_progress (self->bus, token);
  else if (!start || reminder == NULL)
    uk_window_call_reminders (self->bus, token);
}

static char *
tip_cb (const UkOccurrence *occurrence, gpointer data)
{
  UkService *self = data;

  return uk_tip_box_pick (self->store, occurrence);
}

static void
settings_changed_cb (UkService *self)
{
  if (self->scheduler == NULL || self->settings == NULL)
    return;
  uk_scheduler_set_details (self->scheduler, g_settings_get_boolean (self->settings, DETAILS_KEY));
  uk_scheduler_set_snooze_minutes (self->scheduler,
                                   g_settings_get_uint (self->settings, SNOOZE_KEY));
}

/* Between two reminders the service needs hardly any memory. */
static gboolean
tidy_cb (gpointer data)
{
  UkService *self = data;

  self->tidying = 0;
  uk_store_shrink (self->store);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* Only a sandboxed program is in that list. */
static void
tell_status (UkService *self)
{
  g_autofree char *status = NULL;

  if (!uk_autostart_is_sandboxed ())
    return;
  status = uk_scheduler_describe_next (self->scheduler);
  if (g_strcmp0 (status, self->told) == 0)
    return;
  uk_background_portal_set_status (self->bus, status);
  g_free (self->told);
  self->told = g_steal_pointer (&status);
}

static void
planned_cb (UkService *self)
{
  tell_status (self);
  if (self->tidying == 0)
    self->tidying = g_timeout_add_seconds (TIDY, tidy_cb, self);
}

static gboolean
open_store (UkService *self, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "unknot", NULL);
  g_autofree char *set_aside = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (uk_clock_get_unix_time (self->clock));
  g_autoptr (UkStore) store = uk_store_open (folder, now, &set_aside, error);
  g_autoptr (UkPresence) presence = NULL;

  if (store == NULL)
    return FALSE;
  if (set_aside != NULL)
    g_message ("%s", set_aside);
  self->scheduler = uk_scheduler_new (self->clock, self->zone, store, self->notifier);
  presence = uk_desktop_presence_new (self->bus, SOUND_FOLDER);
  uk_scheduler_set_presence (self->scheduler, presence);
  self->store = g_steal_pointer (&store);
  uk_scheduler_set_tip_func (self->scheduler, tip_cb, self);
  g_signal_connect_swapped (self->scheduler, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->scheduler, "planned", G_CALLBACK (planned_cb), self);
  settings_changed_cb (self);
  uk_scheduler_start (self->scheduler);
  uk_bus_object_set_scheduler (self->object, self->scheduler);
  uk_bus_object_set_problem (self->object, NULL);
  return TRUE;
}

static gboolean
open_store_cb (gpointer data)
{
  UkService *self = data;
  g_autoptr (GError) error = NULL;

  self->retry = 0;
  if (!open_store (self, &error)) {
    g_message ("%s", error->message);
    uk_bus_object_set_problem (self->object, error->message);
    self->retry = g_timeout_add_seconds (RETRY, open_store_cb, self);
  }
  return G_SOURCE_REMOVE;
}

/* Asks at once, so that nothing is touched while another service runs, and no call comes before the
 * answer. */
static gboolean
own_name (UkService *self, GError **error)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "RequestName", g_variant_new ("(su)", UK_SERVICE_ID, DO_NOT_QUEUE), G_VARIANT_TYPE ("(u)"),
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
  guint code;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(u)", &code);
  if (code == PRIMARY_OWNER)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("The reminder service runs already"));
  return FALSE;
}

/* ---- a new version ---- */

/* What is on its way is in the store: the new version goes on with it. */
static gboolean
settled_cb (gpointer data)
{
  UkService *self = data;

  self->settle = 0;
  if (!g_file_test (self->own_path, G_FILE_TEST_IS_EXECUTABLE))
    return G_SOURCE_REMOVE;
  self->replaced = TRUE;
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static void
own_file_changed_cb (UkService *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add_seconds (SETTLE, settled_cb, self);
}

static void
watch_own_file (UkService *self)
{
  g_autoptr (GFile) file = NULL;

  self->own_path = g_file_read_link (OWN_PATH, NULL);
  if (self->own_path == NULL)
    return;
  file = g_file_new_for_path (self->own_path);
  self->own_file = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->own_file != NULL)
    g_signal_connect_swapped (self->own_file, "changed", G_CALLBACK (own_file_changed_cb), self);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (((UkService *)data)->loop);
  return G_SOURCE_CONTINUE;
}

static void
dispose (GObject *object)
{
  UkService *self = UK_SERVICE (object);

  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->tidying, g_source_remove);
  if (self->own_file != NULL)
    g_signal_handlers_disconnect_by_data (self->own_file, self);
  g_clear_object (&self->own_file);
  g_clear_pointer (&self->own_path, g_free);
  g_clear_pointer (&self->told, g_free);
  g_clear_handle_id (&self->on_term, g_source_remove);
  g_clear_handle_id (&self->on_int, g_source_remove);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (self->scheduler != NULL)
    g_signal_handlers_disconnect_by_data (self->scheduler, self);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->store);
  g_clear_object (&self->object);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  g_clear_object (&self->bus);
  g_clear_object (&self->zone);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  G_OBJECT_CLASS (uk_service_parent_class)->dispose (object);
}

static void
uk_service_class_init (UkServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

/* The schema may be missing when the program is not installed as a whole. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, UK_APP_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, DETAILS_KEY)
      || !g_settings_schema_has_key (schema, SNOOZE_KEY))
    return NULL;
  return g_settings_new (UK_APP_ID);
}

static void
uk_service_init (UkService *self)
{
  self->zone = uk_zone_new ();
  self->loop = g_main_loop_new (NULL, FALSE);
  self->settings = find_settings ();
  if (self->settings != NULL)
    g_signal_connect_swapped (self->settings, "changed", G_CALLBACK (settings_changed_cb), self);
}

/**
 * uk_service_new:
 * @clock_offset: microseconds by which its clock is ahead, for tests
 *
 * Returns: (transfer full): a service that does nothing yet
 */
UkService *
uk_service_new (gint64 clock_offset)
{
  UkService *self = g_object_new (UK_TYPE_SERVICE, NULL);

  self->clock = uk_system_clock_new (clock_offset);
#ifdef __GLIBC__
  /* The threads wait most of the time: they share one heap. */
  mallopt (M_ARENA_MAX, 1);
#endif
  return self;
}

/**
 * uk_service_run:
 * @error: %G_IO_ERROR_EXISTS if another one runs; else why there is no bus
 *
 * Serves until SIGTERM or SIGINT, or until a new version is in its place.
 *
 * Returns: whether it served
 */
gboolean
uk_service_run (UkService *self, GError **error)
{
  g_return_val_if_fail (UK_IS_SERVICE (self), FALSE);

  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  if (self->bus == NULL) {
    g_prefix_error (error, "%s: ", _ ("There is no session bus"));
    return FALSE;
  }
  self->notifier = uk_autostart_is_sandboxed () ? uk_portal_notifier_new (self->bus)
                                                : uk_libnotify_notifier_new (self->bus);
  self->object = uk_bus_object_new (self->notifier);
  if (!uk_bus_object_export (self->object, self->bus, error) || !own_name (self, error))
    return FALSE;

  self->on_term = g_unix_signal_add (SIGTERM, quit_cb, self);
  self->on_int = g_unix_signal_add (SIGINT, quit_cb, self);
  open_store_cb (self);
  watch_own_file (self);
  g_main_loop_run (self->loop);
  return TRUE;
}

/**
 * uk_service_get_new_version:
 *
 * Returns: (transfer none) (nullable): the path of the program that shall take over once
 * uk_service_run() has ended and the service is freed
 */
const char *
uk_service_get_new_version (UkService *self)
{
  g_return_val_if_fail (UK_IS_SERVICE (self), NULL);

  return self->replaced ? self->own_path : NULL;
}
