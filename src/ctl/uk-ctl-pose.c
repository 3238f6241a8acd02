/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ctl/uk-ctl.h"

#include "art/figure/uk-figure-sheet.h"
#include "core/figure/uk-pose-check.h"
#include "unknot-data.h"

#include <glib/gi18n.h>
#include <string.h>

#define PAGE_PIXELS 2400 /* about the side of a page of a contact sheet */
#define PAGE_MOST 16     /* pictures in a row or column of it */
#define STRIP_FRAMES 8
#define MAX_FRAMES 120

/* What the command line asks for. */
typedef struct {
  char *folder, *output, *palette, *body_nick, *skin_nick; /* (owned) */
  int size;
  gboolean mirror, animate;
  int frames;
  char **words; /* (owned): sub-command and ids */
  UkFigurePaletteKind kind;
  UkBodyKind body;
  UkSkinTone skin;
  UkPoseSet *set; /* (owned) */
  gboolean damaged;
} Request;

static void
request_clear (Request *request)
{
  g_clear_object (&request->set);
  g_clear_pointer (&request->folder, g_free);
  g_clear_pointer (&request->output, g_free);
  g_clear_pointer (&request->palette, g_free);
  g_clear_pointer (&request->body_nick, g_free);
  g_clear_pointer (&request->skin_nick, g_free);
  g_clear_pointer (&request->words, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* Poses of a folder, or those that the program carries; what is damaged is named and left out. */
static void
load_poses (Request *request)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);

  request->set = uk_pose_set_new ();
  if (request->folder != NULL) {
    uk_pose_set_add_folder (request->set, request->folder, errors);
  } else {
    g_resources_register (uk_data_get_resource ());
    uk_pose_set_add_resources (request->set, errors);
  }
  uk_pose_set_resolve (request->set, errors);
  uk_pose_set_set_body (request->set, request->body);
  for (guint i = 0; i < errors->len; i++)
    g_printerr ("%s\n", ((GError *)g_ptr_array_index (errors, i))->message);
  request->damaged = errors->len > 0;
}

static const UkPose *
find_pose (const Request *request, const char *id)
{
  const UkPose *pose = uk_pose_set_lookup (request->set, id);

  if (pose == NULL)
    g_printerr (_ ("unknotctl: there is no pose “%s”\n"), id);
  return pose;
}

static int
write_sheet (const Request *request,
             const UkFigureSheet *sheet,
             const UkFigureBox *box,
             const char *path)
{
  UkFigurePalette palette;
  cairo_surface_t *surface;
  cairo_status_t status;

  uk_figure_palette_init (&palette, request->kind, request->skin);
  surface = uk_figure_sheet_render (sheet, &palette, box);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_printerr (_ ("unknotctl: cannot write %s: %s\n"), path, cairo_status_to_string (status));
    return UK_CTL_FAILED;
  }
  g_print ("%s\n", path);
  return UK_CTL_OK;
}

/* How many pictures are in a row, and in a column, of a contact sheet. */
static guint
get_page_side (const Request *request)
{
  return (guint)CLAMP (PAGE_PIXELS / request->size, 1, PAGE_MOST);
}

/* One picture, or a contact sheet of several. */
static int
write_poses (const Request *request, const UkPose *const *poses, guint n, const char *path)
{
  g_autofree UkFigure *figures = g_new (UkFigure, n);
  g_autofree const char **labels = g_new (const char *, n);
  UkFigureSheet sheet = { .figures = figures,
                          .labels = n > 1 ? labels : NULL,
                          .n = n,
                          .columns = MIN (n, get_page_side (request)),
                          .tile_width = request->size,
                          .tile_height = request->size };

  for (guint i = 0; i < n; i++) {
    uk_figure_solve (&figures[i], poses[i], request->mirror);
    labels[i] = poses[i]->id;
  }
  return write_sheet (request, &sheet, NULL, path);
}

/* One loop of a movement as a strip of frames. */
static int
run_animate (const Request *request)
{
  guint n = request->frames > 0 ? (guint)request->frames : STRIP_FRAMES;
  g_autofree UkFigure *frames = g_new (UkFigure, n);
  g_autofree char *joined = g_strjoinv (">", request->words + 1);
  g_auto (GStrv) ids = g_strsplit (joined, ">", -1);
  g_autoptr (UkMovement) movement = NULL;
  g_autoptr (GError) error = NULL;
  UkFigureSheet sheet = { .figures = frames,
                          .n = n,
                          .columns = MIN (n, STRIP_FRAMES),
                          .tile_width = request->size,
                          .tile_height = request->size };
  UkFigureBox box;

  for (char **id = ids; *id != NULL; id++)
    g_strstrip (*id);
  if (ids[0] == NULL || *ids[0] == '\0') {
    g_printerr ("%s\n", _ ("unknotctl: pose animate needs a movement such as \"a > b\""));
    return UK_CTL_USAGE;
  }
  movement = uk_movement_new (request->set, (const char *const *)ids, request->mirror, &error);
  if (movement == NULL) {
    g_printerr ("unknotctl: %s\n", error->message);
    return UK_CTL_FAILED;
  }
  for (guint i = 0; i < n; i++)
    uk_movement_get_at (movement, uk_movement_get_seconds (movement) * i / n, &frames[i]);
  uk_figure_measure_movement (movement, &box);
  return write_sheet (request, &sheet, &box,
                      request->output != NULL ? request->output : "movement.png");
}

