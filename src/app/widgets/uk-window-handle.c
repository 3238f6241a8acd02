/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/widgets/uk-window-handle.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

static GdkSurface *
find_surface (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native == NULL ? NULL : gtk_native_get_surface (native);
}

#ifdef GDK_WINDOWING_WAYLAND
typedef struct {
  GtkWidget *widget; /* (owned) */
  UkWindowHandleFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Export;

static void
exported_cb (GdkToplevel *toplevel, const char *handle, gpointer data)
{
  const Export *export = data;
  g_autofree char *name = handle == NULL ? g_strdup ("") : g_strconcat ("wayland:", handle, NULL);

  export->func (export->widget, name, export->data);
}

static void
export_free (gpointer data)
{
  Export *export = data;

  if (export->destroy != NULL)
    export->destroy (export->data);
  g_object_unref (export->widget);
  g_free (export);
}
#endif

/* Calls @func with what the portals call the window of @widget, at once or soon, so that their
 * dialogs belong to it. */
void
uk_window_handle_export (GtkWidget *widget,
                         UkWindowHandleFunc func,
                         gpointer data,
                         GDestroyNotify destroy)
{
  GdkSurface *surface = find_surface (widget);
  g_autofree char *name = NULL;

#ifdef GDK_WINDOWING_WAYLAND
  if (GDK_IS_WAYLAND_TOPLEVEL (surface)) {
    Export *export = g_new0 (Export, 1);

    export->widget = g_object_ref (widget);
    export->func = func;
    export->data = data;
    export->destroy = destroy;
    if (gdk_wayland_toplevel_export_handle (GDK_TOPLEVEL (surface), exported_cb, export,
                                            export_free))
      return;
    export->destroy = NULL;
    export_free (export);
  }
#endif
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_SURFACE (surface))
    name = g_strdup_printf ("x11:%lx", gdk_x11_surface_get_xid (surface));
#endif
  func (widget, name == NULL ? "" : name, data);
  if (destroy != NULL)
    destroy (data);
}

/* The dialog has gone: nobody needs the name any more. */
void
uk_window_handle_unexport (GtkWidget *widget)
{
#ifdef GDK_WINDOWING_WAYLAND
  GdkSurface *surface = find_surface (widget);

  if (GDK_IS_WAYLAND_TOPLEVEL (surface))
    gdk_wayland_toplevel_unexport_handle (GDK_TOPLEVEL (surface));
#endif
}
