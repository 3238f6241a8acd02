/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/own/uk-step-card.h"

#include "app/figure/uk-figure-view.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"

#include <glib/gi18n.h>

struct _UkStepCard {
  GtkWidget parent_instance;

  UkDraftStep *step; /* of the draft, which outlives the card */
  guint index;
  gboolean filling;

  /* of the template */
  GtkLabel *number;
  GtkWidget *handle;
  UkFigureView *first_picture;
  GtkWidget *first_hint;
  GtkWidget *second;
  UkFigureView *second_picture;
  GtkWidget *second_hint;
  GtkWidget *still;
  GtkTextView *text;
  GtkWidget *placeholder;
  GtkSpinButton *seconds;
  GtkDropDown *sides;
  GtkSpinButton *repeats;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (UkStepCard, uk_step_card, GTK_TYPE_WIDGET)

enum { CHANGED, PICK, MOVE, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- pictures ---- */

static void
show_pictures (UkStepCard *self)
{
  guint n = g_strv_length (self->step->poses);

  gtk_widget_set_visible (GTK_WIDGET (self->first_picture), n > 0);
  gtk_widget_set_visible (self->first_hint, n == 0);
  if (n > 0)
    uk_figure_view_set_thumbnail (self->first_picture, self->step->poses[0]);
  gtk_widget_set_visible (GTK_WIDGET (self->second_picture), n > 1);
  gtk_widget_set_visible (self->second_hint, n < 2);
  gtk_widget_set_sensitive (self->second, n > 0);
  gtk_widget_set_visible (self->still, n > 1);
  if (n > 1)
    uk_figure_view_set_thumbnail (self->second_picture, self->step->poses[n - 1]);
}

static void
pick_first_cb (UkStepCard *self)
{
  g_signal_emit (self, signals[PICK], 0, 0);
}

static void
pick_second_cb (UkStepCard *self)
{
  g_signal_emit (self, signals[PICK], 0, 1);
}

static void
still_cb (UkStepCard *self)
{
  const char *first[] = { self->step->poses[0], NULL };

  uk_routine_draft_set_list (&self->step->poses, first);
  show_pictures (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- words and numbers ---- */

static void
text_changed_cb (UkStepCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  gtk_widget_set_visible (self->placeholder, text[0] == '\0');
  if (self->filling)
    return;
  uk_routine_draft_set_text (&self->step->act, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
number_changed_cb (UkStepCard *self)
{
  if (self->filling)
    return;
  self->step->seconds = (guint)gtk_spin_button_get_value_as_int (self->seconds);
  self->step->repeats = (guint)gtk_spin_button_get_value_as_int (self->repeats);
  self->step->sides = (UkSides)gtk_drop_down_get_selected (self->sides);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill (UkStepCard *self)
{
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text),
                            self->step->act != NULL ? self->step->act : "", -1);
  gtk_spin_button_set_value (self->seconds, self->step->seconds);
  gtk_spin_button_set_value (self->repeats, self->step->repeats);
  gtk_drop_down_set_selected (self->sides, self->step->sides);
  show_pictures (self);
  self->filling = FALSE;
}

/* ---- order ---- */

static void
move_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkStepCard *self = UK_STEP_CARD (widget);
  int to = (int)self->index + g_variant_get_int32 (target);

  g_signal_emit (self, signals[MOVE], 0, self->index, (guint)MAX (to, 0));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static GdkContentProvider *
prepare_drag_cb (UkStepCard *self)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, self->index);
}

static void
drag_begin_cb (UkStepCard *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 12, 12);
}

static gboolean
drop_cb (UkStepCard *self, const GValue *value)
{
  guint from = g_value_get_uint (value);

  if (from != self->index)
    g_signal_emit (self, signals[MOVE], 0, from, self->index);
  return TRUE;
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_STEP_CARD);
  G_OBJECT_CLASS (uk_step_card_parent_class)->dispose (object);
}

static void
uk_step_card_class_init (UkStepCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/own/uk-step-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, number);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, handle);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, first_picture);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, first_hint);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, second);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, second_picture);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, second_hint);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, still);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, text);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, placeholder);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, seconds);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, sides);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, repeats);
  gtk_widget_class_bind_template_child (widget_class, UkStepCard, problem);
  gtk_widget_class_bind_template_callback (widget_class, pick_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_second_cb);
  gtk_widget_class_bind_template_callback (widget_class, still_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_install_action (widget_class, "step.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "step.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "step.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "step.move", "i", 1);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[PICK] = g_signal_new ("pick", UK_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MOVE] = g_signal_new ("move", UK_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[REMOVED] = g_signal_new ("removed", UK_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_step_card_init (UkStepCard *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->sides);
  target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

/* @step must outlive the card. */
GtkWidget *
uk_step_card_new (UkDraftStep *step)
{
  UkStepCard *self = g_object_new (UK_TYPE_STEP_CARD, NULL);

  self->step = step;
  fill (self);
  return GTK_WIDGET (self);
}

void
uk_step_card_set_place (UkStepCard *self, guint index, guint n_steps)
{
  g_autofree char *number = NULL;

  g_return_if_fail (UK_IS_STEP_CARD (self));

  self->index = index;
  number = g_strdup_printf (_ ("Step %u"), index + 1);
  gtk_label_set_label (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_widget_set_sensitive (self->handle, n_steps > 1);
}

/* @slot: 0 the first picture, 1 the last of a movement */
void
uk_step_card_set_pose (UkStepCard *self, guint slot, const char *pose)
{
  g_autoptr (GStrvBuilder) poses = NULL;
  g_auto (GStrv) list = NULL;
  guint i, n;

  g_return_if_fail (UK_IS_STEP_CARD (self) && pose != NULL);

  poses = g_strv_builder_new ();
  n = g_strv_length (self->step->poses);
  if (slot == 0)
    g_strv_builder_add (poses, pose);
  for (i = slot == 0 ? 1 : 0; i < n; i++) {
    if (slot == 0 || i == 0 || i + 1 < n)
      g_strv_builder_add (poses, self->step->poses[i]);
  }
  if (slot > 0)
    g_strv_builder_add (poses, pose);
  list = g_strv_builder_end (poses);
  uk_routine_draft_set_list (&self->step->poses, (const char *const *)list);
  show_pictures (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @text: (nullable): %NULL: nothing is wrong */
void
uk_step_card_show_problem (UkStepCard *self, const char *text)
{
  g_return_if_fail (UK_IS_STEP_CARD (self));

  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

void
uk_step_card_focus_text (UkStepCard *self)
{
  g_return_if_fail (UK_IS_STEP_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
