/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-occurrence.h"

static const char *const state_ids[] = { "claimed", "shown",  "snoozed", "done",   "skipped",
                                         "missed",  "silent", "ignored", "rested", "held" };

/**
 * uk_occurrence_copy:
 *
 * Returns: (transfer full): a copy, to be freed with g_free()
 */
UkOccurrence *
uk_occurrence_copy (const UkOccurrence *occurrence)
{
  g_return_val_if_fail (occurrence != NULL, NULL);

  return g_memdup2 (occurrence, sizeof *occurrence);
}

/**
 * uk_occurrence_hash:
 * @occurrence: (type UkOccurrence):
 *
 * Returns: a hash of its key
 */
guint
uk_occurrence_hash (gconstpointer occurrence)
{
  const UkOccurrence *self = occurrence;

  return (g_int64_hash (&self->reminder) * 31 + (guint)self->day) * 31 + self->slot;
}

/**
 * uk_occurrence_equal:
 * @a: (type UkOccurrence):
 * @b: (type UkOccurrence):
 *
 * Returns: whether their keys are equal
 */
gboolean
uk_occurrence_equal (gconstpointer a, gconstpointer b)
{
  const UkOccurrence *first = a, *second = b;

  return first->reminder == second->reminder && first->day == second->day
         && first->slot == second->slot;
}

/**
 * uk_occurrence_compare:
 *
 * Returns: the order by time, then by reminder
 */
int
uk_occurrence_compare (const UkOccurrence *a, const UkOccurrence *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->due != b->due)
    return a->due < b->due ? -1 : 1;
  if (a->reminder != b->reminder)
    return a->reminder < b->reminder ? -1 : 1;
  return a->slot < b->slot ? -1 : a->slot > b->slot;
}

/**
 * uk_occurrence_is_open:
 *
 * Returns: whether the person may still answer it
 */
gboolean
uk_occurrence_is_open (const UkOccurrence *occurrence)
{
  g_return_val_if_fail (occurrence != NULL, FALSE);

  return occurrence->state <= UK_OCCURRENCE_SNOOZED || occurrence->state == UK_OCCURRENCE_HELD;
}

/**
 * uk_occurrence_state_to_id:
 *
 * Returns: (transfer none): its id, such as `missed`
 */
const char *
uk_occurrence_state_to_id (UkOccurrenceState state)
{
  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (state_ids), state_ids[0]);

  return state_ids[state];
}

/**
 * uk_occurrence_state_from_id:
 * @id: any text
 *
 * Returns: the state with that id; %UK_OCCURRENCE_IGNORED for one that this version does not know
 */
UkOccurrenceState
uk_occurrence_state_from_id (const char *id)
{
  guint i;

  g_return_val_if_fail (id != NULL, UK_OCCURRENCE_IGNORED);

  for (i = 0; i < G_N_ELEMENTS (state_ids); i++) {
    if (g_str_equal (state_ids[i], id))
      return (UkOccurrenceState)i;
  }
  return UK_OCCURRENCE_IGNORED;
}

/**
 * uk_occurrence_to_id:
 *
 * Returns: (transfer full): its key as text: `12/2026-11-24/15:00`
 */
char *
uk_occurrence_to_id (const UkOccurrence *occurrence)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (occurrence != NULL, NULL);

  day = uk_day_to_string (occurrence->day);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%02u:%02u", occurrence->reminder, day,
                          occurrence->slot / 60, occurrence->slot % 60);
}

/* `07:30`, up to `47:59` */
static gboolean
parse_slot (const char *text, guint *slot)
{
  guint hours, minutes;

  if (strlen (text) != 5 || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || text[2] != ':' || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  hours = (guint)(g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]));
  minutes = (guint)(g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]));
  *slot = hours * 60 + minutes;
  return minutes < 60 && *slot < UK_SLOTS_PER_DAY;
}

/**
 * uk_occurrence_parse_id:
 * @id: (nullable): what uk_occurrence_to_id() wrote
 * @occurrence: (out): its key is set, all else is 0
 *
 * Returns: %FALSE if @id is no such text
 */
gboolean
uk_occurrence_parse_id (const char *id, UkOccurrence *occurrence)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (occurrence != NULL, FALSE);

  memset (occurrence, 0, sizeof *occurrence);
  if (id == NULL || strlen (id) > 64)
    return FALSE;
  parts = g_strsplit (id, "/", 4);
  if (g_strv_length (parts) != 3
      || !g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, &occurrence->reminder, NULL))
    return FALSE;
  occurrence->day = uk_day_parse (parts[1]);
  return occurrence->day != UK_DAY_NONE && parse_slot (parts[2], &occurrence->slot);
}
