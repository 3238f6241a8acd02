/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-routine-chooser.h"

#include "app/widgets/uk-widget.h"
#include "core/catalogue/uk-describe.h"
#include "core/catalogue/uk-search.h"

struct _UkRoutineChooser {
  GtkWidget parent_instance;

  UkCatalogue *catalogue; /* (owned) (nullable) */

  /* of the template */
  GtkEditable *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (UkRoutineChooser, uk_routine_chooser, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* A row that can be chosen by what reads the screen, too. */
#define UK_TYPE_CHOICE_ROW (uk_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (UkChoiceRow, uk_choice_row, UK, CHOICE_ROW, GtkListBoxRow)

struct _UkChoiceRow {
  GtkListBoxRow parent_instance;

  const UkRoutine *routine; /* (unowned) the catalogue has it */
};

G_DEFINE_FINAL_TYPE (UkChoiceRow, uk_choice_row, GTK_TYPE_LIST_BOX_ROW)

static void
choose_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit_by_name (widget, "activate");
}

static void
uk_choice_row_class_init (UkChoiceRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.choose", NULL, choose_action);
}

static void
uk_choice_row_init (UkChoiceRow *self)
{
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
append (UkRoutineChooser *self, const UkRoutine *routine)
{
  UkChoiceRow *row = g_object_new (UK_TYPE_CHOICE_ROW, NULL);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *details = uk_routine_describe (routine);

  gtk_box_append (GTK_BOX (cell), make_label (routine->title, "heading"));
  gtk_box_append (GTK_BOX (cell), make_label (details, "dim"));
  gtk_widget_add_css_class (cell, "cell");
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  row->routine = routine;
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), routine->summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  routine->title, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), cell);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

static void
fill (UkRoutineChooser *self, const char *query)
{
  GtkWidget *row;
  guint i;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (*query == '\0') {
    GPtrArray *routines = uk_catalogue_get_routines (self->catalogue);

    for (i = 0; i < routines->len; i++)
      append (self, g_ptr_array_index (routines, i));
  } else {
    g_autoptr (GArray) hits = uk_catalogue_search (self->catalogue, query);

    for (i = 0; i < hits->len; i++) {
      if (g_array_index (hits, UkHit, i).kind == UK_HIT_ROUTINE)
        append (self, g_array_index (hits, UkHit, i).routine);
    }
  }
}

static void
search_changed_cb (UkRoutineChooser *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  if (self->catalogue != NULL)
    fill (self, query);
}

static void
activated_cb (UkRoutineChooser *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, UK_CHOICE_ROW (row)->routine);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_ROUTINE_CHOOSER);
  g_clear_object (&UK_ROUTINE_CHOOSER (object)->catalogue);
  G_OBJECT_CLASS (uk_routine_chooser_parent_class)->dispose (object);
}

static void
uk_routine_chooser_class_init (UkRoutineChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-routine-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRoutineChooser, search);
  gtk_widget_class_bind_template_child (widget_class, UkRoutineChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  signals[CHOSEN] = g_signal_new ("chosen", UK_TYPE_ROUTINE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
uk_routine_chooser_init (UkRoutineChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
uk_routine_chooser_set_catalogue (UkRoutineChooser *self, UkCatalogue *catalogue)
{
  g_return_if_fail (UK_IS_ROUTINE_CHOOSER (self));

  g_set_object (&self->catalogue, catalogue);
}

/* Fills the list and puts the cursor into the search field. */
void
uk_routine_chooser_start (UkRoutineChooser *self)
{
  g_return_if_fail (UK_IS_ROUTINE_CHOOSER (self));

  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
