/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "service/uk-desktop-presence.h"

#include <glib/gi18n-lib.h>

/* Who has not touched the computer for so long has rested. */
#define AWAY_MS (5 * 60 * 1000)
/* A desktop that does not answer must not hold a reminder up for longer. */
#define PATIENCE_MS 500
/* Seconds between two looks, while something waits. */
#define POLL 20
#define NOTIFICATIONS "org.gnome.desktop.notifications"
#define BANNERS "show-banners"

typedef enum {
  SOURCE_UNKNOWN,
  SOURCE_MUTTER,
  SOURCE_SCREEN_SAVER,
  SOURCE_NONE,
} Source;

struct _UkDesktopPresence {
  GObject parent_instance;

  GDBusConnection *bus; /* (owned) */
  char *sound_folder;   /* (owned) */
  GSettings *settings;  /* (owned) (nullable) */
  Source source;        /* who knows how long the person has been idle */
  guint poll;
};

static void uk_desktop_presence_iface_init (UkPresenceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkDesktopPresence,
                               uk_desktop_presence,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_PRESENCE,
                                                      uk_desktop_presence_iface_init))

static gboolean is_held (UkPresence *presence);
static gboolean is_away (UkPresence *presence);

static gboolean
poll_cb (gpointer data)
{
  UkDesktopPresence *self = data;

  if (is_held (data) || is_away (data))
    return G_SOURCE_CONTINUE;
  self->poll = 0;
  uk_presence_emit_changed (UK_PRESENCE (self));
  return G_SOURCE_REMOVE;
}

/* Looks again only while it has said that something must wait. */
static gboolean
answer (UkDesktopPresence *self, gboolean waits)
{
  if (waits && self->poll == 0)
    self->poll = g_timeout_add_seconds (POLL, poll_cb, self);
  return waits;
}

/* `pcm0c` is a microphone's device, `sub0/status` says whether somebody listens. */
static gboolean
is_recording (const char *card)
{
  g_autoptr (GDir) dir = g_dir_open (card, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = NULL;
    g_autofree char *status = NULL;

    if (!g_str_has_prefix (name, "pcm") || !g_str_has_suffix (name, "c"))
      continue;
    path = g_build_filename (card, name, "sub0", "status", NULL);
    if (g_file_get_contents (path, &status, NULL, NULL)
        && strstr (status, "state: RUNNING") != NULL)
      return TRUE;
  }
  return FALSE;
}

/* A microphone that is open means a call. */
static gboolean
is_in_call (UkDesktopPresence *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->sound_folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *card = g_build_filename (self->sound_folder, name, NULL);

    if (g_str_has_prefix (name, "card") && is_recording (card))
      return TRUE;
  }
  return FALSE;
}

/* KDE and dunst say it as a property of the one who shows notifications. */
static gboolean
is_inhibited (UkDesktopPresence *self, const char *interface, const char *property)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      self->bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
      "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", interface, property),
      G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, NULL, NULL);

  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(v)", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

static gboolean
is_held (UkPresence *presence)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (presence);

  return answer (
      self, is_in_call (self)
                || (self->settings != NULL && !g_settings_get_boolean (self->settings, BANNERS))
                || is_inhibited (self, "org.freedesktop.Notifications", "Inhibited")
                || is_inhibited (self, "org.dunstproject.cmd0", "paused"));
}

static gboolean
ask_idle (UkDesktopPresence *self, Source source, guint64 *milliseconds)
{
  gboolean mutter = source == SOURCE_MUTTER;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      self->bus, mutter ? "org.gnome.Mutter.IdleMonitor" : "org.freedesktop.ScreenSaver",
      mutter ? "/org/gnome/Mutter/IdleMonitor/Core" : "/org/freedesktop/ScreenSaver",
      mutter ? "org.gnome.Mutter.IdleMonitor" : "org.freedesktop.ScreenSaver",
      mutter ? "GetIdletime" : "GetSessionIdleTime", NULL, G_VARIANT_TYPE (mutter ? "(t)" : "(u)"),
      G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, NULL, NULL);
  guint32 number;

  if (reply == NULL)
    return FALSE;
  if (mutter) {
    g_variant_get (reply, "(t)", milliseconds);
    return TRUE;
  }
  g_variant_get (reply, "(u)", &number);
  *milliseconds = number;
  return TRUE;
}

static gboolean
is_away (UkPresence *presence)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (presence);
  guint64 idle = 0;

  for (self->source = SOURCE_MUTTER; self->source < SOURCE_NONE; self->source++) {
    if (ask_idle (self, self->source, &idle))
      break;
  }
  return answer (self, self->source != SOURCE_NONE && idle >= AWAY_MS);
}

static char *
describe (UkPresence *presence)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (presence);

  is_away (presence);
  return g_strdup (self->source == SOURCE_NONE
                       ? _ ("This desktop does not say when you are away")
                       : _ ("The desktop says when you are away; breaks wait until you are back"));
}

static void
dispose (GObject *object)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (object);

  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (uk_desktop_presence_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (UK_DESKTOP_PRESENCE (object)->sound_folder);
  G_OBJECT_CLASS (uk_desktop_presence_parent_class)->finalize (object);
}

static void
uk_desktop_presence_iface_init (UkPresenceInterface *iface)
{
  iface->is_held = is_held;
  iface->is_away = is_away;
  iface->describe = describe;
}

static void
uk_desktop_presence_class_init (UkDesktopPresenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
}

/* The schema is there only where that desktop is. */
static void
uk_desktop_presence_init (UkDesktopPresence *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, NOTIFICATIONS, TRUE);
  if (schema != NULL && g_settings_schema_has_key (schema, BANNERS))
    self->settings = g_settings_new (NOTIFICATIONS);
}

/**
 * uk_desktop_presence_new:
 * @bus: the session bus
 * @sound_folder: where the kernel tells about sound cards, `/proc/asound`
 *
 * Returns: (transfer full): what the desktop knows about the person; it costs nothing until it is
 * asked
 */
UkPresence *
uk_desktop_presence_new (GDBusConnection *bus, const char *sound_folder)
{
  UkDesktopPresence *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);
  g_return_val_if_fail (sound_folder != NULL, NULL);

  self = g_object_new (UK_TYPE_DESKTOP_PRESENCE, NULL);
  self->bus = g_object_ref (bus);
  self->sound_folder = g_strdup (sound_folder);
  return UK_PRESENCE (self);
}
