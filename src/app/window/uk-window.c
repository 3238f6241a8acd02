/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/window/uk-window.h"
#include "app/body/uk-body-page.h"
#include "app/body/uk-chart-picture.h"
#include "app/body/uk-routine-dialog.h"
#include "app/data/uk-data-tools.h"
#include "app/facts/uk-facts-dialog.h"
#include "app/help/uk-help-dialog.h"
#include "app/own/uk-own-dialog.h"
#include "app/plans/uk-plans-page.h"
#include "app/plans/uk-programme-keeper.h"
#include "app/preferences/uk-preferences.h"
#include "app/progress/uk-progress-page.h"
#include "app/reminders/uk-reminders-page.h"
#include "app/run/uk-run-page.h"
#include "app/safety/uk-safety-dialog.h"
#include "app/safety/uk-safety-guard.h"
#include "core/store/uk-store-runs.h"

#include <glib/gi18n.h>

struct _UkWindow {
  AdwApplicationWindow parent_instance;

  const UkContext *context; /* of the application */

  /* of the template */
  AdwToastOverlay *toasts;
  GtkStack *stage;
  GtkStack *titles;
  AdwViewSwitcherTitle *switcher;
  AdwWindowTitle *detail_title;
  GtkWidget *back;
  GtkMenuButton *menu;
  GMenuModel *main_menu;
  GtkBox *frame;
  AdwViewStack *pages;
  UkBodyPage *body;
  AdwBin *plans;
  AdwBin *reminders;
  AdwBin *progress;

  UkClock *clock;            /* owned */
  UkProgrammeKeeper *keeper; /* owned */
  AdwViewSwitcherBar *switcher_bar; /* of the frame, NULL until the window is narrow */
  UkRunPage *run;                   /* of the stage, NULL before the first run */
  guint header_update;              /* source, 0 for none */
  gboolean checking;                /* whether a run may start */
};

/* A run that may start once it is known to be safe. */
typedef struct {
  UkWindow *window;         /* owned */
  const UkRoutine *routine; /* of the catalogue */
  char *region;             /* owned, nullable */
  UkSide side;
} Start;

G_DEFINE_FINAL_TYPE (UkWindow, uk_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- header ---- */

static void
ensure_switcher_bar (UkWindow *self)
{
  if (self->switcher_bar != NULL)
    return;
  self->switcher_bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->pages);
  gtk_box_append (self->frame, GTK_WIDGET (self->switcher_bar));
}

/* Most windows are closed without a look at the menu. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, UK_WINDOW (data)->main_menu);
}

/* While a panel covers the body, its title and a way back take the place of the page switcher. */
static void
update_header (UkWindow *self)
{
  gboolean narrow = adw_view_switcher_title_get_title_visible (self->switcher);
  g_autofree char *detail = NULL;

  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  if (g_strcmp0 (page, "body") == 0)
    g_object_get (self->body, "detail", &detail, NULL);
  else if (g_strcmp0 (page, "plans") == 0 && adw_bin_get_child (self->plans) != NULL)
    g_object_get (adw_bin_get_child (self->plans), "detail", &detail, NULL);
  if (detail != NULL)
    adw_window_title_set_title (self->detail_title, detail);
  gtk_stack_set_visible_child_name (self->titles, detail != NULL ? "detail" : "switcher");
  gtk_widget_set_visible (self->back, detail != NULL);
  if (narrow)
    ensure_switcher_bar (self);
  if (self->switcher_bar != NULL)
    adw_view_switcher_bar_set_reveal (self->switcher_bar, detail == NULL && narrow);
  /* For the style sheet */
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static gboolean
update_header_cb (gpointer data)
{
  UkWindow *self = data;

  self->header_update = 0;
  update_header (self);
  return G_SOURCE_REMOVE;
}

/* What changes while room is given out must not ask for other room at once. */
static void
queue_header (UkWindow *self)
{
  if (self->header_update == 0)
    self->header_update = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_header_cb, self, NULL);
}

static void
detail_changed_cb (UkWindow *self)
{
  queue_header (self);
}

static void
page_changed_cb (UkWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  if (self->context == NULL || name == NULL)
    return;
  g_settings_set_string (self->context->settings, "last-page", name);
  update_header (self);
}

/* ---- actions ---- */

