/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-pattern-card.h"

#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkPatternCard {
  GtkWidget parent_instance;

  /* of the template */
  GtkLabel *heading;
  GtkGrid *parts;
  GtkGrid *weekdays;
};

G_DEFINE_FINAL_TYPE (UkPatternCard, uk_pattern_card, GTK_TYPE_WIDGET)

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
put_label (GtkGrid *grid, const char *text, int column, int row, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

/* A name, a bar and a number; too few ratings are said to be too few. */
static void
add_row (GtkGrid *grid, int row, const char *name, const UkPatternPart *part)
{
  const gboolean known = part->n_ratings >= UK_PATTERN_ENOUGH;
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u rating", "%u ratings", part->n_ratings), part->n_ratings);
  g_autofree char *value
      = known ? g_strdup_printf ("%.1f", part->mean) : g_strdup (_ ("too early"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s, %s", name, value, count);
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "fraction", known ? part->mean / 10 : 0,
                                 "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, "tooltip-text", count,
                                 "css-classes", (const char *const[]){ "effect", NULL }, NULL);

  put_label (grid, name, 0, row, "tnum");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  put_label (grid, value, 2, row, known ? "tnum" : "dim");
}

/* One number alone is compared with nothing. */
static gboolean
says_something (const UkPatternPart *parts, guint n_parts)
{
  guint n_known = 0;
  guint i;

  for (i = 0; i < n_parts; i++)
    n_known += parts[i].n_ratings >= UK_PATTERN_ENOUGH ? 1 : 0;
  return n_known > 1;
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PATTERN_CARD);
  G_OBJECT_CLASS (uk_pattern_card_parent_class)->dispose (object);
}

static void
uk_pattern_card_class_init (UkPatternCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-pattern-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkPatternCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UkPatternCard, parts);
  gtk_widget_class_bind_template_child (widget_class, UkPatternCard, weekdays);
}

static void
uk_pattern_card_init (UkPatternCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
uk_pattern_card_show (UkPatternCard *self, const UkPattern *pattern)
{
  g_autofree char *heading = NULL;
  guint i;

  g_return_if_fail (UK_IS_PATTERN_CARD (self) && pattern != NULL);

  heading = uk_pattern_to_sentence (pattern);
  gtk_label_set_label (self->heading, heading);
  clear (self->parts);
  clear (self->weekdays);
  for (i = 0; i < UK_N_PATTERN_PARTS; i++)
    add_row (self->parts, (int)i, uk_pattern_get_part_name (i), &pattern->parts[i]);
  for (i = 0; i < UK_N_WEEKDAYS; i++) {
    g_autofree char *name = uk_pattern_get_weekday_name (i);

    add_row (self->weekdays, (int)i, name, &pattern->weekdays[i]);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->parts),
                          says_something (pattern->parts, UK_N_PATTERN_PARTS));
  gtk_widget_set_visible (GTK_WIDGET (self->weekdays),
                          says_something (pattern->weekdays, UK_N_WEEKDAYS));
}
