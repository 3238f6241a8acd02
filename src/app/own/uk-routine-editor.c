/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/own/uk-routine-editor.h"

#include "app/own/uk-choice-list.h"
#include "app/own/uk-pose-picker.h"
#include "app/own/uk-step-card.h"
#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-equipment.h"
#include "core/catalogue/uk-routine-draft.h"

#include <glib/gi18n.h>

struct _UkRoutineEditor {
  AdwWindow parent_instance;

  const UkContext *context; /* of the application */
  UkRoutineDraft *draft;    /* (owned) */
  gboolean filling;
  gboolean touched; /* something was changed: its problems may be told */
  UkStepCard *picking; /* whose picture is being chosen */
  guint slot;

  /* of the template */
  AdwWindowTitle *heading;
  GtkButton *cancel;
  GtkWidget *save;
  GtkStack *stack;
  GtkEditable *title;
  GtkEditable *summary;
  AdwComboRow *technique;
  AdwActionRow *places;
  AdwActionRow *things;
  GtkBox *steps;
  GtkEditable *feel;
  GtkEditable *avoid;
  GtkWidget *note;
  GtkLabel *note_text;
  UkPosePicker *picker;
  UkChoiceList *place_list;
  UkChoiceList *thing_list;
};

G_DEFINE_FINAL_TYPE (UkRoutineEditor, uk_routine_editor, ADW_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- problems ---- */

static void
show_problems (UkRoutineEditor *self, GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *card;
  int step = 0;
  guint i;

  for (i = 0; i < problems->len; i++) {
    const UkRoutineProblem *problem = g_ptr_array_index (problems, i);

    if (problem->step < 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", problem->text);
  }
  gtk_label_set_label (self->note_text, text->str);
  gtk_widget_set_visible (self->note, self->touched && text->len > 0);
  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->steps)); card != NULL;
       card = gtk_widget_get_next_sibling (card)) {
    const char *found = NULL;

    for (i = 0; i < problems->len && found == NULL; i++) {
      const UkRoutineProblem *problem = g_ptr_array_index (problems, i);

      if (problem->step == step)
        found = problem->text;
    }
    uk_step_card_show_problem (UK_STEP_CARD (card), self->touched ? found : NULL);
    step++;
  }
}

static void
check (UkRoutineEditor *self)
{
  UkRoutine *built = uk_routine_draft_build (self->draft);
  g_autoptr (GPtrArray) problems = uk_own_routines_check (self->context->own, built);

  uk_routine_draft_free_built (built);
  show_problems (self, problems);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", problems->len == 0);
}

static void
changed (UkRoutineEditor *self)
{
  self->touched = TRUE;
  check (self);
}

/* ---- head ---- */

static void
words_changed_cb (UkRoutineEditor *self)
{
  if (self->filling)
    return;
  uk_routine_draft_set_text (&self->draft->title, gtk_editable_get_text (self->title));
  uk_routine_draft_set_text (&self->draft->summary, gtk_editable_get_text (self->summary));
  uk_routine_draft_set_text (&self->draft->feel, gtk_editable_get_text (self->feel));
  uk_routine_draft_set_text (&self->draft->avoid, gtk_editable_get_text (self->avoid));
  changed (self);
}

static void
technique_changed_cb (UkRoutineEditor *self)
{
  if (self->filling)
    return;
  self->draft->technique = (UkTechnique)adw_combo_row_get_selected (self->technique);
  changed (self);
}

static void
show_choices (UkRoutineEditor *self)
{
  g_autofree char *places = uk_choice_list_describe (self->place_list);
  g_autofree char *things = uk_choice_list_describe (self->thing_list);

  adw_action_row_set_subtitle (self->places, places[0] != '\0' ? places : _ ("The whole body"));
  adw_action_row_set_subtitle (self->things, things[0] != '\0' ? things : _ ("Nothing"));
}

static void
choices_changed_cb (UkRoutineEditor *self)
{
  g_auto (GStrv) places = uk_choice_list_get_chosen (self->place_list);
  g_auto (GStrv) things = uk_choice_list_get_chosen (self->thing_list);

  uk_routine_draft_set_list (&self->draft->regions, (const char *const *)places);
  uk_routine_draft_set_list (&self->draft->equipment, (const char *const *)things);
  show_choices (self);
  changed (self);
}

/* ---- pages ---- */

