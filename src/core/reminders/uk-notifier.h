/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UkNotification:
 * @id: what it is about: the id of an occurrence, or of a notice for several
 * @title: plain text
 * @body: (nullable): plain text
 * @answerable: whether it carries Skip, and the two other buttons that have words
 * @start: (nullable): the words on the button that begins
 * @snooze: (nullable): the words on the button that puts it off
 * @low: whether it is less urgent than usual
 */
typedef struct {
  char *id;
  char *title;
  char *body;
  gboolean answerable;
  char *start;
  char *snooze;
  gboolean low;
} UkNotification;

UkNotification *uk_notification_new (const char *id, const char *title, const char *body);
UkNotification *uk_notification_copy (const UkNotification *notice);
void uk_notification_free (UkNotification *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkNotification, uk_notification_free)

/* What was pressed. */
typedef enum {
  UK_VERB_OPEN,
  UK_VERB_START,
  UK_VERB_SNOOZE,
  UK_VERB_SKIP,
} UkVerb;

#define UK_TYPE_NOTIFIER (uk_notifier_get_type ())
G_DECLARE_INTERFACE (UkNotifier, uk_notifier, UK, NOTIFIER, GObject)

/**
 * UkNotifierInterface:
 * @show: shows or replaces the notice with the same id, and emits `answered`, at once or later
 * @withdraw: takes it away; an unknown id is no error; one that is on its way may stay unanswered
 * @is_present: whether somebody is there who shows notices, and answers
 * @get_problem: (optional): (nullable): why nothing is shown although somebody is there, a
 * translated sentence
 *
 * Who tells the person; never waits.  Signals: `action (id, UkVerb, activation token or NULL)`,
 * `answered (id, problem or NULL)`: whether it was handed over, and `server-changed`.
 */
struct _UkNotifierInterface {
  GTypeInterface parent_iface;

  void (*show) (UkNotifier *self, const UkNotification *notice);
  void (*withdraw) (UkNotifier *self, const char *id);
  gboolean (*is_present) (UkNotifier *self);
  const char *(*get_problem) (UkNotifier *self);
};

void uk_notifier_show (UkNotifier *self, const UkNotification *notice);
void uk_notifier_withdraw (UkNotifier *self, const char *id);
gboolean uk_notifier_is_present (UkNotifier *self);
const char *uk_notifier_get_problem (UkNotifier *self);
void uk_notifier_emit_action (UkNotifier *self, const char *id, UkVerb verb, const char *token);
void uk_notifier_emit_answered (UkNotifier *self, const char *id, const char *problem);
void uk_notifier_emit_server_changed (UkNotifier *self);

G_END_DECLS
