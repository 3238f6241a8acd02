/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-pose-set.h"

#include "core/figure/uk-pose-parser.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_FOLDER "/unknot/figure"
#define MAX_LIKES 32 /* poses like a pose like a pose … */

typedef enum {
  STATE_UNREAD,
  STATE_BUSY,
  STATE_GOOD,
  STATE_DAMAGED,
} State;

typedef struct {
  const char *text;
  guint number;
} Line;

/* A pose as it stands in its file, and once it is resolved the pose itself, which is large. */
typedef struct {
  const char *file;
  guint line;
  GArray *lines; /* (element-type Line) (owned) */
  const char *id, *title;
  State state;
  UkPose *pose; /* (owned) (nullable) */
} Block;

struct _UkPoseSet {
  GObject parent_instance;

  GStringChunk *strings; /* (owned) */
  GPtrArray *blocks;     /* (element-type Block) (owned), in the order of the files */
  GHashTable *by_id;     /* (element-type utf8 Block) (owned), values not owned */
  GPtrArray *good;       /* (element-type UkPose) (owned), items not owned */
  UkBodyKind body;
};

G_DEFINE_FINAL_TYPE (UkPoseSet, uk_pose_set, G_TYPE_OBJECT)

enum {
  DAMAGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean resolve_block (UkPoseSet *self, Block *block, guint depth, GPtrArray *errors);

static void
block_free (gpointer data)
{
  Block *block = data;

  g_array_unref (block->lines);
  g_free (block->pose);
  g_free (block);
}

static void
report (GPtrArray *errors, const char *file, guint line, int code, const char *reason)
{
  if (errors == NULL)
    return;
  g_ptr_array_add (errors, g_error_new (UK_POSE_ERROR, code, "%s:%u: %s", file, line, reason));
}

static void G_GNUC_PRINTF (5, 6) report_printf (
    GPtrArray *errors, const char *file, guint line, int code, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  report (errors, file, line, code, reason);
}

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

/* Starts the block of a `pose ID Title` line; NULL if it is damaged, then its lines are passed
 * over. */
static Block *
begin_block (UkPoseSet *self, const char *file, guint number, const char *rest, GPtrArray *errors)
{
  gsize length = strcspn (rest, " \t");
  g_autofree char *id = g_strndup (rest, length);
  g_autofree char *title = g_strstrip (g_strdup (rest + length));
  Block *block;

  if (!is_id (id)) {
    report_printf (errors, file, number, UK_POSE_ERROR_SYNTAX, _ ("“%s” is not an id"), id);
    return NULL;
  }
  if (g_hash_table_contains (self->by_id, id)) {
    report_printf (errors, file, number, UK_POSE_ERROR_DUPLICATE,
                   _ ("there is already a pose “%s”"), id);
    return NULL;
  }
  block = g_new0 (Block, 1);
  block->file = file;
  block->line = number;
  block->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  block->id = g_string_chunk_insert (self->strings, id);
  block->title = g_string_chunk_insert (self->strings, title);
  g_ptr_array_add (self->blocks, block);
  g_hash_table_insert (self->by_id, (gpointer)block->id, block);
  return block;
}

/* Another pose that a line names, resolved, or NULL with the reason reported. */
static const Block *
get_other (UkPoseSet *self,
           const Block *block,
           guint number,
           const char *id,
           guint depth,
           GPtrArray *errors)
{
  Block *other = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  if (other == NULL) {
    report_printf (errors, block->file, number, UK_POSE_ERROR_UNKNOWN, _ ("there is no pose “%s”"),
                   id != NULL ? id : "");
    return NULL;
  }
  if (other->state == STATE_BUSY || depth >= MAX_LIKES) {
    report_printf (errors, block->file, number, UK_POSE_ERROR_CYCLE,
                   _ ("“%s” leads back to itself"), other->id);
    return NULL;
  }
  if (!resolve_block (self, other, depth + 1, errors)) {
    report_printf (errors, block->file, number, UK_POSE_ERROR_UNKNOWN,
                   _ ("the pose “%s” is damaged"), other->id);
    return NULL;
  }
  return other;
}

static gboolean
read_like (Block *block, const Block *other)
{
  *block->pose = *other->pose;
  block->pose->id = block->id;
  block->pose->title = block->title;
  return TRUE;
}

static gboolean
read_line (UkPoseSet *self, Block *block, const Line *line, guint depth, GPtrArray *errors)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdelimit (g_strdup (line->text), "\t", ' ');
  g_auto (GStrv) split = g_strsplit (text, " ", -1);
  g_autofree char **words = g_new0 (char *, g_strv_length (split) + 1);
  gsize n = 0;
  gboolean like, good;

