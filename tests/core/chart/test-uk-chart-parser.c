/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/chart/uk-chart.h"

#define ROOT "<svg data-view=\"front\" viewBox=\"0 0 20 20\">\n"
#define BODY "<path id=\"b\" class=\"outline\" data-name=\"body\" d=\"M0 0L9 0L9 9Z\"/>\n"
#define AREA(id, more)                                                                             \
  "<path id=\"" id "\" class=\"area\" data-region=\"jaw\" data-side=\"left\" " more                \
  " d=\"M0 0L9 0L9 9Z\"/>\n"
#define END "</svg>\n"

static UkChart *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return uk_chart_new_from_bytes (bytes, "bad.svg", error);
}

static void
test_bad (void)
{
  static const struct {
    const char *text;
    int code;
    const char *message; /* a pattern */
  } cases[] = {
    { "", UK_CHART_ERROR_SYNTAX, "bad.svg:1: *" },
    { "no xml at all", UK_CHART_ERROR_SYNTAX, "bad.svg:1: *" },
    { ROOT BODY AREA ("a", "") "<path", UK_CHART_ERROR_SYNTAX, "bad.svg:4: *" },
    { ROOT BODY "</svg></svg>", UK_CHART_ERROR_SYNTAX, "bad.svg:3: *" },
    { "<html/>", UK_CHART_ERROR_CONTENT, "bad.svg:1: there is no <svg>" },
    { "<svg viewBox=\"0 0 1 1\"/>", UK_CHART_ERROR_CONTENT,
      "bad.svg:1: data-view must be “front” or “back”" },
    { "<svg data-view=\"top\"/>", UK_CHART_ERROR_CONTENT,
      "bad.svg:1: data-view must be “front” or “back”" },
    { "<svg data-view=\"back\" viewBox=\"0 0 20\"/>", UK_CHART_ERROR_CONTENT,
      "bad.svg:1: viewBox must be four numbers" },
    { "<svg data-view=\"back\" viewBox=\"0 0 20 1e300\"/>", UK_CHART_ERROR_CONTENT,
      "bad.svg:1: viewBox must be four numbers" },
    { "<g>\n<path/></g>", UK_CHART_ERROR_CONTENT, "bad.svg:2: a path outside of <svg>" },
    { ROOT BODY "<path id=\"x\" d=\"M0 0L1 1Z\"/>" END, UK_CHART_ERROR_CONTENT,
      "bad.svg:3: a path needs id, class and d" },
    { ROOT BODY "<path id=\"x\" class=\"muscle\" d=\"M0 0L1 1Z\"/>" END, UK_CHART_ERROR_CONTENT,
      "bad.svg:3: “x”: class “muscle” is not known" },
    { ROOT BODY "\n" BODY END, UK_CHART_ERROR_CONTENT, "bad.svg:4: id “b” is there twice" },
    { ROOT "<path id=\"x\" class=\"outline\" data-name=\"x\" d=\"m0 0\"/>" END,
      UK_CHART_ERROR_SYNTAX, "bad.svg:2: “x”: command “m” is none of the absolute M, L, C and Z" },
    { ROOT "<path id=\"x\" class=\"outline\" data-name=\"x\" d=\"M0 0L1 1\"/>" END,
      UK_CHART_ERROR_CONTENT, "bad.svg:2: “x” must end with Z" },
    { ROOT "<path id=\"x\" class=\"patch\" d=\"M0 0L1 1Z\"/>" END, UK_CHART_ERROR_CONTENT,
      "bad.svg:2: “x” has no data-name" },
    { ROOT "<g transform=\"scale(2)\">" BODY "</g>" END, UK_CHART_ERROR_CONTENT,
      "bad.svg:2: transform is not understood: apply it to the path itself" },
    { ROOT BODY END, UK_CHART_ERROR_CONTENT, "bad.svg:*: there is no area or no outline" },
    { ROOT AREA ("a", "") END, UK_CHART_ERROR_CONTENT,
      "bad.svg:*: there is no area or no outline" },
    { ROOT BODY "<path id=\"a\" class=\"area\" data-side=\"left\" d=\"M0 0L1 1Z\"/>" END,
      UK_CHART_ERROR_CONTENT, "bad.svg:3: area “a” has no data-region" },
    { ROOT BODY
      "<path id=\"a\" class=\"area\" data-region=\"jaw\" data-side=\"none\" d=\"M0 0L1 1Z\"/>" END,
      UK_CHART_ERROR_CONTENT, "bad.svg:3: area “a”: data-side must be “left” or “right”" },
    { ROOT BODY AREA ("a", "") AREA ("c", "data-up=\"d\"") END, UK_CHART_ERROR_CONTENT,
      "bad.svg:4: area “c”: there is no neighbour “d”" },
    { ROOT BODY AREA ("a",
                      "") "<path id=\"f\" class=\"fibre\" data-name=\"z\" d=\"M0 0L1 1\"/>" END,
      UK_CHART_ERROR_CONTENT, "bad.svg:4: “f”: there is no area “z”" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    UkChart *chart = parse (cases[i].text, &error);

    g_assert_null (chart);
    g_test_message ("%s", error->message);
    g_assert_error (error, UK_CHART_ERROR, cases[i].code);
    g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
  }
}

/* What editors add around the paths does no harm. */
static void
test_tolerant (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkChart) chart
      = parse ("<?xml version=\"1.0\"?><!-- note -->" ROOT
               "<title>Body</title><style>.area{}</style><g id=\"layer\">" BODY AREA (
                   "a", "data-left=\"a\" data-over=\"yes\" style=\"fill:red\"") "</g>" END,
               &error);
  const UkChartArea *area;

  g_assert_no_error (error);
  g_assert_cmpuint (uk_chart_get_n_areas (chart), ==, 1);
  area = uk_chart_find_area (chart, "a");
  g_assert_cmpstr (area->region, ==, "jaw");
  g_assert_cmpint (area->side, ==, UK_SIDE_LEFT);
  g_assert_true (area->overlay);
  g_assert_true (uk_chart_get_neighbour (chart, area, UK_DIRECTION_LEFT) == area);
  g_assert_null (uk_chart_get_neighbour (chart, area, UK_DIRECTION_UP));
  g_assert_true (uk_chart_hit (chart, 8, 4) == area);
  g_assert_null (uk_chart_hit (chart, 4, 8));
  g_assert_null (uk_chart_hit (chart, -1000, 1e30));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-parser/bad", test_bad);
  g_test_add_func ("/chart-parser/tolerant", test_tolerant);
  return g_test_run ();
}
