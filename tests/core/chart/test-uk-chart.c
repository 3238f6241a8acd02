/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of each body that the program carries: complete, true mirrors, without gaps, reachable
 * by key. */
#include "core/chart/uk-chart.h"

#include "core/chart/uk-no-press.h"
#include "unknot-data.h"

#include <math.h>

/* Every region that can be treated. */
static const char *const regions[] = {
  "temples",
  "jaw",
  "suboccipitals",
  "posterior-neck",
  "front-side-neck",
  "upper-trapezius",
  "levator-scapulae",
  "rhomboids",
  "mid-back",
  "infraspinatus",
  "latissimus-teres",
  "serratus-ribs",
  "pectorals",
  "deltoid",
  "biceps",
  "triceps",
  "forearm-extensors",
  "forearm-flexors",
  "hand-thumb",
  "abdominals",
  "lumbar-erectors",
  "quadratus-lumborum",
  "gluteus-maximus",
  "gluteus-medius",
  "piriformis",
  "tfl",
  "outer-thigh",
  "hip-flexors",
  "adductors",
  "quadriceps",
  "hamstrings",
  "calf",
  "tibialis-anterior",
  "peroneals",
  "plantar-foot",
};

/* Those that people look for on either view. */
static const char *const on_both[] = {
  "upper-trapezius", "deltoid", "hand-thumb", "outer-thigh", "peroneals",
};

typedef struct {
  UkChart *charts[UK_N_VIEWS];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++) {
    g_autoptr (GError) error = NULL;

    fixture->charts[i]
        = uk_chart_new_from_resource ((UkView)i, (UkBodyKind)GPOINTER_TO_INT (data), &error);
    g_assert_no_error (error);
    g_assert_cmpint (uk_chart_get_view (fixture->charts[i]), ==, i);
    g_assert_cmpint (uk_chart_get_body (fixture->charts[i]), ==, GPOINTER_TO_INT (data));
  }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < UK_N_VIEWS; i++)
    uk_chart_unref (fixture->charts[i]);
}

static void
test_complete (Fixture *fixture, gconstpointer data)
{
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (regions); i++) {
    UkSide side;

    for (side = UK_SIDE_LEFT; side <= UK_SIDE_RIGHT; side++) {
      g_test_message ("%s %s", regions[i], uk_side_to_id (side));
      g_assert_true (uk_chart_find_region (fixture->charts[0], regions[i], side) != NULL
                     || uk_chart_find_region (fixture->charts[1], regions[i], side) != NULL);
    }
  }
  for (i = 0; i < G_N_ELEMENTS (on_both); i++) {
    for (k = 0; k < UK_N_VIEWS; k++)
      g_assert_nonnull (uk_chart_find_region (fixture->charts[k], on_both[i], UK_SIDE_NONE));
  }
}

/* Eighty-four sided areas or more; every body has the same ones. */
static void
test_same_areas (Fixture *fixture, gconstpointer data)
{
  guint n = 0, k, i;

  for (k = 0; k < UK_N_VIEWS; k++) {
    g_autoptr (UkChart) neutral = uk_chart_new_from_resource ((UkView)k, UK_BODY_NEUTRAL, NULL);

    n += uk_chart_get_n_areas (neutral);
    g_assert_cmpuint (uk_chart_get_n_areas (fixture->charts[k]), ==,
                      uk_chart_get_n_areas (neutral));
    for (i = 0; i < uk_chart_get_n_areas (neutral); i++)
      g_assert_cmpstr (uk_chart_get_area (fixture->charts[k], i)->id, ==,
                       uk_chart_get_area (neutral, i)->id);
  }
  g_assert_cmpuint (n, >=, 84);
}

static gboolean
is_well_inside (const UkChart *chart, const UkChartArea *area, double x, double y)
{
  guint i;

  for (i = 0; i < 8; i++) {
    if (uk_chart_hit (chart, x + 1.5 * cos (i * G_PI / 4), y + 1.5 * sin (i * G_PI / 4)) != area)
      return FALSE;
  }
  return TRUE;
}