static void
search_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);

  uk_window_show_page (self, "body");
  uk_body_page_start_search (self->body);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "plans") == 0)
    uk_plans_page_go_back (UK_PLANS_PAGE (adw_bin_get_child (self->plans)));
  else
    uk_body_page_go_back (self->body);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_menu_button_popup (UK_WINDOW (widget)->menu);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *dialog = uk_preferences_new (UK_WINDOW (widget)->context);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Built when it is first asked for: a set-up by the toolkit's own would cost every start. */
static void
help_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkApplicationWindow *self = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (self) == NULL) {
    g_autoptr (GtkBuilder) builder
        = gtk_builder_new_from_resource ("/unknot/app/window/help-overlay.ui");

    gtk_application_window_set_help_overlay (
        self, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

static void
manual_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *dialog = uk_help_dialog_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  uk_window_show_page (UK_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
show_region_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);
  const char *region, *side_id;
  UkSide side = UK_SIDE_NONE;

  g_variant_get (target, "(&s&s)", &region, &side_id);
  uk_side_from_id (side_id, &side);
  if (uk_catalogue_get_region (self->context->catalogue, region) != NULL)
    uk_window_show_region (self, region, side);
}

/* Reads a target (routine, region or nothing, side) that may come from anywhere. */
static const UkRoutine *
read_target (UkWindow *self, GVariant *target, const char **region, UkSide *side)
{
  const char *routine, *side_id;

  g_variant_get (target, "(&s&s&s)", &routine, region, &side_id);
  if (uk_catalogue_get_region (self->context->catalogue, *region) == NULL)
    *region = NULL;
  *side = UK_SIDE_NONE;
  uk_side_from_id (side_id, side);
  return uk_catalogue_get_routine (self->context->catalogue, routine);
}

static void
start_run_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);
  const char *region;
  UkSide side;
  const UkRoutine *routine = read_target (self, target, &region, &side);

  if (routine != NULL)
    uk_window_start_run (self, routine, region, side);
}

/* The same once more, for the same place. */
static void
repeat_run_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);
  g_autoptr (GPtrArray) runs = NULL;
  const UkRunRecord *last = NULL;
  const UkRoutine *routine = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stage), "run") == 0)
    return;
  if (self->context->store != NULL)
    runs = uk_store_list_newest_runs (self->context->store, NULL, UK_SIDE_NONE, 1, NULL);
  if (runs != NULL && runs->len > 0)
    last = g_ptr_array_index (runs, 0);
  if (last != NULL)
    routine = uk_catalogue_get_routine (self->context->catalogue, last->routine);
  if (routine != NULL)
    uk_window_start_run (self, routine, last->region, last->side);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("There is no run to repeat yet")));
}

static void
show_routine_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);
  const char *region;
  UkSide side;
  const UkRoutine *routine = read_target (self, target, &region, &side);
  GtkWidget *dialog;

  if (routine == NULL)
    return;
  dialog = uk_routine_dialog_new (self->context, routine, region, side);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Target: “source:ID”, “technique:ID” or nothing. */
static void
show_facts_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *dialog = uk_facts_dialog_new (UK_WINDOW (widget)->context);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (dialog));
  uk_facts_dialog_show (UK_FACTS_DIALOG (dialog), g_variant_get_string (target, NULL));
}

/* ---- the user's own routines ---- */

static UkOwnDialog *
present_own (UkWindow *self)
{
  GtkWidget *dialog = uk_own_dialog_new (self->context);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
  return UK_OWN_DIALOG (dialog);
}

static void
own_routines_action (GtkWidget *widget, const char *name, GVariant *target)
{
  present_own (UK_WINDOW (widget));
}

/* A shipped routine is copied, one of the user's is changed. */
static void
edit_routine_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);
  const UkRoutine *routine
      = uk_catalogue_get_routine (self->context->catalogue, g_variant_get_string (target, NULL));

  if (routine != NULL)
    uk_own_dialog_edit (present_own (self), routine);
}

static gboolean
drop_cb (UkWindow *self, const GValue *value)
{
  UkOwnDialog *dialog = present_own (self);
  const GSList *file;

  for (file = g_value_get_boxed (value); file != NULL; file = file->next)
    uk_own_dialog_import (dialog, file->data);
  return TRUE;
}

