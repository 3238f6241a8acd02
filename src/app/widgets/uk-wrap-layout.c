/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-wrap-layout.h"

struct _UkWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (UkWrapLayout, uk_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum {
  PROP_SPACING = 1,
} Property;

static GParamSpec *properties[PROP_SPACING + 1];

/* Walks the children row by row, places them if @place, and returns the height. */
static int
flow (UkWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, row_height = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int child_width, child_height;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_width, NULL, NULL);
    child_width = MIN (child_width, width);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
    if (x > 0 && x + child_width > width) {
      x = 0;
      y += row_height + self->spacing;
      row_height = 0;
    }
    if (place) {
      GtkAllocation box = { mirrored ? width - x - child_width : x, y, child_width, child_height };

      gtk_widget_size_allocate (child, &box, -1);
    }
    x += child_width + self->spacing;
    row_height = MAX (row_height, child_height);
  }
  return y + row_height;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
         int *natural, int *minimum_baseline, int *natural_baseline)
{
  UkWrapLayout *self = UK_WRAP_LAYOUT (manager);
  int widest = 0, sum = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
    widest = MAX (widest, child_minimum);
    sum += child_natural + (sum > 0 ? self->spacing : 0);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = widest;
    *natural = MAX (widest, sum);
  } else {
    *minimum = *natural = flow (self, widget, for_size < 0 ? MAX (widest, sum) : MAX (for_size, widest), FALSE);
  }
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  flow (UK_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  UkWrapLayout *self = UK_WRAP_LAYOUT (object);

  switch ((Property) id) {
  case PROP_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  UkWrapLayout *self = UK_WRAP_LAYOUT (object);

  switch ((Property) id) {
  case PROP_SPACING:
    if (self->spacing != g_value_get_int (value)) {
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
uk_wrap_layout_class_init (UkWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 96, 6,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                               | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
uk_wrap_layout_init (UkWrapLayout *self)
{
  self->spacing = 6;
}
