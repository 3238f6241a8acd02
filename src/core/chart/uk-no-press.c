/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-no-press.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of the body, from top to bottom. */
static const struct {
  const char *reason;
  const char *name;
  const char *why;
} places[] = {
  { "face", N_ ("Face"),
    N_ ("There is nothing to press here. The temple and the cheek in front of the ear are the "
        "places to try.") },
  { "scalp", N_ ("Head"),
    N_ ("There is nothing to press here. The edge of the skull just below is often the source.") },
  { "throat", N_ ("Throat"),
    N_ ("The big arteries of the neck lie here; pressing them can slow the heart. Never press the "
        "throat.") },
  { "collarbone", N_ ("Hollow above the collarbone"),
    N_ ("Nerves and blood vessels of the arm run close under the skin here.") },
  { "spine", N_ ("Spine"),
    N_ ("Here pressure meets bone and joints, not muscle. Press the muscle beside the spine "
        "instead.") },
  { "armpit", N_ ("Armpit"), N_ ("Nerves, an artery and lymph nodes lie open here.") },
  { "inner-arm", N_ ("Inside of the upper arm"),
    N_ ("Nerves and the artery of the arm run close under the skin here.") },
  { "elbow-crease", N_ ("Crease of the elbow"),
    N_ ("A nerve and an artery lie close under the skin here.") },
  { "elbow-groove", N_ ("Groove at the inner elbow"),
    N_ ("The “funny bone” nerve lies bare in this groove.") },
  { "kidney", N_ ("Kidney corner"),
    N_ ("Below the last ribs the kidneys have little cover, and the last ribs are loose.") },
  { "hip-point", N_ ("Front point of the hip bone"),
    N_ ("Bone and a skin nerve. Stay on the muscle beside it.") },
  { "groin", N_ ("Groin"),
    N_ ("The large artery, vein and nerve of the leg and many lymph nodes lie here.") },
  { "tailbone", N_ ("Tailbone"),
    N_ ("There is only bone here, and it hurts for a long time when bruised.") },
  { "knee", N_ ("Knee"),
    N_ ("Kneecap and tendons, no muscle to press. Try the front of the thigh.") },
  { "knee-hollow", N_ ("Hollow of the knee"),
    N_ ("The artery, vein and nerve of the lower leg lie open here.") },
  { "knee-knob", N_ ("Bony knob at the outer knee"),
    N_ ("A nerve winds around this bone close under the skin; pressing it can make the foot numb "
        "or weak.") },
};

static int
find_place (const char *reason)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (places); i++) {
    if (strcmp (places[i].reason, reason) == 0)
      return (int)i;
  }
  return -1;
}

/**
 * uk_no_press_get_name:
 * @reason: name of a place without treatment, or one that must not be pressed, as the charts give
 * it
 *
 * Returns: (transfer none) (nullable): what people call the place, translated; %NULL if unknown
 */
const char *
uk_no_press_get_name (const char *reason)
{
  int i;

  g_return_val_if_fail (reason != NULL, NULL);

  i = find_place (reason);
  return i >= 0 ? _ (places[i].name) : NULL;
}

/**
 * uk_no_press_get_why:
 * @reason: as for uk_no_press_get_name()
 *
 * Returns: (transfer none) (nullable): why not to press there, one or two sentences, translated;
 * %NULL if unknown
 */
const char *
uk_no_press_get_why (const char *reason)
{
  int i;

  g_return_val_if_fail (reason != NULL, NULL);

  i = find_place (reason);
  return i >= 0 ? _ (places[i].why) : NULL;
}