  for (char **word = split; *word != NULL; word++) {
    if (**word != '\0')
      words[n++] = *word;
  }
  like = g_str_equal (words[0], "like");
  if (like || g_str_equal (words[0], "helper")) {
    const Block *other = get_other (self, block, line->number, words[1], depth, errors);

    if (other == NULL)
      return FALSE;
    if (like)
      return read_like (block, other);
    block->pose->helper = other->pose;
    good = uk_pose_parse_helper (block->pose, words + 2, &error);
  } else {
    good = uk_pose_parse_words (block->pose, words, &error);
  }
  if (!good)
    report (errors, block->file, line->number, error->code, error->message);
  return good;
}

static gboolean
resolve_block (UkPoseSet *self, Block *block, guint depth, GPtrArray *errors)
{
  if (block->state != STATE_UNREAD)
    return block->state == STATE_GOOD;
  block->state = STATE_BUSY;
  block->pose = g_new (UkPose, 1);
  uk_pose_init (block->pose, block->id, block->title);
  for (guint i = 0; i < block->lines->len; i++) {
    if (!read_line (self, block, &g_array_index (block->lines, Line, i), depth, errors)) {
      block->state = STATE_DAMAGED;
      g_clear_pointer (&block->pose, g_free);
      return FALSE;
    }
  }
  block->pose->body = self->body;
  block->state = STATE_GOOD;
  return TRUE;
}

static void
uk_pose_set_finalize (GObject *object)
{
  UkPoseSet *self = UK_POSE_SET (object);

  g_ptr_array_unref (self->good);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (uk_pose_set_parent_class)->finalize (object);
}

static void
uk_pose_set_class_init (UkPoseSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = uk_pose_set_finalize;
  /* A pose that was to be read when it was needed cannot be: why, as FILE:LINE: REASON. */
  signals[DAMAGED] = g_signal_new ("damaged", UK_TYPE_POSE_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
uk_pose_set_init (UkPoseSet *self)
{
  self->strings = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->good = g_ptr_array_new ();
}

/**
 * uk_pose_set_new:
 *
 * Poses may be like poses of any other file: add all files, then call uk_pose_set_resolve().
 *
 * Returns: (transfer full): an empty set
 */
UkPoseSet *
uk_pose_set_new (void)
{
  return g_object_new (UK_TYPE_POSE_SET, NULL);
}

/**
 * uk_pose_set_add_text:
 * @set: a set that is not yet resolved
 * @name: of the file, for messages
 * @text: its content
 * @length: of @text in bytes, or -1
 * @errors: (nullable) (element-type GError): where to add what is wrong, as FILE:LINE: REASON
 *
 * A damaged pose is left out, the others stay usable.
 */
void
uk_pose_set_add_text (
    UkPoseSet *set, const char *name, const char *text, gssize length, GPtrArray *errors)
{
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;
  const char *file, *end;
  Block *block = NULL;
  gboolean damaged = FALSE;

  g_return_if_fail (UK_IS_POSE_SET (set) && name != NULL && text != NULL);

  file = g_string_chunk_insert_const (set->strings, name);
  if (!g_utf8_validate (text, length, &end)) {
    guint line = 1;

    for (const char *c = text; c < end; c++)
      line += *c == '\n';
    report (errors, file, line, UK_POSE_ERROR_SYNTAX, _ ("this is not UTF-8 text"));
    return;
  }
  copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize)length);
  lines = g_strsplit (copy, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *line = lines[i], *comment = strchr (line, '#');

    if (comment != NULL)
      *comment = '\0';
    g_strstrip (line);
    if (*line == '\0')
      continue;
    if (g_str_has_prefix (line, "pose ")) {
      block = begin_block (set, file, i + 1, g_strchug (line + 5), errors);
      damaged = block == NULL;
    } else if (block != NULL) {
      Line entry = { g_string_chunk_insert (set->strings, line), i + 1 };

      g_array_append_val (block->lines, entry);
    } else if (!damaged) {
      report (errors, file, i + 1, UK_POSE_ERROR_SYNTAX, _ ("this belongs to no pose"));
      damaged = TRUE;
    }
  }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * uk_pose_set_add_folder:
 * @set: a set that is not yet resolved
 * @folder: path of a folder with *.pose files
 * @errors: (nullable) (element-type GError): where to add what is wrong
 */
void
uk_pose_set_add_folder (UkPoseSet *set, const char *folder, GPtrArray *errors)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  GError *error = NULL;
  const char *name;

  g_return_if_fail (UK_IS_POSE_SET (set) && folder != NULL);

  dir = g_dir_open (folder, 0, &error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, ".pose"))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len && error == NULL; i++) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
    g_autofree char *text = NULL;
    gsize length;

    if (g_file_get_contents (path, &text, &length, &error))
      uk_pose_set_add_text (set, g_ptr_array_index (names, i), text, (gssize)length, errors);
  }
  if (error != NULL && errors != NULL)
    g_ptr_array_add (errors, error);
  else
    g_clear_error (&error);
}

