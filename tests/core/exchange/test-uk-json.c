/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/uk-iso-time.h"
#include "core/exchange/uk-json.h"

#include <string.h>

static void
test_valid (gconstpointer data)
{
  const char *text = data;
  g_autoptr (UkJson) json = uk_json_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  uk_json_skip (json);
  g_assert_true (uk_json_finish (json, &error));
  g_assert_no_error (error);
}

static void
test_invalid (gconstpointer data)
{
  const char *text = data;
  g_autoptr (UkJson) json = uk_json_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  uk_json_skip (json);
  g_assert_false (uk_json_finish (json, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* Whoever nests without end does not use up the stack. */
static void
test_deep (void)
{
  g_autofree char *text = g_strnfill (1000000, '[');

  test_invalid (text);
}

static void
test_strings (void)
{
  static const char *const texts[]
      = { "", "plain", "\"quoted\" \\ /", "line\nbreak\ttab\x01", "Schmerz – 痛み 🙂" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) written = g_string_new (NULL);
    g_autoptr (UkJson) json = NULL;
    g_autofree char *read = NULL;

    uk_json_append_string (written, texts[i]);
    json = uk_json_new (written->str, written->len);
    read = uk_json_read_string (json);
    g_assert_cmpstr (read, ==, texts[i]);
    g_assert_true (uk_json_finish (json, NULL));
  }
}

static void
test_surrogates (void)
{
  const char *text = "\"\\ud83d\\ude42\"";
  g_autoptr (UkJson) json = uk_json_new (text, strlen (text));
  g_autofree char *read = uk_json_read_string (json);

  g_assert_cmpstr (read, ==, "🙂");
}

static void
test_line (void)
{
  const char *text = "{\n\"a\": 1,\n\"b\": x}";
  g_autoptr (UkJson) json = uk_json_new (text, strlen (text));

  uk_json_skip (json);
  g_assert_cmpuint (uk_json_get_line (json), ==, 3);
}

static void
test_times (void)
{
  static const struct {
    const char *zone;
    const char *text;
    gint64 at;
  } times[] = {
    { "UTC", "1970-01-01T00:00:01Z", 1 },
    { "UTC", "2026-11-24T12:00:00Z", 1795521600 },
    { "Europe/Berlin", "2026-11-24T13:00:00+01:00", 1795521600 },
    { "Europe/Berlin", "2026-07-01T00:30:00+02:00", 1782858600 },
    { "America/St_Johns", "2026-11-24T08:30:00-03:30", 1795521600 },
    { "UTC", "2024-02-29T23:59:59Z", 1709251199 },
    { "UTC", "2100-03-01T00:00:00Z", 4107542400 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (times[i].zone);
    g_autoptr (GString) text = g_string_new (NULL);
    gint64 at = 0;

    uk_iso_time_append (text, times[i].at, zone);
    g_assert_cmpstr (text->str, ==, times[i].text);
    g_assert_true (uk_iso_time_parse (text->str, zone, &at));
    g_assert_cmpint (at, ==, times[i].at);
  }
}

static void
test_bad_times (void)
{
  static const char *const texts[] = { "",
                                       "yesterday",
                                       "2026-13-01",
                                       "2026-11-24T25:00:00Z",
                                       "1969-12-31T00:00:00Z",
                                       "9999-01-01T00:00:00Z",
                                       "1" };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 at;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (uk_iso_time_parse (texts[i], utc, &at));
  g_assert_true (uk_iso_time_parse ("2026-11-24", utc, &at));
  g_assert_cmpint (at, ==, 1795521600);
}

int
main (int argc, char **argv)
{
  static const char *const valid[]
      = { "{}", "[]", " [ 1 , -2.5e3, true, false, null, \"x\", {\"a\": [[]]} ] ", "0", "\"\"" };
  static const char *const invalid[]
      = { "",    "{",      "[1,]",     "[1 2]",     "{\"a\"}",     "{\"a\":}",    "{a: 1}", "tru",
          "nul", "\"open", "\"\\x\"",  "\"\\u12\"", "\"\\ud83d\"", "\"\\u0000\"", "[1]x",   "+1",
          ".5",  "--1",    "\"a\nb\"", "\"\xff\"",  "[}",          "{\"a\": 1]" };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (valid); i++) {
    g_autofree char *path = g_strdup_printf ("/json/valid/%u", i);

    g_test_add_data_func (path, valid[i], test_valid);
  }
  for (i = 0; i < G_N_ELEMENTS (invalid); i++) {
    g_autofree char *path = g_strdup_printf ("/json/invalid/%u", i);

    g_test_add_data_func (path, invalid[i], test_invalid);
  }
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/surrogates", test_surrogates);
  g_test_add_func ("/json/line", test_line);
  g_test_add_func ("/json/times", test_times);
  g_test_add_func ("/json/bad-times", test_bad_times);
  return g_test_run ();
}
