/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-effects-card.h"

#include "app/widgets/uk-widget.h"
#include "core/insight/uk-insight.h"

#include <glib/gi18n.h>
#include <math.h>

struct _UkEffectsCard {
  GtkWidget parent_instance;

  /* of the template */
  GtkLabel *heading;
  GtkLabel *lead;
  GtkBox *rows;
  GtkLabel *helped;
};

G_DEFINE_FINAL_TYPE (UkEffectsCard, uk_effects_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, gboolean stretch, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), stretch ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, stretch);
  gtk_widget_set_css_classes (label, (const char **)classes);
  return label;
}

/* The longest bar is that of the technique that changed most. */
static GtkWidget *
make_bar (const UkEffect *effect, double most)
{
  const double eased = effect->n_runs < UK_EFFECT_ENOUGH_RUNS ? 0 : -effect->mean_change;

  return g_object_new (GTK_TYPE_PROGRESS_BAR, "fraction", most > 0 ? CLAMP (eased / most, 0, 1) : 0,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-classes",
                       (const char *const[]){ "effect", NULL }, NULL);
}

/* The row is spoken as one sentence. */
static GtkWidget *
make_row (const UkEffect *effect, double most)
{
  static const char *const strong[] = { "heading", NULL };
  static const char *const quiet[] = { "dim", "small", "tnum", NULL };
  static const char *const value[] = { "heading", "tnum", NULL };
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (uk_technique_get_icon_name (effect->technique));
  g_autofree char *details = uk_effect_to_details (effect);
  g_autofree char *words = uk_effect_to_words (effect);
  g_autofree char *sentence = uk_effect_to_sentence (effect);
  g_autofree char *spoken = g_strdup_printf ("%s (%s)", sentence, details);

  gtk_widget_add_css_class (icon, "tech");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line),
                  make_label (uk_technique_get_name (effect->technique), TRUE, strong));
  gtk_box_append (GTK_BOX (line), make_label (words, FALSE, value));
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), make_bar (effect, most));
  gtk_box_append (GTK_BOX (row), make_label (details, TRUE, quiet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_EFFECTS_CARD);
  G_OBJECT_CLASS (uk_effects_card_parent_class)->dispose (object);
}

static void
uk_effects_card_class_init (UkEffectsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-effects-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkEffectsCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UkEffectsCard, lead);
  gtk_widget_class_bind_template_child (widget_class, UkEffectsCard, rows);
  gtk_widget_class_bind_template_child (widget_class, UkEffectsCard, helped);
}

static void
uk_effects_card_init (UkEffectsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @effects: (element-type UkEffect): the most helpful first; @helped: (nullable): what the person said */
void
uk_effects_card_show (UkEffectsCard *self, const GArray *effects, const char *helped)
{
  g_autofree char *heading = NULL;
  GtkWidget *child;
  double most = 0;
  guint i;

  g_return_if_fail (UK_IS_EFFECTS_CARD (self) && effects != NULL);

  heading = uk_effects_to_sentence (effects);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->lead, effects->len > 0
                                       ? _ ("Mean change from before to after a run")
                                       : _ ("Three runs of one kind, rated before and after, show "
                                            "what it does here."));
  gtk_label_set_label (self->helped, helped != NULL ? helped : "");
  gtk_widget_set_visible (GTK_WIDGET (self->helped), helped != NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (i = 0; i < effects->len; i++) {
    const UkEffect *effect = &g_array_index (effects, UkEffect, i);

    if (effect->n_runs >= UK_EFFECT_ENOUGH_RUNS)
      most = MAX (most, fabs (effect->mean_change));
  }
  for (i = 0; i < effects->len; i++)
    gtk_box_append (self->rows, make_row (&g_array_index (effects, UkEffect, i), most));
}
