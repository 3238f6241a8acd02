/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-sequence-row.h"

#include "app/widgets/uk-routine-row.h"
#include "core/catalogue/uk-describe.h"
#include "core/compose/uk-compose.h"
#include "core/compose/uk-recipe.h"

#include <glib/gi18n.h>

struct _UkSequenceRow {
  AdwExpanderRow parent_instance;

  const UkContext *context;   /* of the application */
  const UkSequence *sequence; /* of the catalogue */
  GPtrArray *rows;            /* owned, of widgets of this row */
};

G_DEFINE_FINAL_TYPE (UkSequenceRow, uk_sequence_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_allowed (const UkRoutine *routine, const char *region, gpointer data)
{
  UkSequenceRow *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (UkSafetyRuling) ruling = uk_safety_book_rule (self->context->safety, routine, region, now);

  return ruling->permit != UK_PERMIT_NO;
}

/* Returns: (transfer container): what can be done of the sequence with what there is */
static GPtrArray *
list_parts (UkSequenceRow *self)
{
  g_auto (GStrv) lacking = g_settings_get_strv (self->context->settings, "filter-lacking");
  const UkFilter filter = { .lacking = (const char *const *) lacking };
  GPtrArray *parts = g_ptr_array_new ();
  guint i;

  for (i = 0; self->sequence->routines[i] != NULL; i++) {
    const UkRoutine *routine = uk_catalogue_get_routine (self->context->catalogue, self->sequence->routines[i]);
    const UkRoutine *part = routine == NULL ? NULL
                                            : uk_catalogue_find_swap (self->context->catalogue, routine, &filter,
                                                                      is_allowed, self);

    if (part != NULL && !g_ptr_array_find (parts, part, NULL))
      g_ptr_array_add (parts, (gpointer) part);
  }
  return parts;
}

static gboolean
is_whole (UkSequenceRow *self, GPtrArray *parts)
{
  guint i;

  for (i = 0; i < parts->len && self->sequence->routines[i] != NULL; i++) {
    if (!g_str_equal (((const UkRoutine *) g_ptr_array_index (parts, i))->id, self->sequence->routines[i]))
      return FALSE;
  }
  return i == parts->len && self->sequence->routines[i] == NULL;
}

static void
start_clicked_cb (UkSequenceRow *self)
{
  g_autoptr (GPtrArray) parts = list_parts (self);
  const UkRoutine *routine
      = is_whole (self, parts) || parts->len == 0
            ? uk_catalogue_get_routine (self->context->catalogue, self->sequence->id)
            : uk_catalogue_join_routines (self->context->catalogue, self->sequence->id, parts);

  /* With nothing left the questions before the run say why. */
  if (routine != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.start-run", "(sss)", uk_routine_get_recipe (routine), "",
                                uk_side_to_id (UK_SIDE_NONE));
}

/* The routines are looked for when they are to be seen: most days nobody opens the row. */
static void
expanded_cb (UkSequenceRow *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint i;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  parts = list_parts (self);
  for (i = 0; i < parts->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (parts, i);
    GtkWidget *row = uk_routine_row_new (routine, routine->regions[0], UK_SIDE_LEFT);

    g_ptr_array_add (self->rows, row);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  }
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (UK_SEQUENCE_ROW (object)->rows);
  G_OBJECT_CLASS (uk_sequence_row_parent_class)->finalize (object);
}

static void
uk_sequence_row_class_init (UkSequenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
uk_sequence_row_init (UkSequenceRow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "sequence");
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static void
add_start (UkSequenceRow *self)
{
  GtkWidget *start = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Start “%s”"), self->sequence->title);

  gtk_widget_add_css_class (start, "circular");
  gtk_widget_add_css_class (start, "play");
  gtk_widget_set_valign (start, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (start, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (start), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (start, "clicked", G_CALLBACK (start_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), start);
}

/* @context and the catalogue must outlive the row. */
GtkWidget *
uk_sequence_row_new (const UkContext *context, const UkSequence *sequence)
{
  UkSequenceRow *self = g_object_new (UK_TYPE_SEQUENCE_ROW, NULL);
  const UkRoutine *whole = uk_catalogue_get_routine (context->catalogue, sequence->id);
  g_autofree char *time = uk_seconds_describe (whole != NULL ? uk_routine_get_seconds (whole, FALSE) : 0);
  g_autofree char *title = g_markup_escape_text (sequence->title, -1);
  g_autofree char *summary = g_markup_escape_text (sequence->summary, -1);
  /* Translators: time for one side · what it is good for */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s a side · %s"), time, summary);

  self->context = context;
  self->sequence = sequence;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sequence->title, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  add_start (self);
  return GTK_WIDGET (self);
}