static int
run_show (const Request *request)
{
  guint n = g_strv_length (request->words) - 1;
  g_autofree const UkPose **poses = g_new (const UkPose *, n + 1);
  g_autofree char *path = NULL;

  if (n == 0) {
    g_printerr ("%s\n", _ ("unknotctl: pose show needs the id of a pose"));
    return UK_CTL_USAGE;
  }
  if (request->animate)
    return run_animate (request);
  for (guint i = 0; i < n; i++) {
    poses[i] = find_pose (request, request->words[i + 1]);
    if (poses[i] == NULL)
      return UK_CTL_FAILED;
  }
  path = request->output != NULL ? g_strdup (request->output)
                                 : g_strdup_printf ("%s.png", poses[0]->id);
  return write_poses (request, poses, n, path);
}

/* The path of a page: the first has the name that was asked for, the next ones a number. */
static char *
get_page_path (const char *output, guint page)
{
  g_autofree char *stem = NULL;

  if (page == 0)
    return g_strdup (output);
  stem = g_str_has_suffix (output, ".png") ? g_strndup (output, strlen (output) - 4)
                                           : g_strdup (output);
  return g_strdup_printf ("%s-%u.png", stem, page + 1);
}

static int
run_sheet (const Request *request)
{
  const char *output = request->output != NULL ? request->output : "poses.png";
  const guint per_page = get_page_side (request) * get_page_side (request);
  guint n = uk_pose_set_get_n_poses (request->set);
  g_autofree const UkPose **poses = g_new (const UkPose *, per_page);

  for (guint first = 0; first < n; first += per_page) {
    g_autofree char *path = get_page_path (output, first / per_page);
    guint count = MIN (per_page, n - first);
    int status;

    for (guint i = 0; i < count; i++)
      poses[i] = uk_pose_set_get_nth (request->set, first + i);
    status = write_poses (request, poses, count, path);
    if (status != UK_CTL_OK)
      return status;
  }
  return UK_CTL_OK;
}

static int
run_check (const Request *request)
{
  guint n = uk_pose_set_get_n_poses (request->set), found = 0;

  for (guint i = 0; i < n; i++) {
    const UkPose *pose = uk_pose_set_get_nth (request->set, i);
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
    guint line = 0;
    const char *file = uk_pose_set_get_file (request->set, pose->id, &line);

    uk_pose_check (pose, remarks);
    for (guint k = 0; k < remarks->len; k++)
      g_print ("%s:%u: %s: %s\n", file, line, pose->id, (char *)g_ptr_array_index (remarks, k));
    found += remarks->len;
  }
  g_print (_ ("%u poses, %u remarks\n"), n, found);
  return found == 0 && !request->damaged ? UK_CTL_OK : UK_CTL_FAILED;
}

static const struct {
  const char *name;
  int size;
  int (*run) (const Request *request);
} commands[] = {
  { "show", 400, run_show },
  { "sheet", 260, run_sheet },
  { "check", 1, run_check },
  { "animate", 240, run_animate },
};

static gboolean
parse_request (Request *request, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request->output, N_ ("Where to write the picture"),
      "FILE" },
    { "size", 0, 0, G_OPTION_ARG_INT, &request->size, N_ ("Pixels of each picture"), "N" },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &request->palette,
      N_ ("light, dark, contrast or contrast-dark"), "NAME" },
    { "body", 0, 0, G_OPTION_ARG_STRING, &request->body_nick, N_ ("neutral, female or male"),
      "NAME" },
    { "skin", 0, 0, G_OPTION_ARG_STRING, &request->skin_nick,
      N_ ("plate, or 1 to 4 from light to dark"), "NAME" },
    { "animate", 0, 0, G_OPTION_ARG_NONE, &request->animate,
      N_ ("Show the poses as a movement, or one that breathes"), NULL },
    { "frames", 0, 0, G_OPTION_ARG_INT, &request->frames, N_ ("Frames of a movement"), "N" },
    { "mirror", 0, 0, G_OPTION_ARG_NONE, &request->mirror, N_ ("Show the other side of the body"),
      NULL },
    { "dir", 0, 0, G_OPTION_ARG_FILENAME, &request->folder,
      N_ ("Read the poses of this folder instead of the built-in ones"), "DIR" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &request->words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new ("show ID… [--animate] | sheet | check | animate \"A > B\"");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("unknotctl: %s\n", error->message);
    return FALSE;
  }
  if (request->palette != NULL
      && !uk_figure_palette_kind_from_name (request->palette, &request->kind)) {
    g_printerr (_ ("unknotctl: there is no palette “%s”\n"), request->palette);
    return FALSE;
  }
  if (request->body_nick != NULL && !uk_body_kind_from_nick (request->body_nick, &request->body)) {
    g_printerr (_ ("unknotctl: there is no body “%s”\n"), request->body_nick);
    return FALSE;
  }
  if (request->skin_nick != NULL && !uk_skin_tone_from_nick (request->skin_nick, &request->skin)) {
    g_printerr (_ ("unknotctl: there is no skin “%s”\n"), request->skin_nick);
    return FALSE;
  }
  if (request->words == NULL || request->size < 0 || request->size > 4000 || request->frames < 0
      || request->frames > MAX_FRAMES) {
    g_printerr ("%s\n", _ ("unknotctl: see unknotctl pose --help"));
    return FALSE;
  }
  return TRUE;
}

/**
 * uk_ctl_pose:
 * @argc: number of words
 * @argv: the words from `pose` on
 *
 * Shows, checks and animates poses, for those who write them.
 *
 * Returns: the exit status
 */
int
uk_ctl_pose (int argc, char **argv)
{
  g_auto (Request) request = { 0 };

  if (!parse_request (&request, argc, argv))
    return UK_CTL_USAGE;
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (!g_str_equal (commands[i].name, request.words[0]))
      continue;
    if (request.size == 0)
      request.size = commands[i].size;
    load_poses (&request);
    return commands[i].run (&request);
  }
  g_printerr (_ ("unknotctl: there is no command “pose %s”\n"), request.words[0]);
  return UK_CTL_USAGE;
}