static void
show_page (UkRoutineEditor *self, const char *name, const char *title)
{
  gboolean form = g_str_equal (name, "form");

  gtk_stack_set_visible_child_name (self->stack, name);
  adw_window_title_set_title (self->heading, title);
  gtk_button_set_label (self->cancel, form ? _ ("Cancel") : _ ("Back"));
  gtk_widget_set_visible (self->save, form);
}

static void
show_form (UkRoutineEditor *self)
{
  show_page (self, "form", _ ("Your own routine"));
}

static void
places_cb (UkRoutineEditor *self)
{
  show_page (self, "places", _ ("Places"));
}

static void
things_cb (UkRoutineEditor *self)
{
  show_page (self, "things", _ ("What is needed"));
}

static void
chosen_cb (UkRoutineEditor *self, const char *pose)
{
  if (self->picking != NULL)
    uk_step_card_set_pose (self->picking, self->slot, pose);
  show_form (self);
}

/* ---- steps ---- */

static void fill_steps (UkRoutineEditor *self, int focus);

static void
pick_cb (UkStepCard *card, guint slot, UkRoutineEditor *self)
{
  self->picking = card;
  self->slot = slot;
  show_page (self, "picker", _ ("Picture"));
  uk_pose_picker_start (self->picker, self->draft->technique);
}

static void
move_cb (UkStepCard *card, guint from, guint to, UkRoutineEditor *self)
{
  if (from >= self->draft->steps->len || to >= self->draft->steps->len || from == to)
    return;
  uk_routine_draft_move_step (self->draft, from, to);
  fill_steps (self, (int)to);
  changed (self);
}

static void
removed_cb (UkStepCard *card, UkRoutineEditor *self)
{
  GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->steps));
  guint index = 0;

  for (; other != NULL && other != GTK_WIDGET (card); other = gtk_widget_get_next_sibling (other))
    index++;
  uk_routine_draft_remove_step (self->draft, index);
  fill_steps (self, self->draft->steps->len == 0 ? -1 : (int)MIN (index, self->draft->steps->len - 1));
  changed (self);
}

static GtkWidget *
build_card (UkRoutineEditor *self, guint index)
{
  GtkWidget *card = uk_step_card_new (g_ptr_array_index (self->draft->steps, index));

  uk_step_card_set_place (UK_STEP_CARD (card), index, self->draft->steps->len);
  g_signal_connect_object (card, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "pick", G_CALLBACK (pick_cb), self, 0);
  g_signal_connect_object (card, "move", G_CALLBACK (move_cb), self, 0);
  g_signal_connect_object (card, "removed", G_CALLBACK (removed_cb), self, 0);
  return card;
}

/* @focus: the step that gets the cursor, -1: none */
static void
fill_steps (UkRoutineEditor *self, int focus)
{
  GtkWidget *child;
  guint i;

  self->picking = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  for (i = 0; i < self->draft->steps->len; i++) {
    GtkWidget *card = build_card (self, i);

    gtk_box_append (self->steps, card);
    if ((int)i == focus)
      uk_step_card_focus_text (UK_STEP_CARD (card));
  }
}

static void
add_step_cb (UkRoutineEditor *self)
{
  guint last = self->draft->steps->len;
  UkDraftStep *step = uk_routine_draft_add_step (self->draft);

  if (last > 0) {
    const UkDraftStep *before = g_ptr_array_index (self->draft->steps, last - 1);
    const char *pose[] = { before->poses[0], NULL };

    step->sides = before->sides;
    uk_routine_draft_set_list (&step->poses, pose);
  }
  fill_steps (self, (int)last);
  changed (self);
}

/* ---- actions ---- */

static void
discard_cb (UkRoutineEditor *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Asks before words are lost. */
static gboolean
close_request (GtkWindow *window)
{
  UkRoutineEditor *self = UK_ROUTINE_EDITOR (window);
  GtkWidget *dialog;

  if (!self->touched)
    return GTK_WINDOW_CLASS (uk_routine_editor_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Discard what you have changed?"), NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Go on writing"),
                                    "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRoutineEditor *self = UK_ROUTINE_EDITOR (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form"))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_form (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRoutineEditor *self = UK_ROUTINE_EDITOR (widget);
  UkRoutine *built = uk_routine_draft_build (self->draft);
  g_autoptr (GError) error = NULL;
  const UkRoutine *saved = uk_own_routines_save (self->context->own, built, &error);

  uk_routine_draft_free_built (built);
  if (saved == NULL) {
    gtk_label_set_label (self->note_text, error->message);
    gtk_widget_set_visible (self->note, TRUE);
    return;
  }
  g_signal_emit (self, signals[SAVED], 0, saved->id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_ROUTINE_EDITOR);
  G_OBJECT_CLASS (uk_routine_editor_parent_class)->dispose (object);
}

