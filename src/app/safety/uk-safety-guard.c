/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-safety-guard.h"

#include "app/safety/uk-safety-dialog.h"
#include "app/safety/uk-safety-taps.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* One check; the data of its task. */
typedef struct {
  UkSafetyBook *book;       /* owned */
  GtkWindow *parent;        /* owned */
  const UkRoutine *routine; /* of the catalogue */
  char *region;             /* owned, nullable */
  UkSide side;
  gboolean tapped;              /* the taps were shown */
  const UkCondition *condition; /* of the catalogue, nullable: which is asked about */
  const UkRoutine *about;       /* of the catalogue: the part of the routine that it is asked for */
  const char *place;            /* nullable: where that is done, a region of the catalogue */
} Check;

static void check_next (GTask *task);

static void
check_free (gpointer data)
{
  Check *check = data;

  g_clear_object (&check->book);
  g_clear_object (&check->parent);
  g_free (check->region);
  g_free (check);
}

/* The task is the dialog's until it has an answer. */
static void
end (GTask *task, gboolean go)
{
  g_task_return_boolean (task, go);
  g_object_unref (task);
}

static void
present (GTask *task, GtkWidget *window)
{
  Check *check = g_task_get_task_data (task);

  gtk_window_set_transient_for (GTK_WINDOW (window), check->parent);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- the screens ---- */

static void
dialog_gone_cb (GTask *task, UkSafetyDialog *dialog)
{
  Check *check = g_task_get_task_data (task);

  /* A result that stops everything was read in the dialog. */
  if (uk_safety_dialog_is_complete (dialog)
      && uk_safety_book_get_urgency (check->book, check->region, NULL) > UK_URGENCY_TODAY)
    check_next (task);
  else
    end (task, FALSE);
}

static void
ask (GTask *task, UkSafetyAsk what)
{
  Check *check = g_task_get_task_data (task);
  GtkWidget *dialog = uk_safety_dialog_new (check->book, check->region, what);

  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (dialog_gone_cb), task);
  present (task, dialog);
}

static gboolean
is_tapped (Check *check, const char *tap)
{
  return uk_answers_is_yes (uk_safety_book_get_answers (check->book), tap,
                            check->region != NULL ? check->region : UK_SCOPE_PERSON);
}

static void
taps_gone_cb (GTask *task, UkSafetyTaps *taps)
{
  Check *check = g_task_get_task_data (task);

  if (!uk_safety_taps_is_complete (taps))
    end (task, FALSE);
  else if (is_tapped (check, "news"))
    ask (task, UK_SAFETY_ASK_AFRESH);
  else if (is_tapped (check, "place"))
    ask (task, UK_SAFETY_ASK_PLACE);
  else
    check_next (task);
}

static void
show_taps (GTask *task)
{
  Check *check = g_task_get_task_data (task);
  GtkWidget *taps = uk_safety_taps_new (check->book, check->routine, check->region);

  check->tapped = TRUE;
  g_signal_connect_swapped (taps, "destroy", G_CALLBACK (taps_gone_cb), task);
  present (task, taps);
}

/* ---- short questions ---- */

static AdwMessageDialog *
build_message (const char *heading, const char *body)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));

  adw_message_dialog_set_close_response (message, "close");
  return message;
}

static void
show_message (GTask *task, AdwMessageDialog *message, GCallback response_cb)
{
  g_signal_connect_swapped (message, "response", response_cb, task);
  present (task, GTK_WIDGET (message));
}

static void
refused_cb (GTask *task, const char *response)
{
  if (g_str_equal (response, "answers"))
    ask (task, UK_SAFETY_ASK_EDIT);
  else
    end (task, FALSE);
}

static void
refuse (GTask *task, const char *heading, const char *body)
{
  AdwMessageDialog *message = build_message (heading, body);

  adw_message_dialog_add_responses (message, "close", _ ("_Close"), "answers", _ ("Change _answers"), NULL);
  show_message (task, message, G_CALLBACK (refused_cb));
}

static void
locked_cb (GTask *task, const char *response)
{
  end (task, FALSE);
}

static void
tell_lock (GTask *task, gint64 until)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (until);
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  /* Translators: %s is a time of day such as 14:30. */
  g_autofree char *body = g_strdup_printf (_ ("This place was warmed or cooled a short while ago. The skin needs two "
                                              "hours: from %s on it can be done again."),
                                           clock);
  AdwMessageDialog *message = build_message (_ ("Let the skin rest"), body);

  adw_message_dialog_add_response (message, "close", _ ("_Close"));
  show_message (task, message, G_CALLBACK (locked_cb));
}

static void
save (Check *check, const char *scope, UkAnswer answer)
{
  /* If it cannot be saved it still counts until the program ends. */
  uk_safety_book_answer (check->book, check->condition->id, scope, answer, g_get_real_time () / G_USEC_PER_SEC, NULL);
}

