/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "app/reminders/uk-reminder-settings.h"

#include "app/reminders/uk-time-chip.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-window-handle.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/time/uk-wall-time.h"
#include "dbus/uk-autostart.h"
#include "dbus/uk-background-portal.h"

#include <glib/gi18n.h>

/* The key, and what it says */
#define BACKGROUND "background"
#define GRANTED "granted"
#define UNTIL_LOGOUT "until-logout"
#define REFUSED "refused"
#define UNASKED "unasked"

#define DEFAULT_QUIET_FROM (21 * 60 + 30)
#define DEFAULT_QUIET_UNTIL (7 * 60 + 30)

/* How often a reminder can be put off; 0: without limit. */
static const guint limits[] = { 0, 1, 2, 3, 5 };

struct _UkReminderSettings {
  GtkWidget parent_instance;

  const UkContext *context; /* (nullable) of the application */
  guint quiet_from;         /* as shown; what the service has may be "none" */
  guint quiet_until;
  gboolean updating;
  gboolean wished; /* what the desktop was asked for */

  /* of the template */
  GtkBox *quiet_times;
  GtkSwitch *quiet;
  GtkSwitch *after_quiet;
  GtkDropDown *most_snoozes;
  GtkSwitch *details;
  GtkImage *autostart_icon;
  GtkLabel *autostart_text;
  GtkSwitch *autostart;
};

G_DEFINE_FINAL_TYPE (UkReminderSettings, uk_reminder_settings, GTK_TYPE_WIDGET)

enum { FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
fail (UkReminderSettings *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderSettings) self = data;
  g_autoptr (GError) error = NULL;

  if (!uk_reminder_client_do_finish (UK_REMINDER_CLIENT (source), result, &error))
    fail (self, error->message);
}

static void
send_quiet_hours (UkReminderSettings *self)
{
  gboolean on = gtk_switch_get_active (self->quiet);

  if (self->updating || self->context == NULL)
    return;
  uk_reminder_client_set_quiet_hours_async (self->context->reminders, on ? self->quiet_from : 0,
                                            on ? self->quiet_until : 0, NULL, done_cb,
                                            g_object_ref (self));
}

static void
from_picked_cb (UkReminderSettings *self, guint minute)
{
  self->quiet_from = minute;
  send_quiet_hours (self);
}

static void
until_picked_cb (UkReminderSettings *self, guint minute)
{
  self->quiet_until = minute;
  send_quiet_hours (self);
}

static void
add_time (UkReminderSettings *self, const char *word, guint minute, GCallback callback)
{
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *chip = uk_time_chip_new (minute, FALSE);

  gtk_widget_add_css_class (label, "dim");
  gtk_widget_add_css_class (label, "between");
  g_signal_connect_swapped (chip, "picked", callback, self);
  gtk_box_append (self->quiet_times, label);
  gtk_box_append (self->quiet_times, chip);
}

static void
show_quiet_hours (UkReminderSettings *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->quiet_times))) != NULL)
    gtk_box_remove (self->quiet_times, child);
  gtk_widget_set_visible (GTK_WIDGET (self->quiet_times), gtk_switch_get_active (self->quiet));
  /* Translators: before a time of day */
  add_time (self, C_ ("time of day", "from"), self->quiet_from, G_CALLBACK (from_picked_cb));
  /* Translators: between two times of day */
  add_time (self, C_ ("time of day", "to"), self->quiet_until, G_CALLBACK (until_picked_cb));
}

static void
quiet_cb (UkReminderSettings *self)
{
  show_quiet_hours (self);
  send_quiet_hours (self);
}

static void
limits_cb (UkReminderSettings *self)
{
  const guint selected = gtk_drop_down_get_selected (self->most_snoozes);

  if (self->updating || self->context == NULL || selected >= G_N_ELEMENTS (limits))
    return;
  uk_reminder_client_set_limits_async (self->context->reminders,
                                       gtk_switch_get_active (self->after_quiet), limits[selected],
                                       NULL, done_cb, g_object_ref (self));
}

/* What the service has may have been set elsewhere to a number that is not offered. */
static guint
find_limit (guint most_snoozes)
{
  guint i;

  if (most_snoozes == 0)
    return 0;
  for (i = 1; i + 1 < G_N_ELEMENTS (limits) && limits[i] < most_snoozes; i++)
    ;
  return i;
}

