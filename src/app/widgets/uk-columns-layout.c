/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-columns-layout.h"

struct _UkColumnsLayout {
  GtkLayoutManager parent_instance;

  int threshold;
  int spacing;
  int row_spacing;
  int end_width;
};

G_DEFINE_FINAL_TYPE (UkColumnsLayout, uk_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum {
  PROP_THRESHOLD = 1,
  PROP_SPACING,
  PROP_ROW_SPACING,
  PROP_END_WIDTH
} UkColumnsLayoutProperty;

static GParamSpec *properties[PROP_END_WIDTH + 1];

static int *
get_field (UkColumnsLayout *self, guint id)
{
  switch ((UkColumnsLayoutProperty)id) {
  case PROP_THRESHOLD:
    return &self->threshold;
  case PROP_SPACING:
    return &self->spacing;
  case PROP_ROW_SPACING:
    return &self->row_spacing;
  case PROP_END_WIDTH:
    return &self->end_width;
  default:
    return NULL;
  }
}

static void
split (UkColumnsLayout *self, int width, int *start, int *end)
{
  *end = self->end_width > 0 ? self->end_width : (width - self->spacing) / 2;
  *start = width - self->spacing - *end;
}

static int
get_minimum_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Long words and large text fall back to one column by themselves. */
static gboolean
fits (UkColumnsLayout *self, GtkWidget *widget, int width)
{
  int start, end;

  if (width < self->threshold)
    return FALSE;
  split (self, width, &start, &end);
  return get_minimum_width (gtk_widget_get_first_child (widget)) <= start
         && get_minimum_width (gtk_widget_get_last_child (widget)) <= end;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (UkColumnsLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  int first_min, first_nat, last_min, last_nat;

  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1,
                      &first_min, &first_nat, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_last_child (widget), GTK_ORIENTATION_HORIZONTAL, -1, &last_min,
                      &last_nat, NULL, NULL);
  *minimum = MAX (first_min, last_min);
  *natural = MAX (first_nat + self->spacing + MAX (last_nat, self->end_width), self->threshold);
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  UkColumnsLayout *self = UK_COLUMNS_LAYOUT (manager);
  int start = for_size, end = for_size;
  int first_min, first_nat, last_min, last_nat;
  gboolean side_by_side;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, widget, minimum, natural);
    return;
  }
  side_by_side = for_size < 0 || fits (self, widget, for_size);
  if (side_by_side && for_size >= 0)
    split (self, for_size, &start, &end);
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, start, &first_min,
                      &first_nat, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_last_child (widget), orientation, end, &last_min, &last_nat,
                      NULL, NULL);
  *minimum = side_by_side ? MAX (first_min, last_min) : first_min + last_min + self->row_spacing;
  *natural = side_by_side ? MAX (first_nat, last_nat) : first_nat + last_nat + self->row_spacing;
}

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  UkColumnsLayout *self = UK_COLUMNS_LAYOUT (manager);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int start, end, minimum, natural, above, below;

  if (fits (self, widget, width)) {
    split (self, width, &start, &end);
    allocate_child (first, rtl ? end + self->spacing : 0, 0, start, height);
    allocate_child (last, rtl ? 0 : start + self->spacing, 0, end, height);
    return;
  }
  gtk_widget_measure (last, GTK_ORIENTATION_VERTICAL, width, NULL, &below, NULL, NULL);
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  above = CLAMP (height - self->row_spacing - below, minimum, natural);
  allocate_child (first, 0, 0, width, above);
  allocate_child (last, 0, above + self->row_spacing, width,
                  MAX (0, height - above - self->row_spacing));
}

static void
uk_columns_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const int *field = get_field (UK_COLUMNS_LAYOUT (object), id);

  if (field == NULL)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    g_value_set_int (value, *field);
}

static void
uk_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  int *field = get_field (UK_COLUMNS_LAYOUT (object), id);

  if (field == NULL) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  if (*field == g_value_get_int (value))
    return;
  *field = g_value_get_int (value);
  g_object_notify_by_pspec (object, pspec);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
uk_columns_layout_class_init (UkColumnsLayoutClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = uk_columns_layout_get_property;
  object_class->set_property = uk_columns_layout_set_property;
  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;

  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ROW_SPACING]
      = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_END_WIDTH] = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
uk_columns_layout_init (UkColumnsLayout *self)
{
}
