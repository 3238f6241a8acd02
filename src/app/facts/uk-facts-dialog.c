/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/facts/uk-facts-dialog.h"

#include "app/facts/uk-source-words.h"
#include "app/widgets/uk-evidence-mark.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UkFactsDialog {
  AdwWindow parent_instance;

  const UkContext *context; /* of the application */
  GHashTable *rows;         /* (owned) “source:ID” or “technique:ID” -> row of the template */

  /* of the template */
  AdwViewStack *pages;
  GtkListBox *knot_list;
  GtkListBox *disputed_list;
  GtkListBox *technique_list;
  GtkListBox *source_list;
};

G_DEFINE_FINAL_TYPE (UkFactsDialog, uk_facts_dialog, ADW_TYPE_WINDOW)

static gboolean
link_cb (UkFactsDialog *self, const char *uri)
{
  if (!g_str_has_prefix (uri, "source:"))
    return FALSE;
  uk_facts_dialog_show (self, uri);
  return TRUE;
}

static GtkWidget *
append_cell (GtkListBox *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (cell, "cell");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), cell);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
  return cell;
}

static void
append_sources (UkFactsDialog *self, GtkWidget *cell, const char *const *ids)
{
  g_autofree char *links = uk_source_words_list (self->context->catalogue, ids);
  GtkWidget *label;

  if (links[0] == '\0')
    return;
  label = uk_widget_new_text (NULL, "small");
  gtk_label_set_markup (GTK_LABEL (label), links);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (cell), label);
}

static void
remember (UkFactsDialog *self, const char *kind, const char *id, GtkWidget *cell)
{
  g_hash_table_insert (self->rows, g_strconcat (kind, ":", id, NULL), gtk_widget_get_parent (cell));
}

static GtkWidget *
build_technique_heading (const UkFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (uk_technique_get_icon_name (fact->technique));
  GtkWidget *mark = uk_evidence_mark_new ();

  gtk_widget_add_css_class (icon, "tech");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  uk_technique_get_name (fact->technique), -1);
  uk_evidence_mark_set_evidence (UK_EVIDENCE_MARK (mark), fact->evidence);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), uk_widget_new_text (fact->title, "heading"));
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

static void
add_fact (UkFactsDialog *self, const UkFact *fact)
{
  GtkListBox *lists[] = { self->knot_list, self->disputed_list, self->technique_list };
  GtkWidget *cell = append_cell (lists[fact->topic]);

  if (fact->topic == UK_TOPIC_TECHNIQUE) {
    gtk_box_append (GTK_BOX (cell), build_technique_heading (fact));
    remember (self, "technique", uk_technique_to_id (fact->technique), cell);
  } else {
    gtk_box_append (GTK_BOX (cell), uk_widget_new_text (fact->title, "heading"));
  }
  gtk_box_append (GTK_BOX (cell), uk_widget_new_text (fact->text, NULL));
  append_sources (self, cell, fact->sources);
  uk_widget_name_by_texts (gtk_widget_get_parent (cell));
}

static void
append_link (GtkWidget *cell, const UkSource *source)
{
  g_autofree char *uri = uk_source_build_link (source);
  GtkWidget *button;

  if (uri == NULL)
    return;
  button = gtk_link_button_new_with_label (uri, uri + strlen ("https://"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_WRAP_CHAR);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "link-line");
  gtk_box_append (GTK_BOX (cell), button);
}

static void
add_source (UkFactsDialog *self, const UkSource *source)
{
  GtkWidget *cell = append_cell (self->source_list);
  g_autofree char *who = source->author != NULL ? uk_source_words_short (source)
                         : source->year > 0     ? g_strdup_printf ("%u", source->year)
                                                : NULL;
  g_autofree char *support = uk_source_words_support (self->context->catalogue, source);

  remember (self, "source", source->id, cell);
  gtk_box_append (GTK_BOX (cell), uk_widget_new_text (source->title, "heading"));
  if (who != NULL)
    gtk_box_append (GTK_BOX (cell), uk_widget_new_text (who, NULL));
  if (source->where != NULL)
    gtk_box_append (GTK_BOX (cell), uk_widget_new_text (source->where, "dim"));
  append_link (cell, source);
  if (support[0] != '\0') {
    /* Translators: what a publication is a source for. */
    g_autofree char *text = g_strdup_printf (_ ("For: %s"), support);

    gtk_box_append (GTK_BOX (cell), uk_widget_new_text (text, "small"));
  }
  uk_widget_name_by_texts (gtk_widget_get_parent (cell));
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  g_clear_pointer (&UK_FACTS_DIALOG (object)->rows, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_FACTS_DIALOG);
  G_OBJECT_CLASS (uk_facts_dialog_parent_class)->dispose (object);
}

static void
uk_facts_dialog_class_init (UkFactsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/facts/uk-facts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkFactsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, UkFactsDialog, knot_list);
  gtk_widget_class_bind_template_child (widget_class, UkFactsDialog, disputed_list);
  gtk_widget_class_bind_template_child (widget_class, UkFactsDialog, technique_list);
  gtk_widget_class_bind_template_child (widget_class, UkFactsDialog, source_list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
uk_facts_dialog_init (UkFactsDialog *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The context must outlive the dialog. */
GtkWidget *
uk_facts_dialog_new (const UkContext *context)
{
  UkFactsDialog *self = g_object_new (UK_TYPE_FACTS_DIALOG, NULL);
  GPtrArray *facts = uk_catalogue_get_facts (context->catalogue);
  GPtrArray *sources = uk_catalogue_get_sources (context->catalogue);
  guint i;

  self->context = context;
  for (i = 0; i < facts->len; i++)
    add_fact (self, g_ptr_array_index (facts, i));
  for (i = 0; i < sources->len; i++)
    add_source (self, g_ptr_array_index (sources, i));
  return GTK_WIDGET (self);
}

/* @place: “source:ID” or “technique:ID”; anything else shows what a knot is */
void
uk_facts_dialog_show (UkFactsDialog *self, const char *place)
{
  GtkWidget *row;

  g_return_if_fail (UK_IS_FACTS_DIALOG (self) && place != NULL);

  row = g_hash_table_lookup (self->rows, place);
  if (row == NULL)
    adw_view_stack_set_visible_child_name (self->pages, "knots");
  else if (g_str_has_prefix (place, "source:"))
    adw_view_stack_set_visible_child_name (self->pages, "sources");
  else
    adw_view_stack_set_visible_child_name (self->pages, "techniques");
  if (row != NULL)
    gtk_widget_grab_focus (row);
}