/* ---- the run ---- */

/* A part of a plan's day has several routines: the next one is a click away. */
static void
offer_next (UkWindow *self)
{
  UkDue due;
  g_autofree char *region = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (!uk_programme_keeper_find_next (self->keeper, &due, &region))
    return;
  text = g_strdup_printf (_ ("Next in your plan: %s"), due.routine->title);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Start"));
  adw_toast_set_action_target (toast, "(sss)", due.routine->id, region != NULL ? region : "",
                               uk_side_to_id (due.side));
  adw_toast_set_action_name (toast, "win.start-run");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
run_closed_cb (UkWindow *self)
{
  gtk_stack_set_visible_child_name (self->stage, "pages");
  uk_programme_keeper_note_runs (self->keeper);
  uk_body_page_update (self->body);
  offer_next (self);
}

static void
reminder_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (uk_reminder_client_save_finish (UK_REMINDER_CLIENT (source), result, &error) > 0) {
    AdwToast *toast = adw_toast_new (_ ("You will be reminded"));

    adw_toast_set_button_label (toast, _ ("_Reminders"));
    adw_toast_set_action_name (toast, "win.show-page");
    adw_toast_set_action_target (toast, "s", "reminders");
    adw_toast_overlay_add_toast (self->toasts, toast);
    return;
  }
  uk_window_tell_problem (self, error->message);
}

/* @first: Unix seconds of the first time; the same time of day follows every day, for a knot while
 * it is sore. */
static void
remind_cb (UkWindow *self, const char *routine_id, const char *region, int side, gint64 first)
{
  const UkRoutine *routine = uk_catalogue_get_routine (self->context->catalogue, routine_id);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (first);
  guint minute = g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
  g_autoptr (UkRecurrence) recurrence
      = uk_recurrence_new (UK_EVERY_DAY, &minute, 1, UK_DAY_NONE, UK_DAY_NONE, NULL);
  g_autoptr (UkReminder) reminder = NULL;

  g_return_if_fail (routine != NULL && recurrence != NULL);
  reminder = uk_reminder_new (routine->id, routine->title, recurrence);
  if (region != NULL)
    uk_reminder_follow (reminder, region, side);
  uk_reminder_client_save_async (self->context->reminders, reminder, NULL, reminder_saved_cb,
                                 g_object_ref (self));
}

/* What was new may speak against the run that was about to start. */
static void
safety_gone_cb (UkWindow *self, UkSafetyDialog *dialog)
{
  const char *region = g_object_get_data (G_OBJECT (dialog), "region");

  if (!uk_safety_dialog_is_complete (dialog)
      || uk_safety_book_get_urgency (self->context->safety, region, NULL) <= UK_URGENCY_SOON)
    run_closed_cb (self);
}

