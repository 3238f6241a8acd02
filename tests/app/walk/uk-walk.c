/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/walk/uk-walk.h"

#include "app/support/uk-app-test.h"
#include "app/unknot-app.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-memory-notifier.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"

#include <libintl.h>
#include <locale.h>
#include <stdarg.h>

#define PATIENCE_MS 20000
#define SETTLE_MS 60

/* ---- the program ---- */

/* UK_PSEUDO names a folder with translations, LANGUAGE says which. */
static void
prepare (int *argc, char ***argv)
{
  const char *folder = g_getenv ("UK_PSEUDO");

  g_setenv ("GTK_A11Y", "test", TRUE);
  if (folder != NULL) {
    setlocale (LC_ALL, "");
    bindtextdomain (GETTEXT_PACKAGE, folder);
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    bindtextdomain (UK_CATALOGUE_DOMAIN, folder);
    bind_textdomain_codeset (UK_CATALOGUE_DOMAIN, "UTF-8");
    textdomain (GETTEXT_PACKAGE);
  }
  gtk_test_init (argc, argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* The service in this process; over the bus it is asked all the same. */
static void
start_service (UkWalk *walk)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (UkClock) clock = uk_system_clock_new (0);
  g_autoptr (UkZone) zone = uk_zone_new_fixed ("UTC");
  g_autoptr (UkMemoryNotifier) notifier = uk_memory_notifier_new ();
  g_autoptr (GError) error = NULL;

  walk->scheduler = uk_scheduler_new (clock, zone, walk->context->store, UK_NOTIFIER (notifier));
  uk_scheduler_start (walk->scheduler);
  walk->object = uk_bus_object_new (UK_NOTIFIER (notifier));
  uk_bus_object_set_scheduler (walk->object, walk->scheduler);
  uk_bus_object_export (walk->object, bus, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (bus, UK_SERVICE_ID, 0, NULL, NULL, NULL, NULL);
}

static UkWalk *
make_walk (void)
{
  UkWalk *walk = g_new0 (UkWalk, 1);
  g_autoptr (GVariantDict) options = g_variant_dict_new (NULL);
  g_autoptr (GError) error = NULL;

  walk->application = uk_application_new ();
  G_APPLICATION_GET_CLASS (walk->application)->handle_local_options (G_APPLICATION (walk->application), options);
  g_application_register (G_APPLICATION (walk->application), NULL, &error);
  g_assert_no_error (error);
  walk->context = uk_application_get_context (walk->application);
  g_assert_nonnull (walk->context->store);
  walk->clock = uk_fake_clock_new ("2026-11-24T10:00:00Z");
  start_service (walk);
  return walk;
}

static void
free_walk (UkWalk *walk)
{
  uk_walk_close (walk);
  g_clear_object (&walk->object);
  g_clear_object (&walk->scheduler);
  g_clear_object (&walk->clock);
  g_object_unref (walk->application);
  g_free (walk);
}

static void
add_reminder (UkWalk *walk, const char *routine, const char *title, const char *times)
{
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (times, NULL);
  g_autoptr (UkReminder) reminder = uk_reminder_new (routine, title, recurrence);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (uk_scheduler_save_reminder (walk->scheduler, reminder, &error), >, 0);
  g_assert_no_error (error);
}

/* A person who has used the program for a month. */
static void
fill (UkWalk *walk)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *places[] = { "upper-trapezius", "low-back", "rhomboids", NULL };
  const UkEnrolment enrolment = {
    .id = (char *) "e",
    .programme = (char *) "pg-neck-shoulder-14",
    .region = (char *) "upper-trapezius",
    .side = UK_SIDE_LEFT,
    .started = (UkDay) (now / (24 * 60 * 60)) - 3,
    .first = 1,
    .times = { 480, 750, 1170 },
  };
  guint i, j;

  uk_simulate_history (walk->context->store, now, UK_HISTORY_MONTH);
  for (i = 0; places[i] != NULL; i++) {
    g_autoptr (GPtrArray) due = uk_safety_book_list_due (walk->context->safety, places[i], now);

    for (j = 0; j < due->len; j++) {
      const UkQuestion *question = g_ptr_array_index (due, j);

      uk_safety_book_answer (walk->context->safety, question->id, uk_question_get_scope (question, places[i]),
                             UK_ANSWER_NO, now, NULL);
    }
  }
  uk_safety_book_answer (walk->context->safety, UK_ANSWERED_CONDITIONS, "", UK_ANSWER_NO, now, NULL);
  g_assert_true (uk_programme_book_start (walk->context->programmes, &enrolment, NULL));
  add_reminder (walk, "po-micro-1", "One-minute reset", "weekly;mo,tu,we,th,fr;10:00,15:00");
  add_reminder (walk, "rhomboids-ball-wall", "Ball between shoulder blade and wall", "weekly;mo,tu,we,th,fr,sa,su;20:30");
  walk->filled = TRUE;
}

/* ---- waiting ---- */

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets answers, layouts and frames that are under way come to their end. */
void
uk_walk_settle (UkWalk *walk)
{
  gboolean over = FALSE;

  g_timeout_add (SETTLE_MS, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (uk_walk_get_subject (walk)));
}

static gboolean
shows (gpointer data)
{
  UkWalk *walk = data;

  return uk_app_test_shows_text (GTK_WIDGET (uk_walk_get_subject (walk)), walk->text);
}

/* Waits for @text, which is not translated yet. */
void
uk_walk_expect (UkWalk *walk, const char *text)
{
  walk->text = gettext (text);
  uk_test_spin_until (shows, walk, PATIENCE_MS);
}

typedef struct {
  GtkWindow *window;
  int width;
  int height;
} Size;

static gboolean
is_that_large (gpointer data)
{
  Size *size = data;

  return gtk_widget_get_mapped (GTK_WIDGET (size->window))
         && gtk_widget_get_width (GTK_WIDGET (size->window)) >= size->width
         && gtk_widget_get_height (GTK_WIDGET (size->window)) >= size->height;
}

/* Gives @window that much room inside, or as little as it takes; without a compositor there is a frame around it. */
void
uk_walk_resize (UkWalk *walk, GtkWindow *window, int width, int height)
{
  Size size = { window, width, height };
  int frame;

  gtk_window_set_default_size (window, width, height);
  uk_walk_settle (walk);
  frame = MAX (0, MAX (width - gtk_widget_get_width (GTK_WIDGET (window)),
                       height - gtk_widget_get_height (GTK_WIDGET (window))));
  gtk_window_set_default_size (window, width + frame, height + frame);
  uk_test_spin_until (is_that_large, &size, PATIENCE_MS);
  uk_walk_settle (walk);
}

/* ---- scenes ---- */

static guint
get_depth (GtkWindow *window)
{
  guint depth = 0;

  while ((window = gtk_window_get_transient_for (window)) != NULL)
    depth++;
  return depth;
}

/* Returns: (transfer none): the window before all others */
GtkWindow *
uk_walk_get_subject (UkWalk *walk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *subject = GTK_WINDOW (walk->window);
  GList *each;

  for (each = windows; each != NULL; each = each->next) {
    if (gtk_widget_get_mapped (each->data) && get_depth (each->data) > get_depth (subject))
      subject = each->data;
  }
  return subject;
}

static gboolean
has_dialog (gpointer data)
{
  return uk_walk_get_subject (data) != GTK_WINDOW (((UkWalk *) data)->window);
}

/* Opens @scene in a window of its own.  Returns: (transfer none): what is to be looked at */
GtkWindow *
uk_walk_open (UkWalk *walk, const UkScene *scene, int width, int height)
{
  GtkWindow *subject;

  if (scene->filled && !walk->filled)
    fill (walk);
  walk->window = uk_window_new (GTK_APPLICATION (walk->application), walk->context);
  gtk_window_present (GTK_WINDOW (walk->window));
  uk_walk_resize (walk, GTK_WINDOW (walk->window), width, height);
  if (scene->action != NULL)
    uk_walk_act (walk, scene->action, NULL);
  else
    scene->open (walk);
  uk_walk_settle (walk);
  subject = uk_walk_get_subject (walk);
  if (subject != GTK_WINDOW (walk->window) && gtk_window_get_resizable (subject))
    uk_walk_resize (walk, subject, MIN (width, 640), MIN (height, 700));
  return subject;
}

static void
end_run (UkWalk *walk)
{
  g_autoptr (UkRunRecord) record = uk_store_find_unfinished_run (walk->context->store, NULL);

  if (record != NULL)
    g_assert_true (uk_store_delete_run (walk->context->store, record->id, NULL));
}

static void
close_popover (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
}

void
uk_walk_close (UkWalk *walk)
{
  GtkWindow *subject;

  if (walk->window == NULL)
    return;
  uk_walk_each (GTK_WIDGET (uk_walk_get_subject (walk)), close_popover, NULL);
  while (has_dialog (walk)) {
    subject = uk_walk_get_subject (walk);
    gtk_window_destroy (subject);
  }
  gtk_window_destroy (GTK_WINDOW (walk->window));
  walk->window = NULL;
  end_run (walk);
}

/* The widget of @root whose class has actions of @group. */
static GtkWidget *
find_actor (GtkWidget *root, const char *group)
{
  GtkWidget *child, *found = NULL;
  GType owner;
  const char *name, *property;
  const GVariantType *type;
  guint i;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  for (i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (root), i, &owner, &name, &type, &property); i++) {
    if (g_str_has_prefix (name, group) && name[strlen (group)] == '.' && owner != GTK_TYPE_WINDOW)
      return root;
  }
  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_actor (child, group);
  return found;
}

