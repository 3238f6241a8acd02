/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "dbus/uk-reminders-dbus.h"

#include "core/compose/uk-recipe.h"
#include "core/reminders/uk-pace.h"

#include <glib/gi18n-lib.h>

#define MOST_TITLE 120
#define MOST_ID 80

static const GDBusErrorEntry error_entries[] = {
  { UK_REMINDERS_ERROR_INVALID, UK_REMINDERS_INTERFACE ".Error.Invalid" },
  { UK_REMINDERS_ERROR_UNKNOWN, UK_REMINDERS_INTERFACE ".Error.Unknown" },
  { UK_REMINDERS_ERROR_OVER, UK_REMINDERS_INTERFACE ".Error.Over" },
  { UK_REMINDERS_ERROR_FAILED, UK_REMINDERS_INTERFACE ".Error.Failed" },
  { UK_REMINDERS_ERROR_UNREACHABLE, UK_REMINDERS_INTERFACE ".Error.Unreachable" },
};

GQuark
uk_reminders_error_quark (void)
{
  static gsize quark = 0;

  g_dbus_error_register_error_domain ("uk-reminders-error-quark", &quark, error_entries,
                                      G_N_ELEMENTS (error_entries));
  return (GQuark)quark;
}

/**
 * uk_reminder_to_variant:
 *
 * Returns: (transfer floating): a dictionary as the interface describes it
 */
GVariant *
uk_reminder_to_variant (const UkReminder *reminder)
{
  g_autofree char *recurrence = NULL;
  g_autofree char *sentence = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (reminder != NULL, NULL);

  recurrence = uk_recurrence_to_string (reminder->recurrence);
  sentence = uk_recurrence_to_sentence (reminder->recurrence);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "id", g_variant_new_int64 (reminder->id));
  g_variant_builder_add (&builder, "{sv}", "kind",
                         g_variant_new_string (uk_reminder_kind_to_id (reminder->kind)));
  if (reminder->reference != NULL)
    g_variant_builder_add (&builder, "{sv}", "reference",
                           g_variant_new_string (reminder->reference));
  if (*reminder->routine != '\0')
    g_variant_builder_add (&builder, "{sv}", "routine", g_variant_new_string (reminder->routine));
  g_variant_builder_add (&builder, "{sv}", "title", g_variant_new_string (reminder->title));
  if (reminder->region != NULL)
    g_variant_builder_add (&builder, "{sv}", "region", g_variant_new_string (reminder->region));
  g_variant_builder_add (&builder, "{sv}", "side",
                         g_variant_new_string (uk_side_to_id (reminder->side)));
  g_variant_builder_add (&builder, "{sv}", "recurrence", g_variant_new_string (recurrence));
  g_variant_builder_add (&builder, "{sv}", "enabled", g_variant_new_boolean (reminder->enabled));
  g_variant_builder_add (&builder, "{sv}", "grace", g_variant_new_uint32 (reminder->grace));
  g_variant_builder_add (&builder, "{sv}", "since", g_variant_new_int64 (reminder->since));
  g_variant_builder_add (&builder, "{sv}", "sentence", g_variant_new_string (sentence));
  g_variant_builder_add (&builder, "{sv}", "follows",
                         g_variant_new_boolean (reminder->pace != UK_PACE_NONE));
  if (reminder->pace != UK_PACE_NONE) {
    g_autofree char *pace = uk_pace_describe (reminder->pace);

    g_variant_builder_add (&builder, "{sv}", "pace", g_variant_new_int32 (reminder->pace));
    if (pace != NULL)
      g_variant_builder_add (&builder, "{sv}", "pace-text", g_variant_new_string (pace));
  }
  return g_variant_builder_end (&builder);
}

static void G_GNUC_PRINTF (2, 3) set_invalid (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, UK_REMINDERS_ERROR, UK_REMINDERS_ERROR_INVALID, message);
}

