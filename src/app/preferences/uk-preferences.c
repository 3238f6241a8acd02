/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/preferences/uk-preferences.h"

#include "app/body/uk-filter-bar.h"
#include "app/preferences/uk-body-choice.h"
#include "app/preferences/uk-skin-choice.h"
#include "core/catalogue/uk-equipment.h"

struct _UkPreferences {
  AdwPreferencesWindow parent_instance;

  GSettings *settings; /* of the application */

  /* of the template */
  UkBodyChoice *body;
  UkSkinChoice *skin;
  AdwPreferencesGroup *things;
  GtkSwitch *bell;
  GtkAdjustment *volume;
  GtkSwitch *spoken;
  GtkSwitch *details;
};

G_DEFINE_FINAL_TYPE (UkPreferences, uk_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
thing_cb (UkPreferences *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  const UkEquipmentGroup *group = g_object_get_data (G_OBJECT (toggle), "group");

  uk_filter_bar_set_lacking (self->settings, group->id, !gtk_switch_get_active (toggle));
}

static void
add_things (UkPreferences *self)
{
  g_auto (GStrv) lacking = g_settings_get_strv (self->settings, "filter-lacking");
  guint i;

  for (i = 0; i < uk_equipment_get_n_groups (); i++) {
    const UkEquipmentGroup *group = uk_equipment_get_group (i);
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *toggle = gtk_switch_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), uk_equipment_group_get_name (group));
    if (group->icon_name != NULL)
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), group->icon_name);
    gtk_switch_set_active (GTK_SWITCH (toggle), !g_strv_contains ((const char *const *) lacking, group->id));
    gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
    g_object_set_data (G_OBJECT (toggle), "group", (gpointer) group);
    g_signal_connect_object (toggle, "notify::active", G_CALLBACK (thing_cb), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->things, row);
  }
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_PREFERENCES);
  G_OBJECT_CLASS (uk_preferences_parent_class)->dispose (object);
}

static void
uk_preferences_class_init (UkPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_BODY_CHOICE);
  g_type_ensure (UK_TYPE_SKIN_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/preferences/uk-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, body);
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, skin);
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, things);
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, bell);
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, volume);
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, spoken);
  gtk_widget_class_bind_template_child (widget_class, UkPreferences, details);
}

static void
uk_preferences_init (UkPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
uk_preferences_new (const UkContext *context)
{
  UkPreferences *self;

  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (UK_TYPE_PREFERENCES, NULL);
  self->settings = context->settings;
  uk_body_choice_set_settings (self->body, context->settings);
  uk_skin_choice_set_settings (self->skin, context->settings);
  add_things (self);
  g_settings_bind (context->settings, "bell", self->bell, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (context->settings, "sound-volume", self->volume, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (context->settings, "spoken", self->spoken, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (context->settings, "notification-details", self->details, "active", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
