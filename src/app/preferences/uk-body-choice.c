/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/preferences/uk-body-choice.h"

#include "app/body/uk-chart-picture.h"
#include "app/body/uk-chart-store.h"
#include "app/widgets/uk-texture.h"

#define PICTURE_HEIGHT 150

struct _UkBodyChoice {
  GtkWidget parent_instance;

  GSettings *settings;                        /* owned */
  GtkToggleButton *buttons[UK_N_BODY_KINDS];  /* children */
  GtkPicture *pictures[UK_N_BODY_KINDS];      /* in the buttons */
};

G_DEFINE_FINAL_TYPE (UkBodyChoice, uk_body_choice, GTK_TYPE_WIDGET)

static void
toggled_cb (UkBodyChoice *self, GtkToggleButton *button)
{
  guint i;

  for (i = 0; i < UK_N_BODY_KINDS; i++) {
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      g_settings_set_enum (self->settings, "body", (int) i);
  }
}

static void
show_chosen (UkBodyChoice *self)
{
  gtk_toggle_button_set_active (self->buttons[g_settings_get_enum (self->settings, "body")], TRUE);
}

static void
paint (UkBodyChoice *self)
{
  int device = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint i;

  for (i = 0; i < UK_N_BODY_KINDS; i++) {
    const UkChart *chart = uk_chart_store_get_charts_of ((UkBodyKind) i)[UK_VIEW_FRONT];
    double scale = (double) (PICTURE_HEIGHT * device) / uk_chart_get_box (chart).height;
    g_autoptr (GdkTexture) texture = uk_texture_new_take_surface (
        uk_chart_picture_paint (chart, uk_chart_store_get_palette (), UK_CHART_LOOK_REST, scale));

    gtk_picture_set_paintable (self->pictures[i], GDK_PAINTABLE (texture));
  }
}

static void
add_button (UkBodyChoice *self, UkBodyKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *picture = gtk_picture_new ();

  gtk_widget_set_size_request (picture, -1, PICTURE_HEIGHT);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), gtk_label_new (uk_body_kind_get_name (kind)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  if (kind > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, uk_body_kind_get_name (kind),
                                  -1);
  self->pictures[kind] = GTK_PICTURE (picture);
  self->buttons[kind] = GTK_TOGGLE_BUTTON (button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
dispose (GObject *object)
{
  UkBodyChoice *self = UK_BODY_CHOICE (object);
  guint i;

  for (i = 0; i < UK_N_BODY_KINDS; i++)
    g_clear_pointer ((GtkWidget **) &self->buttons[i], gtk_widget_unparent);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (uk_body_choice_parent_class)->dispose (object);
}

static void
uk_body_choice_class_init (UkBodyChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
uk_body_choice_init (UkBodyChoice *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  guint i;

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 12);
  for (i = 0; i < UK_N_BODY_KINDS; i++)
    add_button (self, (UkBodyKind) i);
}

/* To be called once. */
void
uk_body_choice_set_settings (UkBodyChoice *self, GSettings *settings)
{
  g_return_if_fail (UK_IS_BODY_CHOICE (self) && G_IS_SETTINGS (settings));

  self->settings = g_object_ref (settings);
  show_chosen (self);
  paint (self);
  uk_chart_store_watch (self, G_CALLBACK (paint));
  g_signal_connect_object (settings, "changed::body", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}
