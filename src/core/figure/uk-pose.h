/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-body.h"
#include "core/figure/uk-vec.h"

G_BEGIN_DECLS

/* The body's halves, as index of every pair of limbs. */
enum {
  UK_BODY_LEFT,
  UK_BODY_RIGHT,
  UK_BODY_MIDDLE,
};

#define UK_POSE_MAX_PROPS 16
#define UK_PROP_MAX_POINTS 5
#define UK_POSE_DEFAULT_SECONDS 1.6

/**
 * UkPlace:
 * @set: whether the place was given
 * @anchor: index of an anchor (see uk-anchor.h), or -1: @offset is a point of the world
 * @half: UK_BODY_LEFT, UK_BODY_RIGHT or UK_BODY_MIDDLE
 * @other: the anchor is on the other person of the picture
 * @offset: from the anchor, along the axes of the world
 */
typedef struct {
  gboolean set;
  int anchor;
  int half;
  gboolean other;
  UkVec offset;
} UkPlace;

/**
 * UkHand:
 * @curl: 0 flat to 1 fist: index, middle, ring, little finger
 * @thumb: 0 beside the palm to 1 across it
 * @reach: 0 thumb as it falls to 1 stretched out along the fingers, to press
 * @oppose: 0 to 1 against the tip of the index finger
 * @spread: 0 to 1, fingers apart
 */
typedef struct {
  double curl[4];
  double thumb, reach, oppose, spread;
} UkHand;

#define UK_THUMB_JOINTS 4

/**
 * UkLimb:
 *
 * An arm or a leg: angles in degrees, or a goal.  @aim and @face are where fingers or toes point
 * and where palm or sole look; both count only if @aimed.  @toe_spread is from 0 to 1.
 */
typedef struct {
  double flex, abd, rot; /* shoulder or hip */
  double bend, turn;     /* elbow or knee, forearm or shin about its axis */
  double end, edge;      /* wrist or ankle, sideways */
  double toes, toe_spread;
  UkHand hand;
  UkPlace to; /* goal of wrist or ankle, or of @touch */
  int touch;  /* anchor of hand or foot that goes to @to, -1: wrist or ankle */
  gboolean has_pole, aimed;
  UkVec pole, aim, face;
  int layer; /* -1 behind everything, +1 in front, 0 by depth */
} UkLimb;

typedef enum {
  UK_PROP_MAT,
  UK_PROP_WALL,
  UK_PROP_BALL,
  UK_PROP_ROLLER,
  UK_PROP_CHAIR,
  UK_PROP_BAND,
  UK_PROP_ICE,
  UK_PROP_HEAT,
  UK_PROP_WATER,
  UK_PROP_ELLIPTICAL,
  UK_PROP_BOX,
  UK_PROP_ARROW,
  UK_PROP_SWEEP,
  UK_PROP_GLOW,
  UK_PROP_DOOR,
  UK_PROP_ROD,
  UK_PROP_TABLE,
  UK_PROP_CANE,
  UK_PROP_MASSAGER,
  UK_PROP_PILLOW,
  UK_PROP_TOWEL_ROLL,
  UK_PROP_SCREEN,
  UK_PROP_KEYBOARD,
  UK_PROP_BASIN,
  UK_PROP_BATH,
  UK_PROP_SHOWER,
  UK_PROP_BED,
  UK_PROP_BOTTLE,
  UK_PROP_LAPTOP,
  UK_PROP_CLOCK,
  UK_PROP_BAG,
  UK_N_PROPS,
} UkPropKind;

/**
 * UkPropSize:
 *
 * What a prop measures; the meaning depends on its kind, see CONTRIBUTING.md.
 */
typedef struct {
  double r, a, b, c, w, h, d, twin;
} UkPropSize;

typedef struct {
  UkPropKind kind;
  guint n_points;
  UkPlace points[UK_PROP_MAX_POINTS];
  UkPropSize size;
  int layer;
} UkProp;

typedef enum {
  UK_FOCUS_WHOLE,
  UK_FOCUS_UPPER, /* hips up */
  UK_FOCUS_HEAD,  /* chest up */
  UK_FOCUS_PLACE, /* around one place */
} UkFocus;

typedef struct _UkPose UkPose;

/**
 * UkPose:
 * @id: (not nullable): kebab-case
 * @title: (not nullable): a few words, untranslated
 * @seconds: until the next key pose of a movement
 * @yaw: of the camera in degrees: 0 side, 90 front, -90 back
 * @pitch: of the camera, degrees down
 * @body: who takes it up
 * @mouth: how far it is open, 0 to 1
 * @helper: (nullable): the pose of a second person, owned by the set
 *
 * One position as it is written in a file: angles, goals and props, not yet solved.  Owned by its
 * set.
 */
struct _UkPose {
  const char *id, *title;
  UkBodyKind body;
  double seconds;
  double yaw, pitch;
  UkFocus focus;
  UkPlace focus_at;
  double focus_r;
  UkVec root;
  gboolean root_y_set;
  double lift;
  double lean, turn, roll, tilt;
  double spine[3][3]; /* flex, side, twist; lumbar, middle, upper */
  double neck[3], head[3];
  double shoulder_up[2], shoulder_fwd[2];
  UkLimb arm[2], leg[2];
  UkProp props[UK_POSE_MAX_PROPS];
  guint n_props;
  gboolean eyes_closed;
  double mouth;
  const UkPose *helper;
  UkVec helper_at;
  double helper_turn;
  gboolean helper_mirrored;
};

void uk_pose_init (UkPose *pose, const char *id, const char *title);
void uk_pose_mirror (UkPose *pose);
UkHand uk_hand_from_curl (double curl);
gboolean uk_hand_from_name (const char *name, UkHand *hand);
UkVec uk_hand_get_thumb (const UkHand *hand, int joint);

G_END_DECLS