static void
place_cb (GTask *task, const char *response)
{
  Check *check = g_task_get_task_data (task);

  if (g_str_equal (response, "close")) {
    end (task, FALSE);
    return;
  }
  save (check, check->place,
        g_str_equal (response, "no")    ? UK_ANSWER_NO
        : g_str_equal (response, "yes") ? UK_ANSWER_YES
                                        : UK_ANSWER_NOT_SURE);
  check_next (task);
}

static void
ask_place (GTask *task)
{
  Check *check = g_task_get_task_data (task);
  const UkRegion *region
      = uk_catalogue_get_region (uk_safety_book_get_catalogue (check->book), check->place);
  /* Translators: %s is a place of the body, such as “Calf”. */
  g_autofree char *body = g_strdup_printf (_ ("You told us about this condition. Does it concern the place that you "
                                              "want to treat: %s?"),
                                           region != NULL ? region->name : check->place);
  AdwMessageDialog *message = build_message (check->condition->name, body);

  adw_message_dialog_add_responses (message, "yes", _ ("_Yes"), "no", _ ("_No"), "not-sure", _ ("Not _sure"), NULL);
  show_message (task, message, G_CALLBACK (place_cb));
}

static void
doctor_cb (GTask *task, const char *response)
{
  Check *check = g_task_get_task_data (task);

  if (g_str_equal (response, "close")) {
    end (task, FALSE);
    return;
  }
  save (check, uk_technique_to_id (check->about->technique), UK_ANSWER_SEEN);
  check_next (task);
}

static void
ask_doctor (GTask *task)
{
  Check *check = g_task_get_task_data (task);
  g_autofree char *heading
      /* Translators: %s is a condition, such as “Diabetes”. */
      = g_strdup_printf (_ ("Ask first: %s"), check->condition->name);
  g_autofree char *body
      = g_strdup_printf ("%s\n\n%s",
                         _ ("With this condition a doctor or physiotherapist should agree before you do this."),
                         check->condition->note != NULL ? check->condition->note : "");
  AdwMessageDialog *message = build_message (heading, g_strchomp (body));

  adw_message_dialog_add_responses (message, "close", _ ("_Not yet"), "agreed", _ ("They _agreed"), NULL);
  show_message (task, message, G_CALLBACK (doctor_cb));
}

/* ---- what comes next ---- */

static void
check_ruling (GTask *task)
{
  Check *check = g_task_get_task_data (task);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (UkSafetyRuling) ruling
      = uk_safety_book_rule (check->book, check->routine, check->region, now);

  check->about = ruling->routine;
  check->place = ruling->region;
  check->condition = ruling->conditions->len > 0 ? g_ptr_array_index (ruling->conditions, 0) : NULL;
  switch (ruling->permit) {
  case UK_PERMIT_GO:
  case UK_PERMIT_CARE:
    end (task, TRUE);
    break;
  case UK_PERMIT_ASK_PLACE:
    ask_place (task);
    break;
  case UK_PERMIT_ASK_DOCTOR:
    ask_doctor (task);
    break;
  case UK_PERMIT_NO:
  default:
    refuse (task, ruling->reason, ruling->detail);
  }
}

/* Nobody is asked about today who is turned away for another reason anyway. */
static gboolean
is_ruled_out (Check *check, GDateTime *now)
{
  g_autoptr (UkSafetyRuling) ruling
      = uk_safety_book_rule (check->book, check->routine, check->region, now);

  return ruling->permit == UK_PERMIT_NO && !is_tapped (check, "rating");
}

static void
check_next (GTask *task)
{
  Check *check = g_task_get_task_data (task);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const gint64 seconds = g_date_time_to_unix (now);
  const gint64 lock
      = uk_safety_book_get_lock_end (check->book, check->routine, check->region, check->side, seconds);

  if (uk_safety_book_is_due (check->book, check->region, seconds))
    ask (task, UK_SAFETY_ASK_DUE);
  else if (lock != 0)
    tell_lock (task, lock);
  else if (!check->tapped && !is_ruled_out (check, now)
           && uk_safety_are_taps_due (uk_safety_book_get_catalogue (check->book),
                                      uk_safety_book_get_answers (check->book), check->routine,
                                      check->region, now))
    show_taps (task);
  else
    check_ruling (task);
}

/**
 * uk_safety_guard_check_async:
 * @context: what pages work with
 * @parent: the window that the screens stand before
 * @routine: what is to be done
 * @region: (nullable): where; %NULL: the whole body
 * @side: the side
 * @callback: called when it is known whether it may be done
 * @user_data: for @callback
 *
 * Shows one screen after the other, none if there is nothing to ask or tell.
 */
void
uk_safety_guard_check_async (const UkContext *context,
                             GtkWindow *parent,
                             const UkRoutine *routine,
                             const char *region,
                             UkSide side,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Check *check;

  g_return_if_fail (context != NULL && GTK_IS_WINDOW (parent) && routine != NULL);

  check = g_new0 (Check, 1);
  check->book = g_object_ref (context->safety);
  check->parent = g_object_ref (parent);
  check->routine = routine;
  check->region = g_strdup (region);
  check->side = side;
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, check, check_free);
  check_next (task);
}

/* Returns: whether the run may start */
gboolean
uk_safety_guard_check_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
