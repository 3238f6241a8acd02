/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-ache-panel.h"
#include "app/widgets/uk-place-row.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"

#include <glib/gi18n.h>

struct _UkAchePanel {
  GtkWidget parent_instance;

  const UkContext *context; /* of the application */
  GPtrArray *aches;         /* owned list of UkAche of the catalogue */
  GPtrArray *sources;       /* owned list of region ids of the catalogue, with a NULL at the end */
  UkSide side;

  /* of the template */
  GtkLabel *title;
  GtkWidget *choices;
  GtkListBox *list;
  GtkWidget *note;
  GtkLabel *note_text;
};

G_DEFINE_FINAL_TYPE (UkAchePanel, uk_ache_panel, GTK_TYPE_WIDGET)

enum {
  RANKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_ache (UkAchePanel *self, const UkAche *ache)
{
  GtkWidget *row;
  guint i;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->sources, 0);
  for (i = 0; i < ache->n_sources; i++) {
    const UkRegion *region = uk_catalogue_get_region (self->context->catalogue, ache->sources[i].region);

    if (region == NULL)
      continue;
    g_ptr_array_add (self->sources, (gpointer) region->id);
    row = uk_place_row_new (region, self->side, ache->sources[i].why);
    uk_place_row_set_rank (UK_PLACE_ROW (row), self->sources->len);
    gtk_list_box_append (self->list, row);
  }
  g_ptr_array_add (self->sources, NULL);
  gtk_label_set_label (self->title, ache->name);
  gtk_widget_set_visible (self->note, ache->advice != NULL);
  gtk_label_set_label (self->note_text, ache->advice != NULL ? ache->advice : "");
  g_signal_emit (self, signals[RANKED], 0);
}

static void
choice_toggled_cb (GtkToggleButton *button, UkAchePanel *self)
{
  if (gtk_toggle_button_get_active (button))
    show_ache (self, g_object_get_data (G_OBJECT (button), "ache"));
}

/* One region can hold several places where it hurts: one chip each. */
static void
fill_choices (UkAchePanel *self)
{
  GtkToggleButton *first = NULL;
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  gtk_widget_set_visible (self->choices, self->aches->len > 1);
  for (i = 0; i < self->aches->len; i++) {
    const UkAche *ache = g_ptr_array_index (self->aches, i);
    GtkWidget *chip = gtk_toggle_button_new_with_label (ache->name);

    gtk_widget_add_css_class (chip, "chip");
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
    if (first == NULL)
      first = GTK_TOGGLE_BUTTON (chip);
    g_object_set_data (G_OBJECT (chip), "ache", (gpointer) ache);
    g_signal_connect (chip, "toggled", G_CALLBACK (choice_toggled_cb), self);
    gtk_box_append (GTK_BOX (self->choices), chip);
  }
  if (first != NULL)
    gtk_toggle_button_set_active (first, TRUE);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_ACHE_PANEL);
  G_OBJECT_CLASS (uk_ache_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkAchePanel *self = UK_ACHE_PANEL (object);

  g_clear_pointer (&self->aches, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  G_OBJECT_CLASS (uk_ache_panel_parent_class)->finalize (object);
}

static void
uk_ache_panel_class_init (UkAchePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[RANKED] = g_signal_new ("ranked", UK_TYPE_ACHE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/body/uk-ache-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, UkAchePanel, title);
  gtk_widget_class_bind_template_child (widget_class, UkAchePanel, choices);
  gtk_widget_class_bind_template_child (widget_class, UkAchePanel, list);
  gtk_widget_class_bind_template_child (widget_class, UkAchePanel, note);
  gtk_widget_class_bind_template_child (widget_class, UkAchePanel, note_text);
}

static void
uk_ache_panel_init (UkAchePanel *self)
{
  self->sources = g_ptr_array_new ();
  g_ptr_array_add (self->sources, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once, before uk_ache_panel_show(). */
void
uk_ache_panel_set_context (UkAchePanel *self, const UkContext *context)
{
  g_return_if_fail (UK_IS_ACHE_PANEL (self) && context != NULL);
  self->context = context;
}

/* Returns: whether it is known where an ache felt in @region may come from */
gboolean
uk_ache_panel_show (UkAchePanel *self, const char *region, UkSide side)
{
  g_return_val_if_fail (UK_IS_ACHE_PANEL (self) && self->context != NULL, FALSE);

  g_clear_pointer (&self->aches, g_ptr_array_unref);
  self->aches = uk_catalogue_list_aches (self->context->catalogue, region);
  self->side = side;
  fill_choices (self);
  return self->aches->len > 0;
}

/* Returns: (array zero-terminated=1): region ids, most likely first */
const char *const *
uk_ache_panel_get_sources (UkAchePanel *self)
{
  g_return_val_if_fail (UK_IS_ACHE_PANEL (self), NULL);
  return (const char *const *) self->sources->pdata;
}