/* A point that is kept lies in the same area of every body, and comes back to where it was. */
static void
test_points (Fixture *fixture, gconstpointer data)
{
  guint k;
  double x, y;

  for (k = 0; k < UK_N_VIEWS; k++) {
    const UkChart *chart = fixture->charts[k];
    g_autoptr (UkChart) neutral = uk_chart_new_from_resource ((UkView)k, UK_BODY_NEUTRAL, NULL);
    guint missed = 0, hit = 0;

    for (y = -10; y < 770; y += 3.7) {
      for (x = -200; x < 200; x += 3.1) {
        UkPoint point = uk_chart_from_neutral (chart, (UkPoint){ x, y });
        UkPoint back = uk_chart_to_neutral (chart, point);
        const UkChartArea *area = uk_chart_hit (neutral, x, y);
        const UkChartArea *same = uk_chart_hit (chart, point.x, point.y);

        g_assert_cmpfloat_with_epsilon (back.x, x, 0.01);
        g_assert_cmpfloat_with_epsilon (back.y, y, 0.01);
        if (area == NULL || !is_well_inside (neutral, area, x, y))
          continue;
        hit++;
        if (same == NULL || !g_str_equal (same->id, area->id)) {
          g_test_message ("%s: %.1f %.1f is %s", area->id, x, y,
                          same != NULL ? same->id : "nothing");
          missed++;
        }
      }
    }
    g_assert_cmpuint (hit, >, 5000);
    g_assert_cmpuint (missed, ==, 0);
  }
}

static gboolean
is_region (const char *id)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (regions); i++) {
    if (g_str_equal (regions[i], id))
      return TRUE;
  }
  return FALSE;
}

/* No area belongs to a region that does not exist, and its id tells its side. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  guint i, k;

  for (k = 0; k < UK_N_VIEWS; k++) {
    for (i = 0; i < uk_chart_get_n_areas (fixture->charts[k]); i++) {
      const UkChartArea *area = uk_chart_get_area (fixture->charts[k], i);

      g_test_message ("%s", area->id);
      g_assert_true (is_region (area->region));
      g_assert_true (g_str_has_prefix (area->id, area->region));
      g_assert_true (g_str_has_suffix (area->id, uk_side_to_id (area->side)));
      g_assert_true (uk_outline_contains (area->outline, area->label.x, area->label.y));
      g_assert_true (uk_chart_hit (fixture->charts[k], area->label.x, area->label.y) == area);
    }
  }
}

/* The person's left is on the right of the front picture and on the left of the back picture. */
static void
test_sides (Fixture *fixture, gconstpointer data)
{
  guint i, k;

  for (k = 0; k < UK_N_VIEWS; k++) {
    for (i = 0; i < uk_chart_get_n_areas (fixture->charts[k]); i++) {
      const UkChartArea *area = uk_chart_get_area (fixture->charts[k], i);
      gboolean right_of_picture = (area->side == UK_SIDE_LEFT) == (k == UK_VIEW_FRONT);

      g_assert_true (right_of_picture ? area->bounds.x >= 0
                                      : area->bounds.x + area->bounds.width <= 0);
    }
  }
}

static const UkChartArea *
find_twin (const UkChart *chart, const UkChartArea *area)
{
  g_autofree char *stem = g_strndup (area->id, (gsize)(g_strrstr (area->id, "-") - area->id));
  g_autofree char *id = g_strconcat (stem, "-", uk_side_to_id (uk_side_other (area->side)), NULL);

  return uk_chart_find_area (chart, id);
}

static void
test_mirrors (Fixture *fixture, gconstpointer data)
{
  guint i, k, j, n, m;

  for (k = 0; k < UK_N_VIEWS; k++) {
    for (i = 0; i < uk_chart_get_n_areas (fixture->charts[k]); i++) {
      const UkChartArea *area = uk_chart_get_area (fixture->charts[k], i);
      const UkChartArea *twin = find_twin (fixture->charts[k], area);
      const UkSegment *a, *b;

      g_assert_nonnull (twin);
      g_assert_cmpstr (twin->region, ==, area->region);
      g_assert_cmpint (twin->side, ==, uk_side_other (area->side));
      a = uk_outline_get_segments (area->outline, &n);
      b = uk_outline_get_segments (twin->outline, &m);
      g_assert_cmpuint (n, ==, m);
      for (j = 0; j < n; j++) {
        g_assert_cmpint (a[j].kind, ==, b[j].kind);
        g_assert_cmpfloat (a[j].p[0].x, ==, -b[j].p[0].x);
        g_assert_cmpfloat (a[j].p[2].y, ==, b[j].p[2].y);
      }
    }
  }
}

