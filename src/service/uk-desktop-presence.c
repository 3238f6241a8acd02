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

/* What answers a question, if it is there. */
typedef struct {
  const char *name;
  const char *path;
  const char *interface;
  const char *method;
  const char *property; /* of interface, if there is no method of its own */
} Question;

/* Who knows how long the person has been idle, in milliseconds, or says not to disturb; the one who
 * shows notifications says it as a property: KDE the first, dunst the second. */
enum { MUTTER, SCREEN_SAVER, INHIBITED, PAUSED, N_QUESTIONS };

static const Question questions[N_QUESTIONS] = {
  { "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor", "GetIdletime", NULL },
  { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
    "GetSessionIdleTime", NULL },
  { "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications", NULL, "Inhibited" },
  { "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.dunstproject.cmd0",
    NULL, "paused" },
};

struct _UkDesktopPresence {
  GObject parent_instance;

  GDBusConnection *bus; /* (owned) */
  char *sound_folder;   /* (owned) */
  GSettings *settings;  /* (owned) (nullable) */
  GCancellable *end;    /* (owned) */
  guint n_unanswered;   /* questions */
  gboolean knows[N_QUESTIONS];
  gboolean says[N_QUESTIONS]; /* away, or not to disturb */
  gboolean held;
  gboolean away;
  guint poll;
};

static void uk_desktop_presence_iface_init (UkPresenceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkDesktopPresence,
                               uk_desktop_presence,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_PRESENCE,
                                                      uk_desktop_presence_iface_init))

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

static gboolean
read_answer (GVariant *answer)
{
  g_autoptr (GVariant) value = NULL;
  guint64 milliseconds = 0;
  guint32 fewer;

  if (g_variant_is_of_type (answer, G_VARIANT_TYPE ("(v)"))) {
    g_variant_get (answer, "(v)", &value);
    return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
  }
  if (g_variant_is_of_type (answer, G_VARIANT_TYPE ("(t)"))) {
    g_variant_get (answer, "(t)", &milliseconds);
  } else if (g_variant_is_of_type (answer, G_VARIANT_TYPE ("(u)"))) {
    g_variant_get (answer, "(u)", &fewer);
    milliseconds = fewer;
  }
  return milliseconds >= AWAY_MS;
}

static gboolean
poll_cb (gpointer data)
{
  uk_presence_ask (data);
  return G_SOURCE_CONTINUE;
}

/* Looks again only while it has said that something must wait. */
static void
conclude (UkDesktopPresence *self)
{
  gboolean waited = self->held || self->away;

  self->held = is_in_call (self)
               || (self->settings != NULL && !g_settings_get_boolean (self->settings, BANNERS))
               || self->says[INHIBITED] || self->says[PAUSED];
  self->away = self->knows[MUTTER] ? self->says[MUTTER] : self->says[SCREEN_SAVER];
  if (self->held || self->away) {
    if (self->poll == 0)
      self->poll = g_timeout_add_seconds (POLL, poll_cb, self);
  } else {
    g_clear_handle_id (&self->poll, g_source_remove);
  }
  uk_presence_emit_answered (UK_PRESENCE (self));
  if (waited && !self->held && !self->away)
    uk_presence_emit_changed (UK_PRESENCE (self));
}

typedef struct {
  UkDesktopPresence *self; /* (owned) */
  guint question;
} Asked;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  UkDesktopPresence *self = asked->self;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  self->knows[asked->question] = answer != NULL;
  self->says[asked->question] = answer != NULL && read_answer (answer);
  if (--self->n_unanswered == 0 && !g_cancellable_is_cancelled (self->end))
    conclude (self);
  g_object_unref (self);
  g_free (asked);
}

static void
ask_one (UkDesktopPresence *self, guint number)
{
  const Question *question = &questions[number];
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->question = number;
  self->n_unanswered++;
  g_dbus_connection_call (
      self->bus, question->name, question->path,
      question->method == NULL ? "org.freedesktop.DBus.Properties" : question->interface,
      question->method == NULL ? "Get" : question->method,
      question->method == NULL ? g_variant_new ("(ss)", question->interface, question->property)
                               : NULL,
      NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, self->end, answered_cb, asked);
}

static void
ask (UkPresence *presence)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (presence);
  guint i;

  if (self->n_unanswered > 0)
    return;
  for (i = 0; i < N_QUESTIONS; i++)
    ask_one (self, i);
}

static gboolean
is_held (UkPresence *presence)
{
  return UK_DESKTOP_PRESENCE (presence)->held;
}

static gboolean
is_away (UkPresence *presence)
{
  return UK_DESKTOP_PRESENCE (presence)->away;
}

static char *
describe (UkPresence *presence)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (presence);

  const char *away = self->knows[MUTTER] || self->knows[SCREEN_SAVER]
                         ? _ ("The desktop says when you are away; breaks wait until you are back")
                         : _ ("This desktop does not say when you are away");
  const char *calls = _ ("Reminders wait while a microphone of this computer is in use; a shared "
                         "screen is known only where the desktop turns on do-not-disturb");

  return g_strdup_printf ("%s. %s.", away, calls);
}

static void
dispose (GObject *object)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (object);

  g_cancellable_cancel (self->end);
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (uk_desktop_presence_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkDesktopPresence *self = UK_DESKTOP_PRESENCE (object);

  g_object_unref (self->end);
  g_free (self->sound_folder);
  G_OBJECT_CLASS (uk_desktop_presence_parent_class)->finalize (object);
}

static void
uk_desktop_presence_iface_init (UkPresenceInterface *iface)
{
  iface->ask = ask;
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

  self->end = g_cancellable_new ();
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
 * Returns: (transfer full): what the desktop knows about the person; it asks once, in order to
 * describe itself, and then costs nothing until it is asked
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
  ask (UK_PRESENCE (self));
  return UK_PRESENCE (self);
}
