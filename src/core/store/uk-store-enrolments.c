/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/uk-store-enrolments.h"

#include "core/store/uk-store-private.h"

#define SELECT                                                                                     \
  "SELECT id, programme, region, side, second, second_side, started, first, morning, midday,"      \
  " evening, lacking, cool, reminds, state, ended FROM enrolments "
#define SELECT_MARKS                                                                               \
  "SELECT id, enrolment, kind, at, day, number, part, routine, run FROM enrolment_marks "

/* In the database, a part of the day without a time. */
#define NO_TIME (-1)

static gpointer
read_enrolment (sqlite3_stmt *statement)
{
  UkEnrolment *enrolment = g_new0 (UkEnrolment, 1);
  g_autofree char *lacking = uk_store_dup_text (statement, 11);
  guint i;

  enrolment->id = uk_store_dup_text (statement, 0);
  enrolment->programme = uk_store_dup_text (statement, 1);
  enrolment->region = uk_store_dup_text (statement, 2);
  enrolment->side = (UkSide)sqlite3_column_int (statement, 3);
  enrolment->second = uk_store_dup_text (statement, 4);
  enrolment->second_side = (UkSide)sqlite3_column_int (statement, 5);
  enrolment->started = sqlite3_column_int (statement, 6);
  enrolment->first = (guint)sqlite3_column_int (statement, 7);
  for (i = 0; i < UK_N_DAY_PARTS; i++) {
    int minute = sqlite3_column_int (statement, 8 + (int)i);

    enrolment->times[i] = minute == NO_TIME ? UK_NO_TIME : (guint)minute;
  }
  enrolment->lacking = lacking == NULL || *lacking == '\0' ? g_new0 (char *, 1)
                                                           : g_strsplit (lacking, " ", -1);
  enrolment->cool = sqlite3_column_int (statement, 12) != 0;
  enrolment->reminds = sqlite3_column_int (statement, 13) != 0;
  enrolment->state = (UkEnrolmentState)sqlite3_column_int (statement, 14);
  enrolment->ended = sqlite3_column_int64 (statement, 15);
  return enrolment;
}

static gpointer
read_mark (sqlite3_stmt *statement)
{
  UkMark *mark = g_new0 (UkMark, 1);

  mark->id = sqlite3_column_int64 (statement, 0);
  mark->enrolment = uk_store_dup_text (statement, 1);
  mark->kind = (UkMarkKind)sqlite3_column_int (statement, 2);
  mark->at = sqlite3_column_int64 (statement, 3);
  mark->day = sqlite3_column_int (statement, 4);
  mark->number = (guint)sqlite3_column_int (statement, 5);
  mark->part = (UkDayPart)sqlite3_column_int (statement, 6);
  mark->routine = uk_store_dup_text (statement, 7);
  mark->run = uk_store_dup_text (statement, 8);
  return mark;
}

/**
 * uk_enrolment_copy:
 * @enrolment: an enrolment
 *
 * Returns: (transfer full): the same again
 */
UkEnrolment *
uk_enrolment_copy (const UkEnrolment *enrolment)
{
  UkEnrolment *copy = g_new0 (UkEnrolment, 1);

  g_return_val_if_fail (enrolment != NULL, copy);

  *copy = *enrolment;
  copy->id = g_strdup (enrolment->id);
  copy->programme = g_strdup (enrolment->programme);
  copy->region = g_strdup (enrolment->region);
  copy->second = g_strdup (enrolment->second);
  copy->lacking = g_strdupv (enrolment->lacking);
  return copy;
}

/**
 * uk_enrolment_free:
 * @enrolment: (nullable) (transfer full): what to free
 */
void
uk_enrolment_free (UkEnrolment *enrolment)
{
  if (enrolment == NULL)
    return;
  g_free (enrolment->id);
  g_free (enrolment->programme);
  g_free (enrolment->region);
  g_free (enrolment->second);
  g_strfreev (enrolment->lacking);
  g_free (enrolment);
}

/**
 * uk_mark_free:
 * @mark: (nullable) (transfer full): what to free
 */
void
uk_mark_free (UkMark *mark)
{
  if (mark == NULL)
    return;
  g_free (mark->enrolment);
  g_free (mark->routine);
  g_free (mark->run);
  g_free (mark);
}

static int
to_column (guint minute)
{
  return minute == UK_NO_TIME ? NO_TIME : (int)minute;
}

