/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/time/uk-zone.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define NATIVE_PATH "/etc/localtime"
/* In a sandbox /etc is frozen; its helper keeps this one current. */
#define SANDBOX_PATH "/run/host/monitor/timezone"
#define DATABASE "/usr/share/zoneinfo"
#define POLL_SECONDS 60

struct _UkZone {
  GObject parent_instance;

  char *path;            /* (owned) (nullable) a fixed zone has none */
  GTimeZone *zone;       /* (owned) */
  char *problem;         /* (owned) (nullable) */
  GFileMonitor *monitor; /* (owned) (nullable) */
  guint poll;
};

G_DEFINE_FINAL_TYPE (UkZone, uk_zone, G_TYPE_OBJECT)

/* What a file of rules begins with (RFC 8536, section 3.1). */
#define MAGIC "TZif"

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What the link at @path points to, below the zone database; else what the file says; else the
 * file. */
static char *
read_name (const char *path)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *text = NULL;
  const char *found = target == NULL ? NULL : strstr (target, "/zoneinfo/");
  gsize length;

  if (found != NULL)
    return g_strdup (found + strlen ("/zoneinfo/"));
  if (!g_file_get_contents (path, &text, &length, NULL) || length == 0)
    return NULL;
  if (g_str_has_prefix (text, MAGIC))
    return g_canonicalize_filename (path, NULL);
  return g_strdup (g_strstrip (text));
}

static gboolean
exists (const char *name)
{
  g_autofree char *path = NULL;
  char head[sizeof MAGIC - 1] = "";
  FILE *file;

  if (name == NULL || *name == '\0')
    return FALSE;
  path = g_build_filename (g_path_is_absolute (name) ? "/" : DATABASE, name, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  file = fopen (path, "rb");
  if (file == NULL)
    return FALSE;
  if (fread (head, sizeof head, 1, file) != 1)
    head[0] = '\0';
  fclose (file);
  return memcmp (head, MAGIC, sizeof head) == 0;
}

/**
 * uk_zone_find:
 * @name: (nullable): name of a zone, from anywhere
 *
 * GLib reads whatever file a name leads to, and newer ones complain when it holds no rules.
 *
 * Returns: (transfer full) (nullable): the zone, %NULL if there are no rules of that name
 */
GTimeZone *
uk_zone_find (const char *name)
{
  return exists (name) ? g_time_zone_new_identifier (name) : NULL;
}

static void
load (UkZone *self)
{
  g_autofree char *name = read_name (self->path);
  g_autofree char *old
      = self->zone == NULL ? NULL : g_strdup (g_time_zone_get_identifier (self->zone));
  gboolean known = exists (name);

  /* GLib keeps a zone in memory as long as somebody holds it: let it go, or new rules are not read.
   */
  if (known) {
    g_clear_pointer (&self->zone, g_time_zone_unref);
    self->zone = g_time_zone_new_identifier (name);
    known = self->zone != NULL;
  }
  if (self->zone == NULL && old != NULL)
    self->zone = g_time_zone_new_identifier (old);
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();

  if (!known && self->problem == NULL) {
    self->problem = g_strdup_printf (_ ("The time zone cannot be found out; times are those of %s"),
                                     g_time_zone_get_identifier (self->zone));
    g_message ("%s", self->problem);
  } else if (known) {
    g_clear_pointer (&self->problem, g_free);
  }
}

static void
reload (UkZone *self)
{
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
file_changed_cb (UkZone *self)
{
  reload (self);
}

static gboolean
poll_cb (gpointer data)
{
  UkZone *self = data;
  g_autofree char *before = g_strdup (g_time_zone_get_identifier (self->zone));

  load (self);
  if (g_strcmp0 (before, g_time_zone_get_identifier (self->zone)) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
watch (UkZone *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
  else
    self->poll = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
}

static void
finalize (GObject *object)
{
  UkZone *self = UK_ZONE (object);

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->problem);
  g_free (self->path);
  G_OBJECT_CLASS (uk_zone_parent_class)->finalize (object);
}

static void
uk_zone_class_init (UkZoneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_ZONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
uk_zone_init (UkZone *self)
{
}

/**
 * uk_zone_new:
 *
 * Watches the zone of the machine; `TZ` in the environment fixes it.
 *
 * Returns: (transfer full): the local zone
 */
UkZone *
uk_zone_new (void)
{
  const char *fixed = g_getenv ("TZ");

  if (fixed != NULL && *fixed != '\0')
    return uk_zone_new_fixed (*fixed == ':' ? fixed + 1 : fixed);
  return uk_zone_new_for_path (g_file_test (SANDBOX_PATH, G_FILE_TEST_EXISTS) ? SANDBOX_PATH
                                                                              : NATIVE_PATH);
}

/**
 * uk_zone_new_for_path:
 * @path: a link into the zone database, a zone file, or a file that holds a zone's name
 *
 * Watches @path.  While it makes no sense, the last zone that did is kept.
 *
 * Returns: (transfer full): that zone
 */
UkZone *
uk_zone_new_for_path (const char *path)
{
  UkZone *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (UK_TYPE_ZONE, NULL);
  self->path = g_strdup (path);
  load (self);
  watch (self);
  return self;
}

/**
 * uk_zone_new_fixed:
 * @name: name of a zone; an unknown one means UTC
 *
 * Returns: (transfer full): a zone that never changes
 */
UkZone *
uk_zone_new_fixed (const char *name)
{
  UkZone *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (UK_TYPE_ZONE, NULL);
  self->zone = uk_zone_find (name);
  if (self->zone == NULL)
    self->zone = g_time_zone_new_utc ();
  return self;
}

/**
 * uk_zone_get:
 *
 * Returns: (transfer none): the zone as it is now
 */
GTimeZone *
uk_zone_get (UkZone *self)
{
  g_return_val_if_fail (UK_IS_ZONE (self), NULL);

  return self->zone;
}

/**
 * uk_zone_refresh:
 *
 * Reads the rules of the zone again: they change with an update of the zone database, which nobody
 * tells of.
 */
void
uk_zone_refresh (UkZone *self)
{
  g_return_if_fail (UK_IS_ZONE (self));

  if (self->path != NULL)
    load (self);
}

/**
 * uk_zone_get_problem:
 *
 * Returns: (transfer none) (nullable): a translated sentence while the zone cannot be found out
 */
const char *
uk_zone_get_problem (UkZone *self)
{
  g_return_val_if_fail (UK_IS_ZONE (self), NULL);

  return self->problem;
}