/* 200,000 points a view: on the body there is exactly one area, or one on top of another on
 * purpose, or a named place without treatment; off the body there is none. */
static void
test_no_gaps (Fixture *fixture, gconstpointer data)
{
  guint k;

  for (k = 0; k < UK_N_VIEWS; k++) {
    const UkChart *chart = fixture->charts[k];
    UkBox box = uk_chart_get_box (chart);
    double step = sqrt (box.width * box.height / 200000);
    double x, y;

    for (y = box.y + 0.137; y < box.y + box.height; y += step) {
      for (x = box.x + 0.211; x < box.x + box.width; x += step) {
        const UkChartArea *areas[8];
        guint n = uk_chart_list_hits (chart, x, y, areas, G_N_ELEMENTS (areas));
        gboolean on_body = uk_chart_contains (chart, x, y);
        gboolean in_part = uk_chart_hit_part (chart, x, y) != NULL;

        if (n > 1U + (n > 0 && areas[0]->overlay) || (n == 0 && on_body && !in_part)
            || (!on_body && (n > 0 || in_part)) || (in_part && uk_chart_hit (chart, x, y) != NULL))
          g_error ("%s at %.2f %.2f: %u areas, %s the body, %s a part", uk_view_to_id ((UkView)k),
                   x, y, n, on_body ? "on" : "off", in_part ? "in" : "not in");
        if (n > 1)
          g_assert_false (areas[1]->overlay);
      }
    }
  }
}

static void
test_slop (Fixture *fixture, gconstpointer data)
{
  const UkChart *front = fixture->charts[UK_VIEW_FRONT], *back = fixture->charts[UK_VIEW_BACK];
  const UkChartArea *temple = uk_chart_find_area (front, "temples-left");
  double y = temple->label.y;

  /* Just beside the temple, on the face and off the head. */
  g_assert_null (uk_chart_hit (front, temple->bounds.x - 3, y));
  g_assert_true (uk_chart_hit_near (front, temple->bounds.x - 3, y, 6) == temple);
  g_assert_null (uk_chart_hit_near (front, temple->bounds.x - 3, y, 1));
  g_assert_true (uk_chart_hit_near (front, 40, 38, 8) == temple);
  g_assert_null (uk_chart_hit_near (front, 200, 38, 8));
  /* Never from the throat to the neck, or from the spine to the muscle. */
  g_assert_null (uk_chart_hit_near (front, 5, 120, 20));
  g_assert_null (uk_chart_hit_near (back, 1, 200, 20));
  /* What lies on top wins. */
  g_assert_cmpstr (uk_chart_hit (back, 38, 150)->region, ==, "levator-scapulae");
}