/* Does an action of what is before all others; @format: (nullable): of a GVariant for its target */
void
uk_walk_act (UkWalk *walk, const char *action, const char *format, ...)
{
  g_autofree char *group = g_strndup (action, strcspn (action, "."));
  GtkWidget *widget = find_actor (GTK_WIDGET (uk_walk_get_subject (walk)), group);
  GVariant *target = NULL;
  va_list values;

  if (format != NULL) {
    va_start (values, format);
    target = g_variant_ref_sink (g_variant_new_va (format, NULL, &values));
    va_end (values);
  }
  if (widget == NULL || !gtk_widget_activate_action_variant (widget, action, target))
    g_error ("there is no action %s", action);
  g_clear_pointer (&target, g_variant_unref);
  uk_walk_settle (walk);
}

/* Presses the button with @text, which is not translated yet. */
void
uk_walk_press (UkWalk *walk, const char *text)
{
  GtkWidget *button;

  uk_walk_settle (walk);
  button = uk_app_test_find (GTK_WIDGET (uk_walk_get_subject (walk)), GTK_TYPE_BUTTON, gettext (text));
  if (button == NULL)
    g_error ("there is no button “%s”", text);
  g_signal_emit_by_name (button, "clicked");
  uk_walk_settle (walk);
}

/* ---- widgets ---- */