static void
fill_limits (UkReminderSettings *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i;

  gtk_string_list_append (names, _ ("As often as I like"));
  for (i = 1; i < G_N_ELEMENTS (limits); i++)
    gtk_string_list_take (names,
                          g_strdup_printf (ngettext ("%u time", "%u times", limits[i]), limits[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->most_snoozes, G_LIST_MODEL (names));
  self->updating = FALSE;
}

/* What the desktop of a sandbox said. */
static char *
describe_background (const char *state)
{
  if (g_str_equal (state, UNTIL_LOGOUT))
    return g_strdup (_ ("They stop when you log out: this desktop starts nothing by itself. Add "
                        "“unknot-service” to what it starts after log-in"));
  if (g_str_equal (state, REFUSED))
    /* Translators: %s is a command */
    return g_strdup_printf (_ ("The desktop refuses. To be asked again: %s"),
                            "flatpak permission-remove background background " UK_APP_ID);
  return NULL;
}

static void
show_autostart (UkReminderSettings *self)
{
  g_autofree char *state = NULL;
  g_autofree char *text = NULL;
  gboolean on = uk_autostart_is_on ();

  if (uk_autostart_is_sandboxed () && self->context != NULL) {
    state = g_settings_get_string (self->context->settings, BACKGROUND);
    text = describe_background (state);
    on = g_str_equal (state, GRANTED);
  }
  self->updating = TRUE;
  gtk_switch_set_active (self->autostart, on);
  self->updating = FALSE;
  gtk_image_set_from_icon_name (self->autostart_icon,
                                on ? "object-select-symbolic" : "dialog-information-symbolic");
  if (text != NULL)
    gtk_label_set_label (self->autostart_text, text);
  else if (on)
    gtk_label_set_label (self->autostart_text, _ ("They start again after you log in"));
  else
    gtk_label_set_label (self->autostart_text,
                         _ ("They stop when you log out, until Unknot is opened again"));
}

static void
background_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderSettings) self = data;
  g_autoptr (GError) error = NULL;
  gboolean background, autostart;

  if (!uk_background_portal_request_finish (result, &background, &autostart, &error))
    fail (self, error->message);
  else if (self->context != NULL)
    g_settings_set_string (self->context->settings, BACKGROUND,
                           !self->wished ? UNASKED
                           : autostart   ? GRANTED
                           : background  ? UNTIL_LOGOUT
                                         : REFUSED);
  if (self->autostart == NULL)
    return;
  uk_window_handle_unexport (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->autostart), TRUE);
  show_autostart (self);
}

static void
request_cb (GtkWidget *widget, const char *handle, gpointer data)
{
  uk_background_portal_request_async (data, handle, UK_REMINDER_SETTINGS (widget)->wished, NULL,
                                      background_cb, g_object_ref (widget));
}

/* Shows what the desktop answers, not what was wished for. */
static void
ask_desktop (UkReminderSettings *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  if (bus == NULL) {
    fail (self, error->message);
    show_autostart (self);
    return;
  }
  self->wished = gtk_switch_get_active (self->autostart);
  gtk_widget_set_sensitive (GTK_WIDGET (self->autostart), FALSE);
  uk_window_handle_export (GTK_WIDGET (self), request_cb, g_object_ref (bus), g_object_unref);
}

static void
autostart_cb (UkReminderSettings *self)
{
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;
  if (uk_autostart_is_sandboxed ()) {
    ask_desktop (self);
    return;
  }
  if (!uk_autostart_set (gtk_switch_get_active (self->autostart), &error))
    fail (self, error->message);
  show_autostart (self);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_REMINDER_SETTINGS);
  G_OBJECT_CLASS (uk_reminder_settings_parent_class)->dispose (object);
}

static void
uk_reminder_settings_class_init (UkReminderSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-reminder-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, quiet_times);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, quiet);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, after_quiet);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, most_snoozes);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, details);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, autostart_icon);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, autostart_text);
  gtk_widget_class_bind_template_child (widget_class, UkReminderSettings, autostart);
  gtk_widget_class_bind_template_callback (widget_class, limits_cb);
  gtk_widget_class_bind_template_callback (widget_class, quiet_cb);
  gtk_widget_class_bind_template_callback (widget_class, autostart_cb);

  signals[FAILED] = g_signal_new ("failed", UK_TYPE_REMINDER_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_reminder_settings_init (UkReminderSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->most_snoozes);
  fill_limits (self);
  self->quiet_from = DEFAULT_QUIET_FROM;
  self->quiet_until = DEFAULT_QUIET_UNTIL;
  show_quiet_hours (self);
  show_autostart (self);
}

/* To be called once. */
void
uk_reminder_settings_set_context (UkReminderSettings *self, const UkContext *context)
{
  g_return_if_fail (UK_IS_REMINDER_SETTINGS (self));
  g_return_if_fail (context != NULL);

  self->context = context;
  g_settings_bind (context->settings, "notification-details", self->details, "active",
                   G_SETTINGS_BIND_DEFAULT);
  show_autostart (self);
}

/* Shows what the service says. */
void
uk_reminder_settings_update (UkReminderSettings *self, const UkReminderStatus *status)
{
  gboolean on;

  g_return_if_fail (UK_IS_REMINDER_SETTINGS (self));
  g_return_if_fail (status != NULL);

  on = status->quiet_from != status->quiet_until;
  if (on && status->quiet_from < UK_MINUTES_PER_DAY && status->quiet_until < UK_MINUTES_PER_DAY) {
    self->quiet_from = status->quiet_from;
    self->quiet_until = status->quiet_until;
  }
  self->updating = TRUE;
  gtk_switch_set_active (self->quiet, on);
  gtk_switch_set_active (self->after_quiet, status->after_quiet_hours);
  gtk_drop_down_set_selected (self->most_snoozes, find_limit (status->most_snoozes));
  self->updating = FALSE;
  show_quiet_hours (self);
  show_autostart (self);
}
