/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/own/uk-pose-picker.h"

#include "app/figure/uk-figure-view.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is known of a pose from the routines that show it. */
typedef struct {
  char *words;      /* (owned) folded, to be searched */
  const char *act;  /* of the catalogue: what is done in it */
  guint techniques; /* bit n: technique n */
} About;

struct _UkPosePicker {
  GtkWidget parent_instance;

  GHashTable *about;      /* (owned) pose -> About */
  GtkStringList *poses;   /* (owned) */
  GtkCustomFilter *filter; /* (owned) */
  char *query;            /* (owned) (nullable) folded */

  /* of the template */
  GtkEditable *search;
  GtkDropDown *technique;
  GtkStack *stack;
  GtkGridView *grid;
};

G_DEFINE_FINAL_TYPE (UkPosePicker, uk_pose_picker, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
free_about (gpointer data)
{
  About *about = data;

  g_free (about->words);
  g_free (about);
}

static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (plain, -1);
}

/* ---- what there is ---- */

static void
learn (UkPosePicker *self, const char *pose, const UkRoutine *routine, const UkStep *step)
{
  About *about = g_hash_table_lookup (self->about, pose);
  g_autofree char *more = g_strconcat (routine->title, " ", step->act, NULL);
  g_autofree char *folded = fold (more);
  char *words;

  if (about == NULL) {
    about = g_new0 (About, 1);
    about->words = fold (pose);
    about->act = step->act;
    g_hash_table_insert (self->about, g_strdup (pose), about);
    gtk_string_list_append (self->poses, pose);
  }
  about->techniques |= 1u << routine->technique;
  words = g_strconcat (about->words, " ", folded, NULL);
  g_free (about->words);
  about->words = words;
}

static void
learn_all (UkPosePicker *self, UkCatalogue *catalogue)
{
  GPtrArray *routines = uk_catalogue_get_routines (catalogue);
  guint i, j, k;

  for (i = 0; i < routines->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (routines, i);

    for (j = 0; !routine->custom && j < routine->n_steps; j++) {
      for (k = 0; routine->steps[j].poses[k] != NULL; k++)
        learn (self, routine->steps[j].poses[k], routine, &routine->steps[j]);
    }
  }
}

/* ---- filter ---- */

/* The first entry is all techniques. */
static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  UkPosePicker *self = user_data;
  const About *about
      = g_hash_table_lookup (self->about, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  guint selected = gtk_drop_down_get_selected (self->technique);
  g_auto (GStrv) words = NULL;
  guint i;

  if (selected != GTK_INVALID_LIST_POSITION && selected > 0
      && (about->techniques & (1u << (selected - 1))) == 0)
    return FALSE;
  words = g_strsplit (self->query != NULL ? self->query : "", " ", -1);
  for (i = 0; words[i] != NULL; i++) {
    if (strstr (about->words, words[i]) == NULL)
      return FALSE;
  }
  return TRUE;
}

static void
changed_cb (UkPosePicker *self)
{
  GListModel *shown;

  if (self->filter == NULL)
    return;
  g_free (self->query);
  self->query = fold (gtk_editable_get_text (self->search));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  shown = G_LIST_MODEL (gtk_grid_view_get_model (self->grid));
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (shown) > 0 ? "poses" : "nothing");
}

/* ---- tiles ---- */

static void
setup_cb (UkPosePicker *self, GtkListItem *item)
{
  GtkWidget *picture = uk_figure_view_new ();

  gtk_widget_set_size_request (picture, 96, 96);
  gtk_widget_add_css_class (picture, "tile");
  gtk_list_item_set_child (item, picture);
}

static void
bind_cb (UkPosePicker *self, GtkListItem *item)
{
  GtkWidget *picture = gtk_list_item_get_child (item);
  const char *pose = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const About *about = g_hash_table_lookup (self->about, pose);

  uk_figure_view_set_thumbnail (UK_FIGURE_VIEW (picture), pose);
  gtk_widget_set_tooltip_text (picture, about->act);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, about->act,
                                  -1);
}

static void
activated_cb (UkPosePicker *self, guint position)
{
  g_autoptr (GtkStringObject) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_grid_view_get_model (self->grid)), position);

  g_signal_emit (self, signals[CHOSEN], 0, gtk_string_object_get_string (item));
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkPosePicker *self = UK_POSE_PICKER (object);

  if (self->grid != NULL)
    gtk_grid_view_set_model (self->grid, NULL);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_POSE_PICKER);
  g_clear_object (&self->filter);
  g_clear_object (&self->poses);
  g_clear_pointer (&self->about, g_hash_table_unref);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (uk_pose_picker_parent_class)->dispose (object);
}

static void
uk_pose_picker_class_init (UkPosePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/own/uk-pose-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, UkPosePicker, search);
  gtk_widget_class_bind_template_child (widget_class, UkPosePicker, technique);
  gtk_widget_class_bind_template_child (widget_class, UkPosePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, UkPosePicker, grid);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  signals[CHOSEN] = g_signal_new ("chosen", UK_TYPE_POSE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_pose_picker_init (UkPosePicker *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  UkTechnique technique;

  self->about = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_about);
  self->poses = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  uk_widget_name_drop_down (self->technique);
  gtk_string_list_append (names, _ ("All techniques"));
  for (technique = 0; technique < UK_N_TECHNIQUES; technique++)
    gtk_string_list_append (names, uk_technique_get_name (technique));
  gtk_drop_down_set_model (self->technique, G_LIST_MODEL (names));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->grid, factory);
}

/* To be called once. */
void
uk_pose_picker_set_catalogue (UkPosePicker *self, UkCatalogue *catalogue)
{
  GtkFilterListModel *filtered;
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (UK_IS_POSE_PICKER (self) && UK_IS_CATALOGUE (catalogue));

  learn_all (self, catalogue);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->poses)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  model = gtk_no_selection_new (G_LIST_MODEL (filtered));
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (model));
}

/* Shows the pictures of @technique and puts the cursor into the search field. */
void
uk_pose_picker_start (UkPosePicker *self, UkTechnique technique)
{
  g_return_if_fail (UK_IS_POSE_PICKER (self));

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->technique, technique + 1);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
