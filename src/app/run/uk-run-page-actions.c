/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/run/uk-run-page-private.h"

/* What acts only while a run goes on; a click may still come from a page that is leaving. */
static const char *const of_stage[] = {
  "run.toggle", "run.back", "run.skip", "run.add-seconds", "run.soften", "run.undo-soften",
};

static gboolean
shows (UkRunPage *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->run != NULL)
    uk_run_obey (self->run, UK_MEDIA_TOGGLE, 0, uk_run_page_get_now (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->run != NULL)
    uk_run_back (self->run, uk_run_page_get_now (self));
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->run != NULL)
    uk_run_skip (self->run, uk_run_page_get_now (self));
}

static void
add_seconds_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->run != NULL && uk_run_add_seconds (self->run, g_variant_get_int32 (target), uk_run_page_get_now (self)))
    uk_run_stage_update (self->stage);
}

static void
soften_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->run == NULL || !uk_run_soften (self->run, uk_run_page_get_now (self)))
    return;
  uk_run_page_remember_softened (self);
  uk_run_stage_update (self->stage);
}

static void
undo_soften_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->run == NULL || !uk_run_undo_soften (self->run, uk_run_page_get_now (self)))
    return;
  uk_run_page_remember_softened (self);
  uk_run_stage_update (self->stage);
}

/* A number means something only where it is asked for. */
static void
rate_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (shows (self, "before"))
    uk_run_before_rate (self->before, g_variant_get_int32 (target));
  else if (shows (self, "finish"))
    uk_run_finish_rate (self->finish, g_variant_get_int32 (target));
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (uk_run_page_is_running (self))
    uk_run_end (self->run, uk_run_page_get_now (self));
  else
    uk_run_page_close (self);
}

static void
full_screen_cb (UkRunPage *self)
{
  const gboolean full = self->window != NULL && gtk_window_is_fullscreen (self->window);

  gtk_widget_set_visible (GTK_WIDGET (self->header), !full);
  gtk_button_set_icon_name (self->full_screen,
                            full ? "view-restore-symbolic" : "view-fullscreen-symbolic");
}

static void
full_screen_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (self->window == NULL) {
    g_set_weak_pointer (&self->window, window);
    g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (full_screen_cb), self,
                             G_CONNECT_SWAPPED);
  }
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* One step out: of the full screen, then of the run. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRunPage *self = UK_RUN_PAGE (widget);

  if (self->window != NULL && gtk_window_is_fullscreen (self->window))
    gtk_window_unfullscreen (self->window);
  else
    end_action (widget, name, NULL);
}

static void
add_number_keys (GtkWidgetClass *widget_class)
{
  guint i;

  for (i = 0; i <= 9; i++) {
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "run.rate", "i", i);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "run.rate", "i", i);
  }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, 0, "run.rate", "i", 10);
}

/* Remote controls for presentations send the page keys. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_space, "run.toggle" },     { GDK_KEY_KP_Space, "run.toggle" },
    { GDK_KEY_AudioPlay, "run.toggle" }, { GDK_KEY_AudioPause, "run.toggle" },
    { GDK_KEY_Left, "run.back" },        { GDK_KEY_KP_Left, "run.back" },
    { GDK_KEY_Page_Up, "run.back" },     { GDK_KEY_AudioPrev, "run.back" },
    { GDK_KEY_Right, "run.skip" },       { GDK_KEY_KP_Right, "run.skip" },
    { GDK_KEY_Page_Down, "run.skip" },   { GDK_KEY_AudioNext, "run.skip" },
    { GDK_KEY_F11, "run.full-screen" },  { GDK_KEY_Escape, "run.escape" },
  };
  static const guint more[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint less[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  for (i = 0; i < G_N_ELEMENTS (more); i++)
    gtk_widget_class_add_binding_action (widget_class, more[i], 0, "run.add-seconds", "i", 10);
  for (i = 0; i < G_N_ELEMENTS (less); i++)
    gtk_widget_class_add_binding_action (widget_class, less[i], 0, "run.add-seconds", "i", -10);
}

void
uk_run_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "run.toggle", NULL, toggle_action },
    { "run.back", NULL, back_action },
    { "run.skip", NULL, skip_action },
    { "run.add-seconds", "i", add_seconds_action },
    { "run.soften", NULL, soften_action },
    { "run.undo-soften", NULL, undo_soften_action },
    { "run.rate", "i", rate_action },
    { "run.end", NULL, end_action },
    { "run.full-screen", NULL, full_screen_action },
    { "run.escape", NULL, escape_action },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  add_keys (widget_class);
  add_number_keys (widget_class);
}

/* Which actions there are on the page that is shown. */
void
uk_run_page_update_actions (UkRunPage *self)
{
  const gboolean on_stage = shows (self, "stage");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (of_stage); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_stage[i], on_stage);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.rate", !on_stage);
}

void
uk_run_page_leave_full_screen (UkRunPage *self)
{
  if (self->window == NULL)
    return;
  gtk_window_unfullscreen (self->window);
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_clear_weak_pointer (&self->window);
  full_screen_cb (self);
}