/* The cards look at the draft until they are gone. */
static void
finalize (GObject *object)
{
  g_clear_pointer (&UK_ROUTINE_EDITOR (object)->draft, uk_routine_draft_free);
  G_OBJECT_CLASS (uk_routine_editor_parent_class)->finalize (object);
}

static void
uk_routine_editor_class_init (UkRoutineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;
  g_type_ensure (UK_TYPE_CHOICE_LIST);
  g_type_ensure (UK_TYPE_POSE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/own/uk-routine-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, cancel);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, save);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, title);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, technique);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, places);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, things);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, feel);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, avoid);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, note);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, note_text);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, picker);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, place_list);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineEditor, thing_list);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, technique_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, places_cb);
  gtk_widget_class_bind_template_callback (widget_class, things_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_step_cb);
  gtk_widget_class_install_action (widget_class, "editor.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);

  signals[SAVED] = g_signal_new ("saved", UK_TYPE_ROUTINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_routine_editor_init (UkRoutineEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_entry_row (ADW_ENTRY_ROW (self->title));
  uk_widget_name_entry_row (ADW_ENTRY_ROW (self->summary));
  uk_widget_name_entry_row (ADW_ENTRY_ROW (self->feel));
  uk_widget_name_entry_row (ADW_ENTRY_ROW (self->avoid));
}

static void
fill_lists (UkRoutineEditor *self)
{
  g_autoptr (GtkStringList) techniques = gtk_string_list_new (NULL);
  GPtrArray *regions = uk_catalogue_get_regions (self->context->catalogue);
  UkTechnique technique;
  guint i, j;

  for (technique = 0; technique < UK_N_TECHNIQUES; technique++)
    gtk_string_list_append (techniques, uk_technique_get_name (technique));
  adw_combo_row_set_model (self->technique, G_LIST_MODEL (techniques));
  for (i = 0; i < regions->len; i++) {
    const UkRegion *region = g_ptr_array_index (regions, i);

    uk_choice_list_add (self->place_list, region->id, region->name);
  }
  for (i = 0; i < uk_equipment_get_n_groups (); i++) {
    const UkEquipmentGroup *group = uk_equipment_get_group (i);

    for (j = 0; group->members[j] != NULL; j++)
      uk_choice_list_add (self->thing_list, group->members[j],
                          uk_equipment_get_name (group->members[j]));
  }
}

static void
fill_form (UkRoutineEditor *self)
{
  const UkRoutineDraft *draft = self->draft;

  self->filling = TRUE;
  fill_lists (self);
  gtk_editable_set_text (self->title, draft->title != NULL ? draft->title : "");
  gtk_editable_set_text (self->summary, draft->summary != NULL ? draft->summary : "");
  gtk_editable_set_text (self->feel, draft->feel != NULL ? draft->feel : "");
  gtk_editable_set_text (self->avoid, draft->avoid != NULL ? draft->avoid : "");
  adw_combo_row_set_selected (self->technique, draft->technique);
  uk_choice_list_set_chosen (self->place_list, (const char *const *)draft->regions);
  uk_choice_list_set_chosen (self->thing_list, (const char *const *)draft->equipment);
  show_choices (self);
  fill_steps (self, -1);
  self->filling = FALSE;
}

/* @routine: (nullable): one of the user's to change, a shipped one to make a copy of, %NULL for a new one.
 * The context must outlive the window. */
GtkWidget *
uk_routine_editor_new (const UkContext *context, const UkRoutine *routine)
{
  UkRoutineEditor *self = g_object_new (UK_TYPE_ROUTINE_EDITOR, NULL);

  self->context = context;
  if (routine != NULL) {
    self->draft = uk_routine_draft_new_from (routine, routine->custom);
  } else {
    self->draft = uk_routine_draft_new (UK_TECHNIQUE_STRETCH);
    uk_routine_draft_add_step (self->draft);
  }
  if (routine != NULL && !routine->custom) {
    /* Translators: the title of a copy, as long as nobody gives it another. */
    g_autofree char *copy = g_strdup_printf (_ ("My %s"), routine->title);

    uk_routine_draft_set_text (&self->draft->title, copy);
  }
  uk_pose_picker_set_catalogue (self->picker, context->catalogue);
  fill_form (self);
  check (self);
  return GTK_WIDGET (self);
}