/* Whether every value that is there has the type of its key. */
static gboolean
check_types (GVariant *variant, GError **error)
{
  static const struct {
    const char *key;
    const char *type;
  } types[] = {
    { "id", "x" },      { "kind", "s" },    { "reference", "s" }, { "routine", "s" },
    { "title", "s" },   { "region", "s" },  { "side", "s" },      { "recurrence", "s" },
    { "enabled", "b" }, { "follows", "b" }, { "pace", "i" },      { "grace", "u" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GVariant) value = g_variant_lookup_value (variant, types[i].key, NULL);

    if (value != NULL && !g_variant_is_of_type (value, G_VARIANT_TYPE (types[i].type))) {
      set_invalid (error, _ ("“%s” of a reminder has the wrong type"), types[i].key);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
is_content_id (const char *text)
{
  return strlen (text) > 0 && strlen (text) <= MOST_ID
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

static gboolean
is_title (const char *text)
{
  const char *p;

  if (*text == '\0' || g_utf8_strlen (text, -1) > MOST_TITLE)
    return FALSE;
  for (p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  }
  return TRUE;
}

/* What is right or wrong only together with the kind. */
static gboolean
check_kind (GVariant *variant, UkReminder *reminder, GError **error)
{
  const char *reference = "", *kind = "routine";
  gboolean follows = FALSE;

  g_variant_lookup (variant, "kind", "&s", &kind);
  g_variant_lookup (variant, "reference", "&s", &reference);
  g_variant_lookup (variant, "follows", "b", &follows);
  if (!uk_reminder_kind_from_id (kind, &reminder->kind)) {
    set_invalid (error, _ ("“%s” is no kind of reminder"), kind);
    return FALSE;
  }
  if ((*reminder->routine != '\0' || uk_reminder_kind_has_routine (reminder->kind))
      && !uk_recipe_is_well_formed (reminder->routine)) {
    set_invalid (error, _ ("“%s” is no id of a routine"), reminder->routine);
    return FALSE;
  }
  if (*reference != '\0') {
    if (!is_title (reference)) {
      set_invalid (error, _ ("“%s” is too long, or cannot be read"), "reference");
      return FALSE;
    }
    reminder->reference = g_strdup (reference);
  }
  if (follows && (reminder->region == NULL || uk_recurrence_is_interval (reminder->recurrence))) {
    set_invalid (error, "%s", _ ("Only a reminder for a place can follow how it feels there"));
    return FALSE;
  }
  reminder->pace = UK_PACE_NONE;
  if (follows && (!g_variant_lookup (variant, "pace", "i", &reminder->pace) || reminder->pace < 0))
    reminder->pace = 1;
  return TRUE;
}

/**
 * uk_reminder_new_from_variant:
 * @variant: a dictionary as the interface describes it, from anybody
 * @error: %UK_REMINDERS_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the reminder, if it breaks no rule
 */
UkReminder *
uk_reminder_new_from_variant (GVariant *variant, GError **error)
{
  const char *routine = "", *title = "", *region = "", *side = "none", *text = "";
  g_autoptr (UkRecurrence) recurrence = NULL;
  g_autoptr (UkReminder) reminder = NULL;
  g_autoptr (GError) local = NULL;
  gboolean enabled;

  g_return_val_if_fail (variant != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), NULL);

  if (!check_types (variant, error))
    return NULL;
  g_variant_lookup (variant, "routine", "&s", &routine);
  g_variant_lookup (variant, "title", "&s", &title);
  g_variant_lookup (variant, "region", "&s", &region);
  g_variant_lookup (variant, "side", "&s", &side);
  g_variant_lookup (variant, "recurrence", "&s", &text);
  if (!is_title (title)) {
    set_invalid (error, _ ("A reminder needs a title of 1 to %d characters"), MOST_TITLE);
    return NULL;
  }
  recurrence = uk_recurrence_parse (text, &local);
  if (recurrence == NULL) {
    set_invalid (error, "%s", local->message);
    return NULL;
  }

  reminder = uk_reminder_new (routine, title, recurrence);
  if (*region != '\0')
    reminder->region = g_strdup (region);
  g_variant_lookup (variant, "id", "x", &reminder->id);
  g_variant_lookup (variant, "grace", "u", &reminder->grace);
  g_variant_lookup (variant, "since", "x", &reminder->since);
  if (g_variant_lookup (variant, "enabled", "b", &enabled))
    reminder->enabled = enabled;
  if (!check_kind (variant, reminder, error))
    return NULL;
  if (reminder->region != NULL && !is_content_id (region))
    set_invalid (&local, _ ("“%s” is no id of a region"), region);
  else if (!uk_side_from_id (side, &reminder->side))
    set_invalid (&local, _ ("“%s” is no side"), side);
  else if (reminder->grace < 1 || reminder->grace > UK_GRACE_MAX)
    set_invalid (&local, _ ("A reminder can be late by 1 to %d minutes"), UK_GRACE_MAX);
  else if (reminder->id < 0)
    set_invalid (&local, _ ("An id cannot be negative"));
  else
    return g_steal_pointer (&reminder);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