/* Small areas are as wide as a finger, and wide ones are not eaten up. */
static void
test_near (Fixture *fixture, gconstpointer data)
{
  static const struct {
    UkView view;
    double x, y, slop;
    const char *id;
  } cases[] = {
    /* Beside the temple: on the face, off the head; too far; too close a zoom. */
    { UK_VIEW_FRONT, 18, 35, 12, "temples-left" },
    { UK_VIEW_FRONT, -18, 35, 12, "temples-right" },
    { UK_VIEW_FRONT, 44, 32, 12, "temples-left" },
    { UK_VIEW_FRONT, 18, 35, 4, NULL },
    { UK_VIEW_FRONT, 0, 35, 12, NULL },
    { UK_VIEW_FRONT, 60, 35, 12, NULL },
    /* The cheek in front of the jaw's area, and between temple and jaw the nearer one. */
    { UK_VIEW_FRONT, 16, 72, 12, "jaw-left" },
    { UK_VIEW_FRONT, 28, 49, 12, "temples-left" },
    { UK_VIEW_FRONT, 30, 60, 12, "jaw-left" },
    /* The base of the skull reaches up into the hair and down into the neck a little. */
    { UK_VIEW_BACK, 12, 82, 12, "suboccipitals-right" },
    { UK_VIEW_BACK, 12, 60, 12, NULL },
    { UK_VIEW_BACK, 12, 99.5, 16, "suboccipitals-right" },
    { UK_VIEW_BACK, 12, 108, 16, "posterior-neck-right" },
    { UK_VIEW_BACK, 12, 99.5, 2, "posterior-neck-right" },
    /* The strip from neck to blade is narrow and lies on wide muscles. */
    { UK_VIEW_BACK, 45, 154, 16, "levator-scapulae-right" },
    { UK_VIEW_BACK, 45, 154, 2, "infraspinatus-right" },
    { UK_VIEW_BACK, 60, 175, 16, "infraspinatus-right" },
    /* Not from where pressing does harm. */
    { UK_VIEW_FRONT, 5, 120, 20, NULL },
    { UK_VIEW_BACK, 1, 200, 20, NULL },
    { UK_VIEW_BACK, 40, 545, 20, NULL },
    /* The hand beside the body. */
    { UK_VIEW_FRONT, 188, 440, 12, "hand-thumb-left" },
  };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkChart *chart = fixture->charts[cases[i].view];
    UkPoint at = uk_chart_from_neutral (chart, (UkPoint){ cases[i].x, cases[i].y });
    const UkChartArea *area = uk_chart_hit_near (chart, at.x, at.y, cases[i].slop);

    g_test_message ("%s %g %g %g", uk_view_to_id (cases[i].view), cases[i].x, cases[i].y,
                    cases[i].slop);
    g_assert_cmpstr (area != NULL ? area->id : NULL, ==, cases[i].id);
  }
  /* The middle of an area is always its own. */
  for (k = 0; k < UK_N_VIEWS; k++) {
    for (i = 0; i < uk_chart_get_n_areas (fixture->charts[k]); i++) {
      const UkChartArea *area = uk_chart_get_area (fixture->charts[k], i);

      g_test_message ("%s", area->id);
      g_assert_true (uk_chart_hit_near (fixture->charts[k], area->label.x, area->label.y, 16)
                     == area);
      g_assert_true (uk_chart_hit_near (fixture->charts[k], area->label.x, area->label.y, 0)
                     == area);
    }
  }
}

static UkDirection
get_opposite (UkDirection direction)
{
  switch (direction) {
  case UK_DIRECTION_UP:
    return UK_DIRECTION_DOWN;
  case UK_DIRECTION_DOWN:
    return UK_DIRECTION_UP;
  case UK_DIRECTION_LEFT:
    return UK_DIRECTION_RIGHT;
  case UK_DIRECTION_RIGHT:
  default:
    return UK_DIRECTION_LEFT;
  }
}

static void
visit (const UkChart *chart, const UkChartArea *area, GHashTable *seen)
{
  UkDirection direction;

  if (area == NULL || !g_hash_table_add (seen, (gpointer)area))
    return;
  for (direction = 0; direction < UK_N_DIRECTIONS; direction++)
    visit (chart, uk_chart_get_neighbour (chart, area, direction), seen);
}

/* Every area can be reached with the arrow keys from every other, and the opposite key leads back:
 * to where one came from, or to the one that stands for its whole row. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  guint i, k;

  for (k = 0; k < UK_N_VIEWS; k++) {
    const UkChart *chart = fixture->charts[k];
    guint n = uk_chart_get_n_areas (chart);

    for (i = 0; i < n; i++) {
      const UkChartArea *area = uk_chart_get_area (chart, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      UkDirection direction;

      visit (chart, area, seen);
      g_assert_cmpuint (g_hash_table_size (seen), ==, n);
      for (direction = 0; direction < UK_N_DIRECTIONS; direction++) {
        const UkChartArea *next = uk_chart_get_neighbour (chart, area, direction), *back;

        if (next == NULL)
          continue;
        g_test_message ("%s %s: %d leads to %s", uk_view_to_id ((UkView)k), area->id, direction,
                        next->id);
        g_assert_true (next != area);
        back = uk_chart_get_neighbour (chart, next, get_opposite (direction));
        g_assert_nonnull (back);
        g_assert_true (uk_chart_get_neighbour (chart, back, direction) == next);
      }
    }
  }
}

/* Where less may be pressed than the whole muscle. */
static const char *const smaller[] = {
  "hip-flexors-left", "quadriceps-left",        "adductors-left",
  "peroneals-left",   "tibialis-anterior-left", "hamstrings-left",
  "calf-left",        "lumbar-erectors-left",   "quadratus-lumborum-left",
  "mid-back-left",    "levator-scapulae-left",  "pectorals-left",
};

