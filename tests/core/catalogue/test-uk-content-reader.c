/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-content-reader.h"

#include <string.h>

#define ROUTINES "<routines technique='ball'>"
#define ROUTINE ROUTINES "<routine id='a' evidence='tradition'>"
#define HEAD "<title>T</title><summary>S</summary>"
#define STEP "<step seconds='10' pose='p'><do>D</do></step>"
#define END "</routine></routines>"
#define REGION                                                                                     \
  "<regions><region id='a'><name>N</name><muscle "                                                 \
  "latin='L'>M</muscle><where>W</where><feel>F</feel>"
#define REGION_END "</region></regions>"
#define PLAN(attributes, days)                                                                     \
  "<plans><plan id='p' picture='a' most='5' missed='skip' morning='07:30' " attributes               \
  "><title>T</title><summary>S</summary><for>F</for><progress from='1'>G</progress>"                 \
  "<missed>M</missed><stop>X</stop><expect>E</expect><after>A</after>" days "</plan></plans>"
#define LAYER(depth) "<layer depth='" depth "' latin='L'><name>N</name></layer>"

typedef struct {
  const char *name;
  const char *text;
  guint line;         /* 0: the file is good */
  const char *reason; /* part of the message */
} Case;

static const Case cases[] = {
  { "routine", ROUTINE HEAD STEP END, 0, NULL },
  { "routine with everything",
    ROUTINES "<routine id='a-1' regions='x y' equipment='ball wall' part='jumps' place='wall' "
             "posture='lying' quiet='yes'"
             " level='strong' evidence='good' sources='S1 "
             "S2'><title>T</title><summary>S</summary><feel>F</feel>"
             "<avoid>A</avoid><breathe>B</breathe><step seconds='3600' sides='each' repeats='9' "
             "pose='p &gt; q'>"
             "<do>D</do><feel>F</feel><avoid>A</avoid><breathe>B</breathe></step><easier>E</"
             "easier><harder>H</harder>"
             "<care condition='c'/><care condition='d'>C</care>" END,
    0, NULL },
  { "comments and blank lines",
    "<!-- x -->\n\n" ROUTINE "\n<!-- y -->" HEAD STEP END "\n<!-- z -->\n", 0, NULL },
  { "character data", ROUTINE "<title><![CDATA[A & B]]></title><summary>S</summary>" STEP END, 0,
    NULL },
  { "region",
    REGION LAYER ("1") LAYER ("1") LAYER ("3") "<allow technique='ball' verdict='ok'/>" REGION_END,
    0, NULL },
  { "source", "<sources><source id='S1' title='T' year='2020'/></sources>", 0, NULL },
  { "safety",
    "<safety><condition id='c'><name>N</name><rule technique='ball yoga' "
    "verdict='ask'/></condition></safety>",
    0, NULL },
  { "ache",
    "<aches><ache id='a' regions='r'><name>N</name><from region='r'>W</from></ache></aches>", 0,
    NULL },

  { "tip", "<tips><tip id='t' cause='desk' regions='r'><text>T</text></tip></tips>", 0, NULL },
  { "sequence",
    "<sequences><sequence id='s' routines='a b'><title>T</title><summary>S</summary></sequence>"
    "</sequences>",
    0, NULL },
  { "tip without a cause", "\n<tips><tip id='t' regions='r'><text>T</text></tip></tips>", 2,
    "cause" },
  { "tip of an unknown cause",
    "\n<tips><tip id='t' cause='moon' regions='r'><text>T</text></tip></tips>", 2, "moon" },
  { "tip twice",
    "<tips><tip id='t' cause='desk' regions='r'><text>T</text></tip>\n"
    "<tip id='t' cause='desk' regions='r'><text>T</text></tip></tips>",
    2, "t" },
  { "sequence of one routine",
    "\n<sequences><sequence id='s' routines='a'><title>T</title><summary>S</summary></sequence>"
    "</sequences>",
    2, "at least two" },
  { "plan", PLAN ("days='1'", "<day number='1'><do at='morning' routine='a b'/></day>"), 0, NULL },
  { "plan with too few days", "\n" PLAN ("days='2'", "<day number='1'/>"), 2, "1 days, not 2" },
  { "plan with days out of order", "\n" PLAN ("days='2'", "<day number='2'/>"), 2, "day 1, not 2" },
  { "day without a time", PLAN ("days='1'", "\n<day number='1'><do at='evening' routine='a'/></day>"),
    2, "evening" },
  { "day without a routine", PLAN ("days='1'", "\n<day number='1'><do at='morning'/></day>"), 2,
    "either a routine" },
  { "day with a routine and a kind",
    PLAN ("days='1'", "\n<day number='1'><do at='morning' kind='yoga' routine='a'/></day>"), 2,
    "either a routine" },
  { "day with an unknown kind",
    PLAN ("days='1'", "\n<day number='1'><do at='morning' kind='sauna'/></day>"), 2, "sauna" },
  { "plan at no time of day", "\n" PLAN ("days='1' evening='25:00'", "<day number='1'/>"), 2, "25:00" },
  { "plan that grows backwards",
    PLAN ("days='1'", "\n<progress from='1'>G</progress><day number='1'/>"), 2, "from" },
  { "fit", "<plans><fit id='r' plan='p' gentle='a' stretch='a' yoga='a' massage='a' warm='a' cool='a'/>"
    "</plans>", 0, NULL },
  { "fit twice",
    "<plans><fit id='r' plan='p' gentle='a' stretch='a' yoga='a' massage='a' warm='a' cool='a'/>\n"
    "<fit id='r' plan='p' gentle='a' stretch='a' yoga='a' massage='a' warm='a' cool='a'/></plans>",
    2, "taken" },

  { "unknown root", "\n<recipes/>", 2, "not the start" },
  { "unknown technique", "<routines technique='needles'/>", 1, "needles" },
  { "nothing in it", "\n" ROUTINES "\n</routines>", 2, "no <routine>" },
  { "unknown element", ROUTINE HEAD "\n<hint>x</hint>" STEP END, 2,
    "<hint> may not stand in <routine>" },
  { "element in a text", ROUTINE "\n<title>A <b>bold</b></title>", 2, "<b>" },
  { "unknown attribute", ROUTINES "\n<routine id='a' evidence='weak' colour='red'>", 2, "colour" },
  { "attribute twice", ROUTINES "\n<routine id='a' evidence='weak' id='b'>", 2, "twice" },
  { "no id", ROUTINES "\n<routine evidence='weak'>", 2, "“id”" },
  { "no evidence", ROUTINES "\n<routine id='a'>", 2, "evidence" },
  { "bad id", ROUTINES "\n<routine id='Ball at the wall' evidence='weak'>", 2, "Ball at the wall" },
  { "id ends in a hyphen", ROUTINES "\n<routine id='ball-' evidence='weak'>", 2, "ball-" },
  { "bad region id", ROUTINES "\n<routine id='a' regions='x, y' evidence='weak'>", 2, "x," },
  { "region twice", ROUTINES "\n<routine id='a' regions='x x' evidence='weak'>", 2, "twice" },
  { "unknown equipment", ROUTINES "\n<routine id='a' equipment='hammer' evidence='weak'>", 2,
    "hammer" },
  { "unknown level", ROUTINES "\n<routine id='a' level='brutal' evidence='weak'>", 2, "brutal" },
  { "neither yes nor no", ROUTINES "\n<routine id='a' quiet='maybe' evidence='weak'>", 2, "maybe" },
  { "start tag over three lines", ROUTINES "\n<routine\n id='a'\n evidence='so-so'>", 2, "so-so" },
  { "second tag of a line", ROUTINE "\n<title>T</title><title\n>U</title>", 2,
    "more than one <title>" },
  { "no title", ROUTINES "\n<routine id='a' evidence='weak'>\n<summary>S</summary>" STEP "\n" END,
    2, "<title>" },
  { "no summary", ROUTINES "\n<routine id='a' evidence='weak'>\n<title>T</title>" STEP "\n" END, 2,
    "<summary>" },
  { "no step", ROUTINES "\n<routine id='a' evidence='weak'>\n" HEAD "\n" END, 2, "<step>" },
  { "empty title", ROUTINE "\n<title> \n </title>", 2, "empty" },
  { "two titles", ROUTINE "<title>T</title>\n<title>U</title>", 2, "more than one <title>" },
  { "text between elements", ROUTINE HEAD "\n\n  stray" STEP END, 3, "directly" },
  { "comment in a text", ROUTINE "\n<title>A <!-- x --> B</title>", 2, "comment" },
  { "no seconds", ROUTINE HEAD "\n<step pose='p'>", 2, "seconds" },
  { "seconds too many", ROUTINE HEAD "\n<step seconds='3601' pose='p'>", 2, "3601" },
  { "seconds none", ROUTINE HEAD "\n<step seconds='0' pose='p'>", 2, "from 1 to 3600" },
  { "seconds negative", ROUTINE HEAD "\n<step seconds='-5' pose='p'>", 2, "-5" },
  { "seconds beyond all bounds", ROUTINE HEAD "\n<step seconds='99999999999999999999' pose='p'>", 2,
    "99999" },
  { "repeats no number", ROUTINE HEAD "\n<step seconds='5' repeats='few' pose='p'>", 2, "few" },
  { "unknown sides", ROUTINE HEAD "\n<step seconds='5' sides='left' pose='p'>", 2, "left" },
  { "no pose", ROUTINE HEAD "\n<step seconds='5'>", 2, "pose" },
  { "pose missing in a movement", ROUTINE HEAD "\n<step seconds='5' pose='a &gt; '>", 2, "pose" },
  { "no instruction", ROUTINE HEAD "\n<step seconds='5' pose='p'>\n<feel>F</feel></step>", 2,
    "<do>" },
  { "care twice", ROUTINE HEAD STEP "<care condition='c'/>\n<care condition='c'>x</care>" END, 2,
    "twice" },
  { "id twice in a file", ROUTINE HEAD STEP "</routine>\n<routine id='a' evidence='weak'>", 2,
    "taken" },
  { "id of another file", ROUTINES "\n<routine id='known' evidence='weak'>", 2, "taken" },
  { "tags crossed", ROUTINE "\n<title>T</summary>", 2, "title" },
  { "not closed", ROUTINE HEAD "\n" STEP "\n", 3, "" },
  { "nothing at all", "", 1, "" },
  { "nothing but a comment", "<!-- x -->", 1, "no content" },
  { "two roots", ROUTINE HEAD STEP END "\n" ROUTINE, 2, "behind the end" },
  { "unknown entity", ROUTINE "\n<title>&nbsp;</title>", 2, "nbsp" },
  { "layers upside down", REGION LAYER ("2") "\n" LAYER ("1") REGION_END, 2, "surface" },
  { "layer too deep", REGION "\n" LAYER ("10") REGION_END, 2, "10" },
  { "verdict twice",
    REGION "<allow technique='ball' verdict='ok'/>\n<allow technique='ball' verdict='never'/>", 2,
    "already" },
  { "unknown verdict", REGION "\n<allow technique='ball' verdict='sometimes'/>", 2, "sometimes" },
  { "year out of range", "<sources>\n<source id='S1' title='T' year='20'/></sources>", 2, "year" },
  { "question of a wrong level", "<safety>\n<question id='N1' level='go'>", 2, "level" },
  { "rule for an unknown technique",
    "<safety><condition id='c'><name>N</name>\n<rule technique='ball needles' verdict='ask'/>", 2,
    "needles" },
  { "outcome twice",
    "<safety><outcome level='go'><title>T</title><text>X</text></outcome>\n<outcome level='go'>", 2,
    "already" },
  { "ache without a source", "<aches>\n<ache id='a' regions='r'><name>N</name></ache></aches>", 2,
    "<from>" },
};

