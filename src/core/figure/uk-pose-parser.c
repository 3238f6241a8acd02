/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/figure/uk-pose-parser.h"

#include "core/figure/uk-anchor.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

G_DEFINE_QUARK (uk - pose - error - quark, uk_pose_error)

/* Nothing in a picture is further away than this. */
#define NUMBER_LIMIT 10000.0

/* Which places a prop needs, in this order. */
static const struct {
  const char *name;
  guint min_points, max_points;
} props[UK_N_PROPS] = {
  [UK_PROP_MAT] = { "mat", 1, 1 },
  [UK_PROP_WALL] = { "wall", 1, 1 },
  [UK_PROP_BALL] = { "ball", 1, 1 },
  [UK_PROP_ROLLER] = { "roller", 1, 1 },
  [UK_PROP_CHAIR] = { "chair", 1, 1 },
  [UK_PROP_BAND] = { "band", 2, 5 },
  [UK_PROP_ICE] = { "ice", 1, 1 },
  [UK_PROP_HEAT] = { "heat", 1, 1 },
  [UK_PROP_WATER] = { "water", 0, 1 },
  [UK_PROP_ELLIPTICAL] = { "elliptical", 1, 1 },
  [UK_PROP_BOX] = { "box", 1, 1 },
  [UK_PROP_ARROW] = { "arrow", 2, 3 },
  [UK_PROP_SWEEP] = { "sweep", 1, 1 },
  [UK_PROP_GLOW] = { "glow", 1, 1 },
  [UK_PROP_DOOR] = { "door", 1, 1 },
  [UK_PROP_ROD] = { "rod", 2, 2 },
  [UK_PROP_TABLE] = { "table", 1, 1 },
  [UK_PROP_CANE] = { "cane", 3, 3 },
  [UK_PROP_MASSAGER] = { "massager", 2, 2 },
  [UK_PROP_PILLOW] = { "pillow", 1, 1 },
  [UK_PROP_TOWEL_ROLL] = { "towel-roll", 1, 1 },
  [UK_PROP_SCREEN] = { "screen", 1, 1 },
  [UK_PROP_KEYBOARD] = { "keyboard", 1, 1 },
  [UK_PROP_BASIN] = { "basin", 1, 1 },
  [UK_PROP_BATH] = { "bath", 1, 1 },
  [UK_PROP_SHOWER] = { "shower", 1, 2 },
  [UK_PROP_BED] = { "bed", 1, 1 },
  [UK_PROP_BOTTLE] = { "bottle", 1, 1 },
  [UK_PROP_LAPTOP] = { "laptop", 1, 1 },
  [UK_PROP_CLOCK] = { "clock", 1, 1 },
  [UK_PROP_BAG] = { "bag", 1, 1 },
};

/* Reads comma-separated numbers; all of them or none. */
static gboolean
parse_numbers (const char *text, double *numbers, int min, int max, int *n)
{
  int count = 0;

  for (;;) {
    char *end;
    double number = g_ascii_strtod (text, &end);

    if (end == text || count == max || !(fabs (number) <= NUMBER_LIMIT))
      return FALSE;
    numbers[count++] = number;
    if (*end == '\0')
      break;
    if (*end != ',')
      return FALSE;
    text = end + 1;
  }
  if (n != NULL)
    *n = count;
  return count >= min;
}

static gboolean
parse_number (const char *text, double *number)
{
  return parse_numbers (text, number, 1, 1, NULL);
}