/* Calls @func for @root and all below it that is on the screen. */
void
uk_walk_each (GtkWidget *root, UkWalkFunc func, gpointer data)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (root) || !gtk_widget_get_child_visible (root))
    return;
  func (root, data);
  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    uk_walk_each (child, func, data);
}

/* Returns: (transfer none) (nullable): the first of @type that is on the screen */
GtkWidget *
uk_walk_find (GtkWidget *root, GType type)
{
  GtkWidget *child, *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = uk_walk_find (child, type);
  return found;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_IMAGE (widget))
    return gtk_image_get_icon_name (GTK_IMAGE (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  return gtk_widget_get_tooltip_text (widget);
}

/* Returns: (transfer full): what tells it from others, for a message */
char *
uk_walk_describe (GtkWidget *widget)
{
  GString *words = g_string_new (G_OBJECT_TYPE_NAME (widget));
  const char *text = get_text (widget);
  GtkWidget *parent;
  guint n = 0;

  if (text != NULL)
    g_string_append_printf (words, " “%s”", text);
  for (parent = gtk_widget_get_parent (widget); parent != NULL && n < 5; parent = gtk_widget_get_parent (parent)) {
    g_string_append_printf (words, " < %s", G_OBJECT_TYPE_NAME (parent));
    n++;
  }
  return g_string_free (words, FALSE);
}

/* ---- tests ---- */

typedef struct {
  UkWalk *walk;
  const UkScene *scene;
  void (*test) (UkWalk *walk, const UkScene *scene);
} Case;

static void
run_case (gconstpointer data)
{
  const Case *c = data;

  c->test (c->walk, c->scene);
  uk_walk_close (c->walk);
}

/* One test for every scene. */
static void
add_tests (const char *path, UkWalk *walk, void (*test) (UkWalk *walk, const UkScene *scene))
{
  guint i;

  for (i = 0; i < uk_n_scenes; i++) {
    g_autofree char *name = g_strdup_printf ("%s/%s", path, uk_scenes[i].name);
    Case *c = g_new0 (Case, 1);

    *c = (Case){ walk, &uk_scenes[i], test };
    g_test_add_data_func_full (name, c, run_case, g_free);
  }
}

/* For main(). */
int
uk_walk_run (int argc, char **argv, const char *path, void (*test) (UkWalk *walk, const UkScene *scene))
{
  UkWalk *walk;
  int rc;

  prepare (&argc, &argv);
  walk = make_walk ();
  add_tests (path, walk, test);
  rc = g_test_run ();
  free_walk (walk);
  return rc;
}