/* The place to press is part of its area, every point of the rest has a reason, and so has every
 * place that must never be pressed. */
static void
test_press (Fixture *fixture, gconstpointer data)
{
  guint k, i;

  for (i = 0; i < G_N_ELEMENTS (smaller); i++) {
    gboolean found = FALSE;

    for (k = 0; k < UK_N_VIEWS; k++) {
      const UkChartArea *area = uk_chart_find_area (fixture->charts[k], smaller[i]);

      found = found || (area != NULL && uk_chart_find_press (fixture->charts[k], area) != NULL);
    }
    g_test_message ("%s", smaller[i]);
    g_assert_true (found);
  }
  for (k = 0; k < UK_N_VIEWS; k++) {
    const UkChart *chart = fixture->charts[k];

    for (i = 0; i < uk_chart_get_n_areas (chart); i++) {
      const UkChartArea *area = uk_chart_get_area (chart, i);
      const UkChartShape *press = uk_chart_find_press (chart, area);
      guint n = 0, allowed = 0;
      double x, y;

      for (y = area->bounds.y; y < area->bounds.y + area->bounds.height; y += 1.3) {
        for (x = area->bounds.x; x < area->bounds.x + area->bounds.width; x += 1.3) {
          const char *why = uk_chart_why_not_press (chart, area, x, y);

          if (why != NULL) {
            g_assert_nonnull (uk_no_press_get_name (why));
            g_assert_nonnull (uk_no_press_get_why (why));
          }
          if (!uk_outline_contains (area->outline, x, y))
            continue;
          n++;
          allowed += why == NULL;
          if (press == NULL)
            g_assert_cmpint (why != NULL, ==, uk_chart_hit_no_press (chart, x, y) != NULL);
        }
      }
      g_test_message ("%s: %u of %u", area->id, allowed, n);
      g_assert_cmpuint (allowed, >, n / 12);
      if (press != NULL)
        g_assert_cmpuint (allowed, <, n * 98 / 100);
    }
  }
}

/* An area names what stands against pressing parts of it, each reason once. */
static void
test_reasons_of_areas (Fixture *fixture, gconstpointer data)
{
  static const struct {
    UkView view;
    const char *area;
    const char *reason; /* NULL for none */
  } cases[] = {
    { UK_VIEW_BACK, "levator-scapulae-left", "neck-side" },
    { UK_VIEW_FRONT, "pectorals-right", "chest" },
    { UK_VIEW_FRONT, "temples-left", NULL },
  };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkChart *chart = fixture->charts[cases[i].view];
    const UkChartArea *area = uk_chart_find_area (chart, cases[i].area);
    const char *reasons[8] = { NULL }, *one;
    guint n = uk_chart_list_reasons (chart, area, reasons, G_N_ELEMENTS (reasons));
    gboolean found = FALSE;

    for (k = 0; k < n; k++) {
      g_test_message ("%s: %s", area->id, reasons[k]);
      found = found || g_strcmp0 (reasons[k], cases[i].reason) == 0;
      g_assert_true (k == 0 || g_strcmp0 (reasons[k], reasons[k - 1]) != 0);
    }
    g_assert_cmpint (found, ==, cases[i].reason != NULL);
    g_assert_cmpuint (uk_chart_list_reasons (chart, area, &one, 1), ==, MIN (n, 1));
  }
}