static const char *
keep (const char *text, gpointer user_data)
{
  return text;
}

static void
test_case (gconstpointer data)
{
  static struct {
    const char *id;
  } known_item = { "known" };
  static const UkFilePos known_pos = { "other.xml", 1 };
  const Case *c = data;
  g_autoptr (UkArena) arena = uk_arena_new ();
  g_autoptr (UkContent) known = uk_content_new ();
  UkReaderOptions options = { arena, known, keep, NULL, FALSE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, strlen (c->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (UkContent) content = NULL;
  g_autofree char *start = g_strdup_printf ("some.xml:%u: ", c->line);

  uk_content_add (known, UK_KIND_ROUTINE, &known_item, &known_pos);
  content = uk_reader_read (bytes, "some.xml", &options, &error);
  if (c->line == 0) {
    g_assert_no_error (error);
    g_assert_nonnull (content);
    return;
  }
  g_assert_null (content);
  g_assert_error (error, UK_CONTENT_ERROR, UK_CONTENT_ERROR_FORMAT);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, c->reason) == NULL)
    g_error ("expected line %u and “%s”: %s", c->line, c->reason, error->message);
}

/* What a routine says arrives whole and in place. */
static void
test_routine (void)
{
  const char *text = ROUTINES
      "<routine id='a' regions='x y' equipment='ball' place='wall' level='gentle' evidence='some'"
      " sources='S1'>\n<title>\n  Two\n\t words </title><summary>S</summary>"
      "<step seconds='20' sides='each' pose=' p  &gt;q'><do>D</do><feel>F</feel></step>"
      "<step seconds='5' repeats='3' pose='r'><do>E</do></step><care condition='c'/>" END;
  g_autoptr (UkArena) arena = uk_arena_new ();
  UkReaderOptions options = { arena, NULL, keep, NULL, TRUE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (UkContent) content = uk_reader_read (bytes, "f", &options, &error);
  const UkRoutine *routine;

  g_assert_no_error (error);
  routine = uk_content_get (content, UK_KIND_ROUTINE, "a");
  g_assert_nonnull (routine);
  g_assert_cmpint (routine->technique, ==, UK_TECHNIQUE_BALL);
  g_assert_true (routine->custom);
  g_assert_cmpstr (routine->title, ==, "Two words");
  g_assert_cmpstr (routine->regions[1], ==, "y");
  g_assert_null (routine->regions[2]);
  g_assert_cmpstr (routine->place, ==, "wall");
  g_assert_null (routine->posture);
  g_assert_cmpint (routine->level, ==, UK_LEVEL_GENTLE);
  g_assert_cmpint (routine->evidence, ==, UK_EVIDENCE_SOME);
  g_assert_cmpuint (routine->n_steps, ==, 2);
  g_assert_cmpint (routine->steps[0].sides, ==, UK_SIDES_EACH);
  g_assert_cmpstr (routine->steps[0].poses[0], ==, "p");
  g_assert_cmpstr (routine->steps[0].poses[1], ==, "q");
  g_assert_null (routine->steps[0].poses[2]);
  g_assert_cmpstr (routine->steps[0].feel, ==, "F");
  g_assert_cmpint (routine->steps[1].sides, ==, UK_SIDES_NONE);
  g_assert_cmpuint (routine->steps[1].repeats, ==, 3);
  g_assert_cmpuint (routine->n_cares, ==, 1);
  g_assert_null (routine->cares[0].text);
}

static const char *
shout (const char *text, gpointer user_data)
{
  GPtrArray *seen = user_data;
  char *loud = g_utf8_strup (text, -1);

  g_ptr_array_add (seen, loud);
  return loud;
}

static void
test_translation (void)
{
  const char *text = "<regions><region id='a'><name>One</name><muscle "
                     "latin='Duo'>Two</muscle><where>Three</where>"
                     "<feel>Four</feel><felt-at region='a'>Five</felt-at><layer depth='1' "
                     "latin='Sex'><name>Six</name>"
                     "</layer></region></regions>";
  g_autoptr (UkArena) arena = uk_arena_new ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  UkReaderOptions options = { arena, NULL, shout, seen, FALSE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (UkContent) content = uk_reader_read (bytes, "f", &options, NULL);
  const UkRegion *region = uk_content_get (content, UK_KIND_REGION, "a");

  g_assert_nonnull (region);
  g_ptr_array_set_size (seen, 0); /* the region keeps its own copies */
  g_assert_cmpstr (region->name, ==, "ONE");
  g_assert_cmpstr (region->muscles[0].name, ==, "TWO");
  g_assert_cmpstr (region->muscles[0].latin, ==, "Duo");
  g_assert_cmpstr (region->felt_elsewhere, ==, "FIVE");
  g_assert_cmpstr (region->layers[0].name, ==, "SIX");
  g_assert_cmpstr (region->layers[0].home, ==, "a");
}

static void
test_custom_only_routines (void)
{
  const char *text = "<sources><source id='S1' title='T'/></sources>";
  g_autoptr (UkArena) arena = uk_arena_new ();
  UkReaderOptions options = { arena, NULL, keep, NULL, TRUE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (uk_reader_read (bytes, "f", &options, &error));
  g_assert_error (error, UK_CONTENT_ERROR, UK_CONTENT_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/content-reader/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/content-reader/fields of a routine", test_routine);
  g_test_add_func ("/content-reader/translation", test_translation);
  g_test_add_func ("/content-reader/only routines may be added", test_custom_only_routines);
  return g_test_run ();
}
