/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/window/uk-window.h"

struct _UkWindow {
  AdwApplicationWindow parent_instance;

  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (UkWindow, uk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_WINDOW);
  G_OBJECT_CLASS (uk_window_parent_class)->dispose (object);
}

static void
uk_window_class_init (UkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/window/uk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, UkWindow, stack);
}

static void
uk_window_init (UkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

UkWindow *
uk_window_new (GtkApplication *application)
{
  return g_object_new (UK_TYPE_WINDOW, "application", application, NULL);
}