/* A point of the table of the places that must not be pressed, on the neutral body. */
static void
test_zones (Fixture *fixture, gconstpointer data)
{
  static const struct {
    UkView view;
    double x, y;
    const char *reason;
  } cases[] = {
    { UK_VIEW_FRONT, 0, 130, "throat" },         { UK_VIEW_FRONT, 35, 135, "collarbone" },
    { UK_VIEW_FRONT, 75, 197, "armpit" },        { UK_VIEW_FRONT, 81, 230, "inner-arm" },
    { UK_VIEW_FRONT, 104, 280, "elbow-crease" }, { UK_VIEW_FRONT, 0, 340, "belly" },
    { UK_VIEW_FRONT, -33, 380, "groin" },        { UK_VIEW_FRONT, 66, 337, "hip-point" },
    { UK_VIEW_FRONT, 75, 378, "hip-side" },      { UK_VIEW_FRONT, -32, 445, "adductor-canal" },
    { UK_VIEW_FRONT, 56, 571, "knee-knob" },     { UK_VIEW_BACK, 0, 200, "spine" },
    { UK_VIEW_BACK, 38, 285, "kidney" },         { UK_VIEW_BACK, 3, 375, "tailbone" },
    { UK_VIEW_BACK, 97, 274, "elbow-groove" },   { UK_VIEW_BACK, 40, 545, "knee-hollow" },
    { UK_VIEW_BACK, 56, 568, "knee-knob" },      { UK_VIEW_BACK, 32.5, 72, "ear-notch" },
    { UK_VIEW_BACK, 75, 378, "hip-side" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UkChart *chart = fixture->charts[cases[i].view];
    UkPoint at = uk_chart_from_neutral (chart, (UkPoint){ cases[i].x, cases[i].y });
    const UkChartShape *zone = uk_chart_hit_no_press (chart, at.x, at.y);

    g_test_message ("%s", cases[i].reason);
    g_assert_nonnull (zone);
    g_assert_cmpstr (zone->name, ==, cases[i].reason);
  }
}

/* Only where there is one. */
static void
test_breast (Fixture *fixture, gconstpointer data)
{
  const UkChart *front = fixture->charts[UK_VIEW_FRONT];
  UkPoint at = uk_chart_from_neutral (front, (UkPoint){ 40, 220 });
  const UkChartShape *zone = uk_chart_hit_no_press (front, at.x, at.y);

  g_assert_cmpstr (zone != NULL ? zone->name : "none", ==,
                   GPOINTER_TO_INT (data) == UK_BODY_MALE ? "none" : "breast");
}

/* Whoever clicks where nothing can be done is told why. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  static const UkShapeKind kinds[] = { UK_SHAPE_PART, UK_SHAPE_NO_PRESS };
  guint i, k, j, n;

  for (k = 0; k < UK_N_VIEWS; k++) {
    for (j = 0; j < G_N_ELEMENTS (kinds); j++) {
      const UkChartShape *shapes = uk_chart_get_shapes (fixture->charts[k], kinds[j], &n);

      g_assert_cmpuint (n, >, 0);
      for (i = 0; i < n; i++) {
        g_test_message ("%s", shapes[i].id);
        g_assert_nonnull (uk_no_press_get_name (shapes[i].name));
        g_assert_nonnull (uk_no_press_get_why (shapes[i].name));
      }
    }
  }
  g_assert_null (uk_no_press_get_name ("elsewhere"));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "complete", test_complete },     { "same-areas", test_same_areas },
    { "points", test_points },         { "names", test_names },
    { "sides", test_sides },           { "mirrors", test_mirrors },
    { "no-gaps", test_no_gaps },       { "slop", test_slop },
    { "neighbours", test_neighbours }, { "near", test_near },
    { "reasons", test_reasons },       { "press", test_press },
    { "zones", test_zones },           { "breast", test_breast },
    { "reasons-of-areas", test_reasons_of_areas },
  };
  guint body, i;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  for (body = 0; body < UK_N_BODY_KINDS; body++) {
    for (i = 0; i < G_N_ELEMENTS (tests); i++) {
      g_autofree char *path = g_strdup_printf (
          "/chart/%s/%s", uk_body_kind_to_nick ((UkBodyKind)body), tests[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (body), set_up, tests[i].func, tear_down);
    }
  }
  return g_test_run ();
}