static void
check_safety_cb (UkWindow *self, const char *region)
{
  GtkWidget *dialog = uk_safety_dialog_new (self->context->safety, region, UK_SAFETY_ASK_AFRESH);

  g_object_set_data_full (G_OBJECT (dialog), "region", g_strdup (region), g_free);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (safety_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
safety_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);
  const UkRegion *region = uk_body_page_get_region (self->body);
  GtkWidget *dialog = uk_safety_dialog_new (self->context->safety,
                                            region != NULL ? region->id : NULL, UK_SAFETY_ASK_EDIT);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Pages are made when they are first needed: most days only one or two are. */
static UkRunPage *
get_run_page (UkWindow *self)
{
  if (self->run != NULL)
    return self->run;
  self->run = UK_RUN_PAGE (uk_run_page_new ());
  uk_run_page_set_context (self->run, self->context);
  g_signal_connect_object (self->run, "closed", G_CALLBACK (run_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "check-safety", G_CALLBACK (check_safety_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "remind", G_CALLBACK (remind_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stage, GTK_WIDGET (self->run), "run");
  return self->run;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Start *start = data;
  UkWindow *self = start->window;

  self->checking = FALSE;
  if (uk_safety_guard_check_finish (result)) {
    uk_run_page_prepare (get_run_page (self), start->routine, start->region, start->side, FALSE);
    gtk_stack_set_visible_child_name (self->stage, "run");
  }
  g_object_unref (start->window);
  g_free (start->region);
  g_free (start);
}

/* A run that a crash or a closed window interrupted goes on where it was. */
static void
continue_run (UkWindow *self)
{
  g_autoptr (UkRunRecord) record = NULL;

  if (self->context->store != NULL)
    record = uk_store_find_unfinished_run (self->context->store, NULL);
  if (record != NULL && uk_run_page_continue (get_run_page (self)))
    gtk_stack_set_visible_child_name (self->stage, "run");
}

static void
plans_mapped_cb (UkWindow *self)
{
  GtkWidget *page;

  if (adw_bin_get_child (self->plans) != NULL)
    return;
  page = g_object_new (UK_TYPE_PLANS_PAGE, NULL);
  uk_plans_page_set_context (UK_PLANS_PAGE (page), self->context, self->clock);
  g_signal_connect_object (page, "notify::detail", G_CALLBACK (detail_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->plans, page);
}

/* @target: id of a plan */
static void
show_plan_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkWindow *self = UK_WINDOW (widget);

  plans_mapped_cb (self);
  uk_plans_page_show (UK_PLANS_PAGE (adw_bin_get_child (self->plans)), g_variant_get_string (target, NULL));
  uk_window_show_page (self, "plans");
}

static void
reminders_mapped_cb (UkWindow *self)
{
  GtkWidget *page;

  if (adw_bin_get_child (self->reminders) != NULL)
    return;
  page = g_object_new (UK_TYPE_REMINDERS_PAGE, NULL);
  uk_reminders_page_set_context (UK_REMINDERS_PAGE (page), self->context);
  adw_bin_set_child (self->reminders, page);
}

static void
progress_mapped_cb (UkWindow *self)
{
  GtkWidget *page;

  if (adw_bin_get_child (self->progress) != NULL)
    return;
  page = g_object_new (UK_TYPE_PROGRESS_PAGE, NULL);
  uk_progress_page_set_context (UK_PROGRESS_PAGE (page), self->context);
  adw_bin_set_child (self->progress, page);
}

/* What is not shown reads its data when it is. */
static void
data_changed_cb (UkWindow *self)
{
  GtkWidget *progress = adw_bin_get_child (self->progress);

  uk_body_page_update (self->body);
  if (progress != NULL)
    uk_progress_page_update (UK_PROGRESS_PAGE (progress));
}

/* ---- size ---- */

static void
restore_size (UkWindow *self)
{
  GSettings *settings = self->context->settings;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
close_request (GtkWindow *window)
{
  UkWindow *self = UK_WINDOW (window);
  int width, height;

  if (self->run != NULL)
    uk_run_page_leave (self->run);
  uk_chart_picture_remember (self->context->settings);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->context->settings, "window-maximized",
                          gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window)) {
    g_settings_set_int (self->context->settings, "window-width", MAX (width, 360));
    g_settings_set_int (self->context->settings, "window-height", MAX (height, 400));
  }
  return GTK_WINDOW_CLASS (uk_window_parent_class)->close_request (window);
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkWindow *self = UK_WINDOW (object);

  g_clear_handle_id (&self->header_update, g_source_remove);
  g_clear_object (&self->keeper);
  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_WINDOW);
  G_OBJECT_CLASS (uk_window_parent_class)->dispose (object);
}

static void
uk_window_class_init (UkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;

  g_type_ensure (UK_TYPE_BODY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/window/uk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, UkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, detail_title);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, back);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, body);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, plans);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, reminders);
  gtk_widget_class_bind_template_child (widget_class, UkWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, detail_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, plans_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, progress_mapped_cb);

  gtk_widget_class_install_action (widget_class, "win.safety", NULL, safety_action);
  gtk_widget_class_install_action (widget_class, "win.own-routines", NULL, own_routines_action);
  gtk_widget_class_install_action (widget_class, "win.show-facts", "s", show_facts_action);
  gtk_widget_class_install_action (widget_class, "win.edit-routine", "s", edit_routine_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.manual", NULL, manual_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-plan", "s", show_plan_action);
  gtk_widget_class_install_action (widget_class, "win.show-region", "(ss)", show_region_action);
  gtk_widget_class_install_action (widget_class, "win.start-run", "(sss)", start_run_action);
  gtk_widget_class_install_action (widget_class, "win.repeat-run", NULL, repeat_run_action);
  gtk_widget_class_install_action (widget_class, "win.show-routine", "(sss)", show_routine_action);
}

