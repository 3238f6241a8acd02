/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-skin-bar.h"

#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkSkinBar {
  GtkWidget parent_instance;

  UkSkinCheck check;

  /* of the template */
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *fine;
};

G_DEFINE_FINAL_TYPE (UkSkinBar, uk_skin_bar, GTK_TYPE_WIDGET)

enum {
  FINE,
  OFF,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fine_cb (UkSkinBar *self)
{
  g_signal_emit (self, signals[FINE], 0);
}

static void
off_cb (UkSkinBar *self)
{
  g_signal_emit (self, signals[OFF], 0);
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SKIN_BAR);
  G_OBJECT_CLASS (uk_skin_bar_parent_class)->dispose (object);
}

static void
uk_skin_bar_class_init (UkSkinBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[FINE] = g_signal_new ("fine", UK_TYPE_SKIN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OFF] = g_signal_new ("off", UK_TYPE_SKIN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-skin-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSkinBar, title);
  gtk_widget_class_bind_template_child (widget_class, UkSkinBar, text);
  gtk_widget_class_bind_template_child (widget_class, UkSkinBar, fine);
  gtk_widget_class_bind_template_callback (widget_class, fine_cb);
  gtk_widget_class_bind_template_callback (widget_class, off_cb);
}

static void
uk_skin_bar_init (UkSkinBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: whether it asks for more than before */
gboolean
uk_skin_bar_show (UkSkinBar *self, UkCatalogue *catalogue, UkSkinCheck check)
{
  const gboolean more = check > self->check;
  const char *text;

  g_return_val_if_fail (UK_IS_SKIN_BAR (self) && UK_IS_CATALOGUE (catalogue), FALSE);

  if (check == self->check)
    return FALSE;
  self->check = check;
  text = uk_catalogue_get_notice (catalogue, "skin-check");
  gtk_label_set_label (self->title,
                       check == UK_SKIN_CHECK_OVERDUE ? _ ("Take it off now") : _ ("Five minutes: look at the skin"));
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), check != UK_SKIN_CHECK_NONE);
  if (more)
    gtk_widget_grab_focus (self->fine);
  return more;
}