/**
 * uk_store_save_enrolment:
 * @enrolment: what to save; one with the same id is replaced, its marks stay
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_store_save_enrolment (UkStore *self, const UkEnrolment *enrolment, GError **error)
{
  g_autofree char *lacking = NULL;

  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (enrolment != NULL && enrolment->id != NULL, FALSE);
  g_return_val_if_fail (enrolment->programme != NULL, FALSE);

  lacking = enrolment->lacking == NULL ? g_strdup ("") : g_strjoinv (" ", enrolment->lacking);
  return uk_store_write (
      self, error,
      "INSERT INTO enrolments (id, programme, region, side, second, second_side, started, first,"
      " morning, midday, evening, lacking, cool, reminds, state, ended)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
      " region = excluded.region, side = excluded.side, second = excluded.second,"
      " second_side = excluded.second_side, started = excluded.started, first = excluded.first,"
      " morning = excluded.morning, midday = excluded.midday, evening = excluded.evening,"
      " lacking = excluded.lacking, cool = excluded.cool, reminds = excluded.reminds,"
      " state = excluded.state, ended = excluded.ended",
      "sssisiiiiiisiiil", enrolment->id, enrolment->programme, enrolment->region,
      (int)enrolment->side, enrolment->second, (int)enrolment->second_side, (int)enrolment->started,
      (int)enrolment->first, to_column (enrolment->times[UK_DAY_PART_MORNING]),
      to_column (enrolment->times[UK_DAY_PART_MIDDAY]),
      to_column (enrolment->times[UK_DAY_PART_EVENING]), lacking, enrolment->cool ? 1 : 0,
      enrolment->reminds ? 1 : 0, (int)enrolment->state, enrolment->ended);
}

/**
 * uk_store_delete_enrolment:
 * @id: id of an enrolment; one that is not there is no error
 * @error: return location
 *
 * Deletes it with its marks; runs and ratings stay.
 *
 * Returns: whether it worked
 */
gboolean
uk_store_delete_enrolment (UkStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return uk_store_write (self, error, "DELETE FROM enrolments WHERE id = ?", "s", id);
}

/**
 * uk_store_find_enrolment:
 * @id: id of an enrolment
 * @error: return location
 *
 * Returns: (transfer full) (nullable): it; %NULL without an error if there is none
 */
UkEnrolment *
uk_store_find_enrolment (UkStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return uk_store_read_one (self, read_enrolment, error, SELECT "WHERE id = ?", "s", id);
}

/**
 * uk_store_list_enrolments:
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkEnrolment): those that run first, then the
 * newest; %NULL with an error
 */
GPtrArray *
uk_store_list_enrolments (UkStore *self, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);

  return uk_store_read_list (self, read_enrolment, (GDestroyNotify)uk_enrolment_free, error,
                             SELECT "ORDER BY state <> 0, started DESC, rowid DESC", "");
}

static gpointer
read_number (sqlite3_stmt *statement)
{
  return GINT_TO_POINTER (sqlite3_column_int (statement, 0));
}

/**
 * uk_store_has_running_enrolment:
 *
 * Returns: whether a plan runs; %FALSE if it cannot be read
 */
gboolean
uk_store_has_running_enrolment (UkStore *self)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_read_one (self, read_number, NULL,
                            "SELECT 1 FROM enrolments WHERE state = 0 LIMIT 1", "")
         != NULL;
}

/**
 * uk_store_add_mark:
 * @mark: what happened; its id does not matter
 * @error: return location
 *
 * What stands there already is not added twice.
 *
 * Returns: whether it is saved
 */
gboolean
uk_store_add_mark (UkStore *self, const UkMark *mark, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);
  g_return_val_if_fail (mark != NULL && mark->enrolment != NULL, FALSE);

  return uk_store_write (
      self, error,
      "INSERT INTO enrolment_marks (enrolment, kind, at, day, number, part, routine, run)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (enrolment, kind, day, number, part, routine) DO NOTHING",
      "siliiiss", mark->enrolment, (int)mark->kind, mark->at, (int)mark->day, (int)mark->number,
      (int)mark->part, mark->routine == NULL ? "" : mark->routine, mark->run);
}

/**
 * uk_store_delete_mark:
 * @id: id of a mark; one that is not there is no error
 * @error: return location
 *
 * Returns: whether it worked
 */
gboolean
uk_store_delete_mark (UkStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), FALSE);

  return uk_store_write (self, error, "DELETE FROM enrolment_marks WHERE id = ?", "l", id);
}

/**
 * uk_store_list_marks:
 * @enrolment: id of an enrolment
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type UkMark): the oldest first; %NULL with an error
 */
GPtrArray *
uk_store_list_marks (UkStore *self, const char *enrolment, GError **error)
{
  g_return_val_if_fail (UK_IS_STORE (self), NULL);
  g_return_val_if_fail (enrolment != NULL, NULL);

  return uk_store_read_list (self, read_mark, (GDestroyNotify)uk_mark_free, error,
                             SELECT_MARKS "WHERE enrolment = ? ORDER BY day, at, id", "s",
                             enrolment);
}