static gboolean
parse_choice (const char *text, const char *const *names, int *index)
{
  for (int i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], text)) {
      *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* An anchor with its side: NAME, NAME.l or NAME.r. */
static gboolean
parse_anchor (const char *text, gsize length, int *anchor, int *half)
{
  *half = UK_BODY_MIDDLE;
  if (length > 2 && text[length - 2] == '.') {
    if (text[length - 1] != 'l' && text[length - 1] != 'r')
      return FALSE;
    *half = text[length - 1] == 'l' ? UK_BODY_LEFT : UK_BODY_RIGHT;
    length -= 2;
  }
  *anchor = uk_anchor_find (text, length);
  return *anchor >= 0;
}

/* x,y,z or @anchor or @anchor+x,y,z; @me. and @helper. are the other person's. */
static gboolean
parse_place (const char *text, UkPlace *place)
{
  double d[3] = { 0, 0, 0 };
  const char *plus;

  *place = (UkPlace){ .set = TRUE, .anchor = -1, .half = UK_BODY_MIDDLE };
  if (*text != '@') {
    if (!parse_numbers (text, d, 2, 3, NULL))
      return FALSE;
    place->offset = uk_vec (d[0], d[1], d[2]);
    return TRUE;
  }
  text++;
  if (g_str_has_prefix (text, "me.") || g_str_has_prefix (text, "helper.")) {
    place->other = TRUE;
    text = strchr (text, '.') + 1;
  }
  plus = strchr (text, '+');
  if (plus != NULL && !parse_numbers (plus + 1, d, 2, 3, NULL))
    return FALSE;
  place->offset = uk_vec (d[0], d[1], d[2]);
  return parse_anchor (text, plus != NULL ? (gsize)(plus - text) : strlen (text), &place->anchor,
                       &place->half);
}

static gboolean
parse_direction (const char *text, UkVec *direction)
{
  static const char *const names[] = { "right", "left", "up", "down", "near", "away", NULL };
  static const UkVec vectors[]
      = { { 1, 0, 0 }, { -1, 0, 0 }, { 0, 1, 0 }, { 0, -1, 0 }, { 0, 0, 1 }, { 0, 0, -1 } };
  double d[3] = { 0, 0, 0 };
  int i;

  if (parse_choice (text, names, &i)) {
    *direction = vectors[i];
    return TRUE;
  }
  if (!parse_numbers (text, d, 2, 3, NULL))
    return FALSE;
  *direction = uk_vec_unit (uk_vec (d[0], d[1], d[2]));
  return TRUE;
}

static gboolean
parse_layer (const char *text, int *layer)
{
  static const char *const names[] = { "back", "auto", "front", NULL };
  int i;

  if (!parse_choice (text, names, &i))
    return FALSE;
  *layer = i - 1;
  return TRUE;
}

/* A number of a struct by its key. */
typedef struct {
  const char *key;
  gsize offset;
} Field;

static gboolean
parse_field (
    const Field *fields, gsize n, gpointer base, const char *key, const char *text, gboolean *known)
{
  for (gsize i = 0; i < n; i++) {
    if (g_str_equal (fields[i].key, key)) {
      *known = TRUE;
      return parse_number (text, (double *)(gpointer)((char *)base + fields[i].offset));
    }
  }
  *known = FALSE;
  return FALSE;
}

static gboolean
parse_root (UkPose *pose, const char *key, const char *text)
{
  static const Field fields[] = {
    { "x", offsetof (UkPose, root.x) },  { "y", offsetof (UkPose, root.y) },
    { "z", offsetof (UkPose, root.z) },  { "lift", offsetof (UkPose, lift) },
    { "lean", offsetof (UkPose, lean) }, { "turn", offsetof (UkPose, turn) },
    { "roll", offsetof (UkPose, roll) }, { "tilt", offsetof (UkPose, tilt) },
  };
  gboolean known;

  if (g_str_equal (key, "y"))
    pose->root_y_set = TRUE;
  return parse_field (fields, G_N_ELEMENTS (fields), pose, key, text, &known);
}

static const char *const axes[] = { "flex", "side", "twist", NULL };

/* Three numbers are for lumbar, middle and upper joint; a single one is shared. */
static gboolean
parse_spine (UkPose *pose, const char *key, const char *text)
{
  double d[3] = { 0, 0, 0 };
  int axis, n;

  if (!parse_choice (key, axes, &axis) || !parse_numbers (text, d, 1, 3, &n))
    return FALSE;
  for (int joint = 0; joint < 3; joint++)
    pose->spine[axis][joint] = n == 1 ? d[0] / 3 : d[joint];
  return TRUE;
}

static gboolean
parse_neck_or_head (UkPose *pose, gboolean head, const char *key, const char *text)
{
  static const char *const states[] = { "open", "closed", NULL };
  int i;

  if (head && g_str_equal (key, "eyes")) {
    if (!parse_choice (text, states, &i))
      return FALSE;
    pose->eyes_closed = i == 1;
    return TRUE;
  }
  if (head && g_str_equal (key, "mouth"))
    return parse_number (text, &pose->mouth) && pose->mouth >= 0 && pose->mouth <= 1;
  return parse_choice (key, axes, &i)
         && parse_number (text, head ? &pose->head[i] : &pose->neck[i]);
}

static gboolean
parse_hand (UkLimb *limb, const char *key, const char *text)
{
  double curl;

  if (g_str_equal (key, "hand"))
    return uk_hand_from_name (text, &limb->hand);
  if (g_str_equal (key, "spread"))
    return parse_number (text, &limb->hand.spread);
  if (!parse_number (text, &curl) || curl < -0.3 || curl > 1.2)
    return FALSE;
  limb->hand = uk_hand_from_curl (curl);
  return TRUE;
}

static gboolean
parse_touch (UkLimb *limb, const char *text, gboolean arm)
{
  int anchor = uk_anchor_find (text, strlen (text));

  if (anchor < 0 || !(arm ? uk_anchor_is_hand (anchor) : uk_anchor_is_foot (anchor)))
    return FALSE;
  limb->touch = anchor;
  return TRUE;
}

/* A goal replaces the one that the pose was like, with what belongs to it. */
static gboolean
parse_goal (UkLimb *limb, const char *text)
{
  if (g_str_equal (text, "free")) {
    limb->to = (UkPlace){ .set = FALSE };
    limb->touch = -1;
    limb->aimed = limb->has_pole = FALSE;
    return TRUE;
  }
  return parse_place (text, &limb->to);
}

static gboolean
parse_limb (UkLimb *limb, gboolean arm, const char *key, const char *text)
{
  static const Field common[] = {
    { "flex", offsetof (UkLimb, flex) },
    { "abd", offsetof (UkLimb, abd) },
    { "rot", offsetof (UkLimb, rot) },
  };
  static const Field of_arm[] = {
    { "elbow", offsetof (UkLimb, bend) },
    { "turn", offsetof (UkLimb, turn) },
    { "wrist", offsetof (UkLimb, end) },
    { "dev", offsetof (UkLimb, edge) },
  };
  static const Field of_leg[] = {
    { "knee", offsetof (UkLimb, bend) }, { "twist", offsetof (UkLimb, turn) },
    { "ankle", offsetof (UkLimb, end) }, { "edge", offsetof (UkLimb, edge) },
    { "toes", offsetof (UkLimb, toes) }, { "spread", offsetof (UkLimb, toe_spread) },
  };
  gboolean known, good;

  good = parse_field (common, G_N_ELEMENTS (common), limb, key, text, &known);
  if (!known)
    good = arm ? parse_field (of_arm, G_N_ELEMENTS (of_arm), limb, key, text, &known)
               : parse_field (of_leg, G_N_ELEMENTS (of_leg), limb, key, text, &known);
  if (known)
    return good;
  if (g_str_equal (key, "to"))
    return parse_goal (limb, text);
  if (g_str_equal (key, "touch"))
    return parse_touch (limb, text, arm);
  if (g_str_equal (key, "layer"))
    return parse_layer (text, &limb->layer);
  if (g_str_equal (key, "pole")) {
    limb->has_pole = TRUE;
    return parse_direction (text, &limb->pole);
  }
  if (g_str_equal (key, arm ? "fingers" : "point")) {
    limb->aimed = TRUE;
    return parse_direction (text, &limb->aim);
  }
  if (g_str_equal (key, arm ? "palm" : "sole")) {
    limb->aimed = TRUE;
    return parse_direction (text, &limb->face);
  }
  if (arm
      && (g_str_equal (key, "hand") || g_str_equal (key, "curl") || g_str_equal (key, "spread")))
    return parse_hand (limb, key, text);
  return FALSE;
}

static gboolean
parse_shoulder (UkPose *pose, int half, const char *key, const char *text)
{
  if (g_str_equal (key, "up"))
    return parse_number (text, &pose->shoulder_up[half]);
  if (g_str_equal (key, "fwd"))
    return parse_number (text, &pose->shoulder_fwd[half]);
  return FALSE;
}

static gboolean
parse_prop_key (UkProp *prop, const char *key, const char *text)
{
  static const char *const places[] = { "at", "on", "from", "via", "to", NULL };
  static const Field fields[] = {
    { "r", offsetof (UkPropSize, r) }, { "a", offsetof (UkPropSize, a) },
    { "b", offsetof (UkPropSize, b) }, { "c", offsetof (UkPropSize, c) },
    { "w", offsetof (UkPropSize, w) }, { "h", offsetof (UkPropSize, h) },
    { "d", offsetof (UkPropSize, d) }, { "twin", offsetof (UkPropSize, twin) },
  };
  gboolean known;
  int i;

  if (parse_choice (key, places, &i)) {
    if (prop->n_points >= UK_PROP_MAX_POINTS)
      return FALSE;
    return parse_place (text, &prop->points[prop->n_points++]);
  }
  if (g_str_equal (key, "layer"))
    return parse_layer (text, &prop->layer);
  return parse_field (fields, G_N_ELEMENTS (fields), &prop->size, key, text, &known);
}

/* Splits KEY=VALUE in place. */
static gboolean
split_word (char *word, const char **text)
{
  char *equals = strchr (word, '=');

  if (equals == NULL)
    return FALSE;
  *equals = '\0';
  *text = equals + 1;
  return TRUE;
}

/* Always FALSE, so that it can end a function. */
static gboolean
fail (GError **error, const char *reason, const char *word)
{
  g_set_error (error, UK_POSE_ERROR, UK_POSE_ERROR_SYNTAX, "%s “%s”", reason, word);
  return FALSE;
}

static gboolean
parse_prop (UkPose *pose, char **words, GError **error)
{
  UkProp prop = { 0 };
  int kind;

  for (kind = 0; kind < UK_N_PROPS; kind++) {
    if (g_strcmp0 (props[kind].name, words[1]) == 0)
      break;
  }
  if (kind == UK_N_PROPS)
    return fail (error, _ ("there is no prop"), words[1] != NULL ? words[1] : "");
  if (pose->n_props == UK_POSE_MAX_PROPS)
    return fail (error, _ ("too many props before"), words[1]);
  prop.kind = kind;
  for (char **word = words + 2; *word != NULL; word++) {
    const char *text;

    if (!split_word (*word, &text) || !parse_prop_key (&prop, *word, text))
      return fail (error, _ ("cannot understand"), *word);
  }
  if (prop.n_points < props[kind].min_points || prop.n_points > props[kind].max_points)
    return fail (error, _ ("wrong number of places for"), props[kind].name);
  pose->props[pose->n_props++] = prop;
  return TRUE;
}

static gboolean
parse_view (UkPose *pose, const char *text)
{
  static const char *const names[] = { "side", "front", "left", "back", NULL };
  static const double yaws[] = { 0, 90, 180, -90 };
  double d[2] = { 0, 0 };
  int i, n;

  if (parse_choice (text, names, &i)) {
    pose->yaw = yaws[i];
    return TRUE;
  }
  if (!parse_numbers (text, d, 1, 2, &n))
    return FALSE;
  pose->yaw = d[0];
  if (n == 2)
    pose->pitch = d[1];
  return TRUE;
}

/* whole, upper, head, or a place and the radius around it. */
static gboolean
parse_focus (UkPose *pose, char **words)
{
  static const char *const names[] = { "whole", "upper", "head", NULL };
  int i;

  if (words[1] == NULL)
    return FALSE;
  if (parse_choice (words[1], names, &i)) {
    pose->focus = (UkFocus)i;
    return words[2] == NULL;
  }
  pose->focus = UK_FOCUS_PLACE;
  return words[2] != NULL && words[3] == NULL && parse_place (words[1], &pose->focus_at)
         && !pose->focus_at.other && parse_number (words[2], &pose->focus_r) && pose->focus_r >= 1;
}

static gboolean
parse_key (UkPose *pose, const char *group, const char *key, const char *text)
{
  gsize length = strlen (group);
  int first = UK_BODY_LEFT, last = UK_BODY_RIGHT;

  if (length > 2 && (g_str_has_suffix (group, ".l") || g_str_has_suffix (group, ".r"))) {
    first = last = group[length - 1] == 'l' ? UK_BODY_LEFT : UK_BODY_RIGHT;
    length -= 2;
  } else if (g_str_equal (group, "root")) {
    return parse_root (pose, key, text);
  } else if (g_str_equal (group, "spine")) {
    return parse_spine (pose, key, text);
  } else if (g_str_equal (group, "neck") || g_str_equal (group, "head")) {
    return parse_neck_or_head (pose, group[0] == 'h', key, text);
  }
  for (int half = first; half <= last; half++) {
    gboolean good;

    if (length == 8 && g_str_has_prefix (group, "shoulder"))
      good = parse_shoulder (pose, half, key, text);
    else if (length == 3 && g_str_has_prefix (group, "arm"))
      good = parse_limb (&pose->arm[half], TRUE, key, text);
    else if (length == 3 && g_str_has_prefix (group, "leg"))
      good = parse_limb (&pose->leg[half], FALSE, key, text);
    else
      good = FALSE;
    if (!good)
      return FALSE;
  }
  return TRUE;
}

/**
 * uk_prop_kind_get_name:
 * @kind: a kind of prop
 *
 * Returns: its word in pose files
 */
const char *
uk_prop_kind_get_name (UkPropKind kind)
{
  g_return_val_if_fail ((guint)kind < UK_N_PROPS, "");

  return props[kind].name;
}

/**
 * uk_pose_parse_words:
 * @pose: what to change
 * @words: (array zero-terminated=1): one line of a pose file, split; changed while it is read
 * @error: (nullable): where to put what is wrong; file and line are the caller's to add
 *
 * Every line but `pose`, `like` and `helper`, which need other poses.
 *
 * Returns: whether the line was understood
 */
gboolean
uk_pose_parse_words (UkPose *pose, char **words, GError **error)
{
  g_return_val_if_fail (pose != NULL && words != NULL && words[0] != NULL, FALSE);

  if (g_str_equal (words[0], "prop"))
    return parse_prop (pose, words, error);
  if (g_str_equal (words[0], "mirror") && words[1] == NULL) {
    uk_pose_mirror (pose);
    return TRUE;
  }
  if (g_str_equal (words[0], "noprops") && words[1] == NULL) {
    pose->n_props = 0;
    return TRUE;
  }
  if (g_str_equal (words[0], "focus"))
    return parse_focus (pose, words) || fail (error, _ ("cannot understand"), words[0]);
  if (g_str_equal (words[0], "view"))
    return (words[1] != NULL && words[2] == NULL && parse_view (pose, words[1]))
           || fail (error, _ ("cannot understand"), words[0]);
  if (g_str_equal (words[0], "seconds"))
    return (words[1] != NULL && words[2] == NULL && parse_number (words[1], &pose->seconds)
            && pose->seconds >= 0.1 && pose->seconds <= 60)
           || fail (error, _ ("cannot understand"), words[0]);
  if (words[1] == NULL)
    return fail (error, _ ("cannot understand"), words[0]);
  for (char **word = words + 1; *word != NULL; word++) {
    const char *text;

    if (!split_word (*word, &text) || !parse_key (pose, words[0], *word, text))
      return fail (error, _ ("cannot understand"), *word);
  }
  return TRUE;
}

/**
 * uk_pose_parse_helper:
 * @pose: what to change
 * @words: (array zero-terminated=1): what follows `helper ID` on the line, split; changed while it
 * is read
 * @error: (nullable): where to put what is wrong
 *
 * Returns: whether the words were understood
 */
gboolean
uk_pose_parse_helper (UkPose *pose, char **words, GError **error)
{
  g_return_val_if_fail (pose != NULL && words != NULL, FALSE);

  for (; *words != NULL; words++) {
    UkPlace place;
    const char *text;
    gboolean good = split_word (*words, &text);

    if (good && g_str_equal (*words, "at")) {
      good = parse_place (text, &place) && place.anchor < 0;
      if (good)
        pose->helper_at = place.offset;
    } else if (good && g_str_equal (*words, "turn")) {
      good = parse_number (text, &pose->helper_turn);
    } else {
      good = FALSE;
    }
    if (!good)
      return fail (error, _ ("cannot understand"), *words);
  }
  return TRUE;
}
