/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-rating-row.h"

#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

#define HIGHEST 10

struct _UkRatingRow {
  GtkWidget parent_instance;

  GtkWidget *numbers; /* of the template */
  GtkWidget *buttons[HIGHEST + 1];
  int value;
  int before;
  gboolean updating; /* the buttons are set by the program */
};

G_DEFINE_FINAL_TYPE (UkRatingRow, uk_rating_row, GTK_TYPE_WIDGET)

typedef enum { PROP_VALUE = 1, PROP_BEFORE } UkRatingRowProperty;

static GParamSpec *properties[PROP_BEFORE + 1];

enum { RATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
choose (UkRatingRow *self, int value)
{
  uk_rating_row_set_value (self, value);
  g_signal_emit (self, signals[RATED], 0, value);
}

static void
toggled_cb (GtkToggleButton *button, UkRatingRow *self)
{
  if (!self->updating)
    choose (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value")));
}

static void
add_button (UkRatingRow *self, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);
  g_autofree char *label = g_strdup_printf (_ ("%d of 10"), value);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (button, "tnum");
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  uk_widget_name_button (button, label);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->numbers), button);
  self->buttons[value] = button;
}

static void
uk_rating_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkRatingRow *self = UK_RATING_ROW (object);

  switch ((UkRatingRowProperty)id) {
  case PROP_VALUE:
    g_value_set_int (value, self->value);
    break;
  case PROP_BEFORE:
    g_value_set_int (value, self->before);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_rating_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  UkRatingRow *self = UK_RATING_ROW (object);

  switch ((UkRatingRowProperty)id) {
  case PROP_VALUE:
    uk_rating_row_set_value (self, g_value_get_int (value));
    break;
  case PROP_BEFORE:
    uk_rating_row_set_before (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_rating_row_dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_RATING_ROW);

  G_OBJECT_CLASS (uk_rating_row_parent_class)->dispose (object);
}

static void
uk_rating_row_class_init (UkRatingRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = uk_rating_row_get_property;
  object_class->set_property = uk_rating_row_set_property;
  object_class->dispose = uk_rating_row_dispose;

  properties[PROP_VALUE] = g_param_spec_int ("value", NULL, NULL, -1, HIGHEST, -1, flags);
  properties[PROP_BEFORE] = g_param_spec_int ("before", NULL, NULL, -1, HIGHEST, -1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[RATED] = g_signal_new ("rated", UK_TYPE_RATING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/widgets/uk-rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRatingRow, numbers);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
uk_rating_row_init (UkRatingRow *self)
{
  int value;

  self->value = -1;
  self->before = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (value = 0; value <= HIGHEST; value++)
    add_button (self, value);
}

GtkWidget *
uk_rating_row_new (void)
{
  return g_object_new (UK_TYPE_RATING_ROW, NULL);
}

/* @value: the number that is shown as chosen, or -1.  Does not tell `rated`. */
void
uk_rating_row_set_value (UkRatingRow *self, int value)
{
  int i;

  g_return_if_fail (UK_IS_RATING_ROW (self));
  g_return_if_fail (value >= -1 && value <= HIGHEST);

  self->updating = TRUE;
  for (i = 0; i <= HIGHEST; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == value);
  self->updating = FALSE;
  if (self->value == value)
    return;
  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

int
uk_rating_row_get_value (UkRatingRow *self)
{
  g_return_val_if_fail (UK_IS_RATING_ROW (self), -1);

  return self->value;
}

/* @before: the earlier number, marked with a ring, or -1 */
void
uk_rating_row_set_before (UkRatingRow *self, int before)
{
  g_return_if_fail (UK_IS_RATING_ROW (self));
  g_return_if_fail (before >= -1 && before <= HIGHEST);

  if (self->before == before)
    return;
  if (self->before >= 0)
    gtk_widget_remove_css_class (self->buttons[self->before], "before");
  if (before >= 0)
    gtk_widget_add_css_class (self->buttons[before], "before");
  self->before = before;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEFORE]);
}

int
uk_rating_row_get_before (UkRatingRow *self)
{
  g_return_val_if_fail (UK_IS_RATING_ROW (self), -1);

  return self->before;
}

/* Chooses @value as if its button had been pressed. */
void
uk_rating_row_choose (UkRatingRow *self, int value)
{
  g_return_if_fail (UK_IS_RATING_ROW (self));
  g_return_if_fail (value >= 0 && value <= HIGHEST);

  choose (self, value);
}
