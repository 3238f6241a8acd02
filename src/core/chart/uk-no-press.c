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
  { "ear-notch", N_ ("Notch behind the ear lobe"),
    N_ ("The nerve that moves the face comes to the surface here.") },
  { "throat", N_ ("Throat"),
    N_ ("The big arteries of the neck lie here; pressing them can slow the heart. Never press the "
        "throat.") },
  { "collarbone", N_ ("Hollow above the collarbone"),
    N_ ("Nerves and blood vessels of the arm run close under the skin here.") },
  { "neck-side", N_ ("Side of the neck"),
    N_ ("Press only the lower end, at the upper inner corner of the shoulder blade: further up lie "
        "nerves and "
        "blood vessels of the neck.") },
  { "breast", N_ ("Breast"),
    N_ ("Gland tissue and lymph nodes, sometimes an implant. In women nothing below the front "
        "armpit fold is "
        "pressed.") },
  { "chest", N_ ("Rest of the chest"),
    N_ ("Press only the muscle a few finger widths below the collarbone and not below the front "
        "armpit fold. Keep "
        "off the breastbone, the hollow under the collarbone and the breast.") },
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
  { "last-ribs", N_ ("Last ribs"),
    N_ ("The two lowest ribs are loose. Stop a hand’s width above them.") },
  { "belly", N_ ("Belly"),
    N_ ("Bowel, bladder and the main artery lie behind a soft wall. Flat hands and light strokes "
        "only, nothing "
        "that presses.") },
  { "hip-point", N_ ("Front point of the hip bone"),
    N_ ("Bone and a skin nerve. Stay on the muscle beside it.") },
  { "groin", N_ ("Groin"),
    N_ ("The large artery, vein and nerve of the leg and many lymph nodes lie here.") },
  { "thigh-artery", N_ ("Inner part of the hip crease"),
    N_ ("The artery of the thigh crosses the crease halfway between the front hip point and the "
        "midline. Stay on "
        "the outer part, and move on if you feel a pulse.") },
  { "adductor-canal", N_ ("Front edge of the inner thigh"),
    N_ ("The artery, vein and a nerve of the thigh lie in a channel here. Stay on the rear half of "
        "the inner "
        "thigh, in its middle third, at most 3 out of 10, and move on if you feel a pulse.") },
  { "hip-side", N_ ("Bony point at the side of the hip"),
    N_ ("Tendons and bursa are squeezed between bone and band here. No ball, no roller.") },
  { "thigh-side-ends", N_ ("Ends of the outer thigh"),
    N_ ("Press only from a hand’s width below the bony point of the hip to a hand’s width above "
        "the knee.") },
  { "thigh-back-ends", N_ ("Ends of the back of the thigh"),
    N_ ("Keep off the sit bone above, and stop a hand’s width above the hollow of the knee.") },
  { "tailbone", N_ ("Tailbone"),
    N_ ("There is only bone here, and it hurts for a long time when bruised.") },
  { "sit-bone", N_ ("Lower and inner buttock"),
    N_ ("Bone at the sacrum and the sit bone, and a large nerve below the middle. Stay on the "
        "upper outer part.") },
  { "knee", N_ ("Knee"),
    N_ ("Kneecap and tendons, no muscle to press. Try the front of the thigh.") },
  { "knee-hollow", N_ ("Hollow of the knee"),
    N_ ("The artery, vein and nerve of the lower leg lie open here.") },
  { "calf-ends", N_ ("Ends of the calf"),
    N_ ("Begin a hand’s width below the hollow of the knee and stop where the muscle becomes the "
        "heel tendon.") },
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
