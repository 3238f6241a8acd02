/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-routine-dialog.h"
#include "app/facts/uk-source-words.h"
#include "app/figure/uk-figure-view.h"
#include "app/widgets/uk-evidence-mark.h"
#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-describe.h"

#include <glib/gi18n.h>

struct _UkRoutineDialog {
  AdwWindow parent_instance;

  GVariant *target;         /* owned: of win.start-run */
  const UkRoutine *routine; /* of the catalogue */

  /* of the template */
  GtkWidget *edit;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *details;
  UkEvidenceMark *evidence;
  GtkWidget *note;
  GtkLabel *note_text;
  GtkListBox *steps;
  GtkListBox *hints;
  GtkWidget *sources;
  GtkLabel *source_text;
};

G_DEFINE_FINAL_TYPE (UkRoutineDialog, uk_routine_dialog, ADW_TYPE_WINDOW)

static void
append_cell (GtkListBox *list, GtkWidget *cell)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (cell, "cell");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), cell);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  uk_widget_name_by_texts (row);
  gtk_list_box_append (list, row);
}

static char *
describe_step (const UkStep *step)
{
  g_autofree char *time = uk_seconds_describe (step->seconds);

  if (step->sides == UK_SIDES_EACH)
    /* Translators: a duration of a step: “30 s a side”. */
    return g_strdup_printf (_ ("%s a side"), time);
  return g_steal_pointer (&time);
}

static void
add_step (UkRoutineDialog *self, const UkStep *step, UkSide side)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picture = uk_figure_view_new ();
  g_autofree char *time = describe_step (step);

  uk_figure_view_set_thumbnail (UK_FIGURE_VIEW (picture), step->poses[0]);
  uk_figure_view_set_mirrored (UK_FIGURE_VIEW (picture), side == UK_SIDE_LEFT && step->sides == UK_SIDES_EACH);
  gtk_widget_set_size_request (picture, 84, 68);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "tile");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), uk_widget_new_text (step->act, NULL));
  gtk_box_append (GTK_BOX (words), uk_widget_new_text (time, "dim"));
  gtk_box_append (GTK_BOX (cell), picture);
  gtk_box_append (GTK_BOX (cell), words);
  append_cell (self->steps, cell);
}

static void
add_hint (UkRoutineDialog *self, const char *title, const char *text)
{
  GtkWidget *cell;

  if (text == NULL)
    return;
  cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (cell), uk_widget_new_text (title, "heading"));
  gtk_box_append (GTK_BOX (cell), uk_widget_new_text (text, NULL));
  append_cell (self->hints, cell);
}

static void
add_cares (UkRoutineDialog *self, const UkContext *context, const UkRoutine *routine)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < routine->n_cares; i++) {
    const UkCondition *condition = uk_catalogue_get_condition (context->catalogue, routine->cares[i].condition);

    if (condition == NULL)
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", condition->name);
    if (routine->cares[i].text != NULL)
      g_string_append_printf (text, ": %s", routine->cares[i].text);
  }
  if (text->len > 0)
    add_hint (self, _ ("Take care with"), text->str);
}

/* Shows the reference in the window below. */
static gboolean
source_link_cb (UkRoutineDialog *self, const char *uri)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-facts", "s", uri);
  return TRUE;
}

static void
fill_sources (UkRoutineDialog *self, const UkContext *context, const UkRoutine *routine)
{
  g_autofree char *links = uk_source_words_list (context->catalogue, routine->sources);

  gtk_widget_set_visible (self->sources, links[0] != '\0');
  gtk_label_set_markup (self->source_text, links);
}

/* The action belongs to the window below. */
static void
start_clicked_cb (UkRoutineDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GVariant) target = g_variant_ref (self->target);

  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.start-run", target);
}

static void
edit_clicked_cb (UkRoutineDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *id = self->routine->id;

  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-routine", "s", id);
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&UK_ROUTINE_DIALOG (object)->target, g_variant_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_ROUTINE_DIALOG);
  G_OBJECT_CLASS (uk_routine_dialog_parent_class)->dispose (object);
}

static void
uk_routine_dialog_class_init (UkRoutineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_EVIDENCE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/body/uk-routine-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, title);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, details);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, note);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, note_text);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, hints);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, sources);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, source_text);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineDialog, edit);
  gtk_widget_class_bind_template_callback (widget_class, source_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
uk_routine_dialog_init (UkRoutineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @region: (nullable): where it will be done.  The context must outlive the dialog. */
GtkWidget *
uk_routine_dialog_new (const UkContext *context, const UkRoutine *routine, const char *region, UkSide side)
{
  UkRoutineDialog *self = g_object_new (UK_TYPE_ROUTINE_DIALOG, NULL);
  g_autofree char *details = uk_routine_describe (routine);
  guint i;

  self->routine = routine;
  gtk_window_set_title (GTK_WINDOW (self), routine->title);
  /* What is made of several routines has no file of its own. */
  gtk_widget_set_visible (self->edit, routine->n_parts == 0);
  gtk_widget_set_tooltip_text (self->edit, routine->custom ? _ ("Change") : _ ("Make a copy and change it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_widget_get_tooltip_text (self->edit), -1);
  gtk_label_set_label (self->title, routine->title);
  gtk_label_set_label (self->summary, routine->summary);
  gtk_label_set_label (self->details, details);
  uk_evidence_mark_set_evidence (self->evidence, routine->evidence);
  gtk_widget_set_visible (self->note, routine->avoid != NULL);
  if (routine->avoid != NULL) {
    g_autofree char *avoid = g_strdup_printf (_ ("Avoid: %s"), routine->avoid);

    gtk_label_set_label (self->note_text, avoid);
  }
  for (i = 0; i < routine->n_steps; i++)
    add_step (self, &routine->steps[i], side);
  add_hint (self, _ ("What you should feel"), routine->feel);
  add_hint (self, _ ("Breathing"), routine->breathe);
  add_hint (self, _ ("Easier"), routine->easier);
  add_hint (self, _ ("Harder"), routine->harder);
  add_cares (self, context, routine);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), gtk_widget_get_first_child (GTK_WIDGET (self->hints)) != NULL);
  fill_sources (self, context, routine);
  self->target = g_variant_ref_sink (
      g_variant_new ("(sss)", uk_routine_get_recipe (routine), region != NULL ? region : "", uk_side_to_id (side)));
  return GTK_WIDGET (self);
}