/**
 * uk_pose_set_add_resources:
 * @set: a set that is not yet resolved
 * @errors: (nullable) (element-type GError): where to add what is wrong
 *
 * Adds the poses that the program carries in itself; its resources must be registered.
 */
void
uk_pose_set_add_resources (UkPoseSet *set, GPtrArray *errors)
{
  g_auto (GStrv) names = NULL;

  g_return_if_fail (UK_IS_POSE_SET (set));

  names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (char **name = names; name != NULL && *name != NULL; name++) {
    g_autofree char *path = g_build_path ("/", RESOURCE_FOLDER, *name, NULL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    gsize length;
    const char *text;

    if (bytes == NULL)
      continue;
    text = g_bytes_get_data (bytes, &length);
    uk_pose_set_add_text (set, *name, text != NULL ? text : "", (gssize)length, errors);
  }
}

/**
 * uk_pose_set_resolve:
 * @set: a set with all its files
 * @errors: (nullable) (element-type GError): where to add what is wrong, one per damaged pose
 */
void
uk_pose_set_resolve (UkPoseSet *set, GPtrArray *errors)
{
  g_return_if_fail (UK_IS_POSE_SET (set));

  g_ptr_array_set_size (set->good, 0);
  for (guint i = 0; i < set->blocks->len; i++) {
    Block *block = g_ptr_array_index (set->blocks, i);

    if (resolve_block (set, block, 0, errors))
      g_ptr_array_add (set->good, block->pose);
  }
}

/**
 * uk_pose_set_set_body:
 * @set: a set of poses
 * @body: who takes them up from now on
 *
 * What has been solved before stays as it is.
 */
void
uk_pose_set_set_body (UkPoseSet *set, UkBodyKind body)
{
  g_return_if_fail (UK_IS_POSE_SET (set) && (guint)body < UK_N_BODY_KINDS);

  set->body = body;
  for (guint i = 0; i < set->blocks->len; i++) {
    Block *block = g_ptr_array_index (set->blocks, i);

    if (block->pose != NULL)
      block->pose->body = body;
  }
}

/**
 * uk_pose_set_lookup:
 * @set: a set; a pose is read when it is first needed if the set is not resolved
 * @id: (nullable): id of a pose
 *
 * What turns out to be damaged then is told once, by the signal `damaged`.
 *
 * Returns: (transfer none) (nullable): the pose; %NULL if there is none or it is damaged
 */
const UkPose *
uk_pose_set_lookup (UkPoseSet *set, const char *id)
{
  g_autoptr (GPtrArray) errors = NULL;
  Block *block;

  g_return_val_if_fail (UK_IS_POSE_SET (set), NULL);

  block = id != NULL ? g_hash_table_lookup (set->by_id, id) : NULL;
  if (block == NULL)
    return NULL;
  errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  resolve_block (set, block, 0, errors);
  for (guint i = 0; i < errors->len; i++)
    g_signal_emit (set, signals[DAMAGED], 0, g_ptr_array_index (errors, i));
  return block->pose;
}

/**
 * uk_pose_set_get_n_poses:
 * @set: a resolved set
 *
 * Returns: how many usable poses it has
 */
guint
uk_pose_set_get_n_poses (UkPoseSet *set)
{
  g_return_val_if_fail (UK_IS_POSE_SET (set), 0);

  return set->good->len;
}

/**
 * uk_pose_set_get_nth:
 * @set: a resolved set
 * @index: below uk_pose_set_get_n_poses()
 *
 * Returns: (transfer none): the pose, in the order of the files
 */
const UkPose *
uk_pose_set_get_nth (UkPoseSet *set, guint index)
{
  g_return_val_if_fail (UK_IS_POSE_SET (set) && index < set->good->len, NULL);

  return g_ptr_array_index (set->good, index);
}

/**
 * uk_pose_set_get_file:
 * @set: a resolved set
 * @id: id of a pose
 * @line: (out) (optional): where it begins
 *
 * Returns: (transfer none) (nullable): the file that holds the pose
 */
const char *
uk_pose_set_get_file (UkPoseSet *set, const char *id, guint *line)
{
  Block *block;

  g_return_val_if_fail (UK_IS_POSE_SET (set) && id != NULL, NULL);

  block = g_hash_table_lookup (set->by_id, id);
  if (block != NULL && line != NULL)
    *line = block->line;
  return block != NULL ? block->file : NULL;
}
