/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-memory-notifier.h"

struct _UkMemoryNotifier {
  GObject parent_instance;

  gboolean present;
  gboolean slow;
  GPtrArray *waiting;  /* (owned) (element-type UkNotification) what a slow server has not answered */
  GHashTable *visible; /* (owned) id -> UkNotification (owned) */
  GString *history;    /* (owned) ids that were shown, one word each */
  guint n_shown;
};

static void uk_memory_notifier_iface_init (UkNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UkMemoryNotifier,
                               uk_memory_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_NOTIFIER,
                                                      uk_memory_notifier_iface_init))

static void
take (UkMemoryNotifier *self, const UkNotification *notice)
{
  UkNotification *copy = uk_notification_copy (notice);

  g_hash_table_replace (self->visible, copy->id, copy);
  g_string_append_printf (self->history, "%s%s", self->history->len == 0 ? "" : " ", notice->id);
  self->n_shown++;
}

static void
show (UkNotifier *notifier, const UkNotification *notice)
{
  UkMemoryNotifier *self = UK_MEMORY_NOTIFIER (notifier);

  if (self->slow) {
    g_ptr_array_add (self->waiting, uk_notification_copy (notice));
    return;
  }
  if (self->present)
    take (self, notice);
  uk_notifier_emit_answered (notifier, notice->id, self->present ? NULL : "Nobody shows notices");
}

static void
withdraw (UkNotifier *notifier, const char *id)
{
  g_hash_table_remove (UK_MEMORY_NOTIFIER (notifier)->visible, id);
}

static gboolean
is_present (UkNotifier *notifier)
{
  return UK_MEMORY_NOTIFIER (notifier)->present;
}

static void
finalize (GObject *object)
{
  UkMemoryNotifier *self = UK_MEMORY_NOTIFIER (object);

  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->visible);
  g_string_free (self->history, TRUE);
  G_OBJECT_CLASS (uk_memory_notifier_parent_class)->finalize (object);
}

static void
uk_memory_notifier_iface_init (UkNotifierInterface *iface)
{
  iface->show = show;
  iface->withdraw = withdraw;
  iface->is_present = is_present;
}

static void
uk_memory_notifier_class_init (UkMemoryNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
uk_memory_notifier_init (UkMemoryNotifier *self)
{
  self->present = TRUE;
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_notification_free);
  self->visible
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)uk_notification_free);
  self->history = g_string_new (NULL);
}

UkMemoryNotifier *
uk_memory_notifier_new (void)
{
  return g_object_new (UK_TYPE_MEMORY_NOTIFIER, NULL);
}

/* The server that shows notices goes, with all that it shows, or comes. */
void
uk_memory_notifier_set_present (UkMemoryNotifier *self, gboolean present)
{
  self->present = present;
  g_hash_table_remove_all (self->visible);
  uk_notifier_emit_server_changed (UK_NOTIFIER (self));
}

/* A slow server answers when it is slow no more: with @problem, if that is not %NULL. */
void
uk_memory_notifier_set_slow (UkMemoryNotifier *self, gboolean slow, const char *problem)
{
  guint i;

  self->slow = slow;
  for (i = 0; !slow && i < self->waiting->len; i++) {
    const UkNotification *notice = g_ptr_array_index (self->waiting, i);

    if (problem == NULL)
      take (self, notice);
    uk_notifier_emit_answered (UK_NOTIFIER (self), notice->id, problem);
  }
  if (!slow)
    g_ptr_array_set_size (self->waiting, 0);
}

guint
uk_memory_notifier_get_n_waiting (UkMemoryNotifier *self)
{
  return self->waiting->len;
}

guint
uk_memory_notifier_get_n_shown (UkMemoryNotifier *self)
{
  return self->n_shown;
}

/* Returns: (transfer none) (nullable): what is on the screen about @id */
const UkNotification *
uk_memory_notifier_get_notice (UkMemoryNotifier *self, const char *id)
{
  return g_hash_table_lookup (self->visible, id);
}

/* Returns: (transfer full): ids of all that was shown since uk_memory_notifier_forget() */
char *
uk_memory_notifier_dup_history (UkMemoryNotifier *self)
{
  return g_strdup (self->history->str);
}

void
uk_memory_notifier_forget (UkMemoryNotifier *self)
{
  g_string_truncate (self->history, 0);
  self->n_shown = 0;
}