static void
uk_window_init (UkWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_menu_button_set_create_popup_func (self->menu, fill_menu_cb, self, NULL);
  g_signal_connect_object (self->switcher, "notify::title-visible", G_CALLBACK (queue_header),
                           self, G_CONNECT_SWAPPED);
}

UkWindow *
uk_window_new (GtkApplication *application, const UkContext *context)
{
  UkWindow *self = g_object_new (UK_TYPE_WINDOW, "application", application, NULL);
  UkDataTools *tools;

  self->context = context;
  self->clock = uk_system_clock_new (0);
  self->keeper = uk_programme_keeper_new (context, self->clock);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (uk_window_tell_problem), self, G_CONNECT_SWAPPED);
  restore_size (self);
  uk_body_page_set_context (self->body, context);
  tools = uk_data_tools_new (ADW_APPLICATION_WINDOW (self), self->toasts, context);
  g_signal_connect_object (tools, "changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), "data-tools", tools, g_object_unref);
  continue_run (self);
  update_header (self);
  return self;
}

/* @name: body, plans, reminders or progress; an unknown one is ignored */
void
uk_window_show_page (UkWindow *self, const char *name)
{
  g_return_if_fail (UK_IS_WINDOW (self) && name != NULL);

  if (adw_view_stack_get_child_by_name (self->pages, name) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stage, "pages");
  adw_view_stack_set_visible_child_name (self->pages, name);
}

/* @region must be in the catalogue. */
void
uk_window_show_region (UkWindow *self, const char *region, UkSide side)
{
  g_return_if_fail (UK_IS_WINDOW (self) && region != NULL);

  uk_window_show_page (self, "body");
  uk_body_page_show_region (self->body, region, side);
}

/* Starts once the safety questions allow it.  @region: (nullable): where; %NULL: the first of the
 * routine */
void
uk_window_start_run (UkWindow *self, const UkRoutine *routine, const char *region, UkSide side)
{
  Start *start;

  g_return_if_fail (UK_IS_WINDOW (self) && routine != NULL);

  if (self->checking)
    return;
  if (region == NULL)
    region = routine->regions[0];
  start = g_new0 (Start, 1);
  start->window = g_object_ref (self);
  start->routine = routine;
  start->region = g_strdup (region);
  start->side = side;
  self->checking = TRUE;
  uk_safety_guard_check_async (self->context, GTK_WINDOW (self), routine, region, side, checked_cb,
                               start);
}

/* Looks for @words in places and routines. */
void
uk_window_search (UkWindow *self, const char *words)
{
  g_return_if_fail (UK_IS_WINDOW (self) && words != NULL);

  uk_window_show_page (self, "body");
  uk_body_page_search (self->body, words);
}

/* Adds the routines of @files, a list of GFile, to the user's own, or says why not. */
void
uk_window_import (UkWindow *self, GPtrArray *files)
{
  UkDataTools *tools;
  UkOwnDialog *dialog = NULL;
  guint i;

  g_return_if_fail (UK_IS_WINDOW (self) && files != NULL);

  tools = g_object_get_data (G_OBJECT (self), "data-tools");
  for (i = 0; i < files->len; i++) {
    GFile *file = g_ptr_array_index (files, i);

    if (uk_data_tools_open (tools, file))
      continue;
    if (dialog == NULL)
      dialog = present_own (self);
    uk_own_dialog_import (dialog, file);
  }
}

/* Returns: whether a routine is being performed, which nothing from outside may disturb */
gboolean
uk_window_is_running (UkWindow *self)
{
  g_return_val_if_fail (UK_IS_WINDOW (self), FALSE);

  return self->run != NULL && uk_run_page_is_running (self->run);
}

/* Says @text, a translated sentence, for a few seconds. */
void
uk_window_tell (UkWindow *self, const char *text)
{
  g_return_if_fail (UK_IS_WINDOW (self) && text != NULL);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* Says something that went wrong, in a dialog; @text is a translated sentence. */
void
uk_window_tell_problem (UkWindow *self, const char *text)
{
  GtkWidget *dialog;

  g_return_if_fail (UK_IS_WINDOW (self) && text != NULL);

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Something needs your attention"), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
