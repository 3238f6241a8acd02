/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/figure/uk-anchor.h"

G_BEGIN_DECLS

#define UK_LINK_MAX 18
#define UK_FLESH_MAX_SPHERES 640
#define UK_FLESH_MAX_LINKS 512
#define UK_FLESH_MAX_SHAPES 7 /* a shin with its cloth and five toes */

typedef enum {
  UK_MATERIAL_SKIN,
  UK_MATERIAL_TOP,
  UK_MATERIAL_BOTTOM,
  UK_MATERIAL_HAIR,
  UK_N_MATERIALS,
} UkMaterial;

/**
 * UkSphere:
 * @weight: 1 where the sphere carries shading and 0 at joints, so that one part runs into the next
 * @ring, @ring_r: centre and radius of the hem that the sphere belongs to; radius 0: none
 */
typedef struct {
  UkVec at;
  double r, weight;
  UkVec ring;
  double ring_r;
} UkSphere;

/**
 * UkLink:
 *
 * The convex hull of some spheres, by their index in the flesh.
 */
typedef struct {
  gint16 spheres[UK_LINK_MAX];
  gint16 n;
} UkLink;

/**
 * UkShape:
 *
 * A run of spheres and links that is painted as one, in one material.
 */
typedef struct {
  gint16 sphere0, n_spheres;
  gint16 link0, n_links;
  UkMaterial material;
  gboolean soft; /* no ink line where its weight is 0, for there it grows out of another part */
} UkShape;

/**
 * UkBodyPart:
 * @shapes: what it is made of
 * @n_shapes: how many, without the toes
 * @n_toes: that follow; they replace the last link of the first shape where a foot is seen large
 */
typedef struct {
  UkShape shapes[UK_FLESH_MAX_SHAPES];
  guint n_shapes, n_toes;
} UkBodyPart;

/**
 * UkFlesh:
 *
 * The body around a skeleton: spheres along the bones, joined by convex hulls.  About 70 kB,
 * without pointers; lives where the caller puts it.
 */
typedef struct {
  UkSphere spheres[UK_FLESH_MAX_SPHERES];
  UkLink links[UK_FLESH_MAX_LINKS];
  guint n_spheres, n_links;
  UkBodyPart parts[UK_N_PARTS];
} UkFlesh;

void uk_flesh_build (UkFlesh *flesh, const UkSkeleton *skeleton);
double uk_flesh_get_lowest (const UkFlesh *flesh, const UkSkeleton *skeleton, gboolean planted_too);

static inline gboolean
uk_part_is_arm (UkPart part)
{
  return part >= UK_PART_UPPER_ARM_LEFT && part <= UK_PART_FOREARM_RIGHT;
}

static inline gboolean
uk_part_is_leg (UkPart part)
{
  return part >= UK_PART_THIGH_LEFT && part <= UK_PART_SHIN_RIGHT;
}

/* Which half a limb is on; right for the trunk. */
static inline int
uk_part_get_half (UkPart part)
{
  return part >= UK_PART_UPPER_ARM_LEFT && (part - UK_PART_UPPER_ARM_LEFT) % 4 < 2 ? UK_BODY_LEFT
                                                                                   : UK_BODY_RIGHT;
}

/* Forearm or shin. */
static inline gboolean
uk_part_is_far_half (UkPart part)
{
  return part >= UK_PART_UPPER_ARM_LEFT && (part - UK_PART_UPPER_ARM_LEFT) % 2 == 1;
}

G_END_DECLS
