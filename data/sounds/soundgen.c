/* SPDX-License-Identifier: GPL-3.0-or-later */
/* soundgen NAME FILE: writes one of the sounds of a run, struck like a bar of wood, as WAV.  Each
 * note is a few partials that fade, the higher the sooner. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RATE 22050
#define MAX_NOTES 4
#define ATTACK_SECONDS 0.004
#define PI 3.14159265358979323846

typedef struct {
  double at;    /* seconds */
  double pitch; /* Hz; 0 ends the list */
  double fade;  /* seconds until a third is left */
  double gain;
} Note;

typedef struct {
  const char *name;
  double seconds;
  Note notes[MAX_NOTES];
} Sound;

/* Low and short means wait, high and long means do; going up is a change, a chord the end. */
static const Sound sounds[] = {
  { "ready", 0.5, { { 0, 440, 0.10, 0.5 } } },
  { "go", 1.2, { { 0, 880, 0.35, 0.6 } } },
  { "halfway", 0.8, { { 0, 659.26, 0.10, 0.45 }, { 0.18, 659.26, 0.14, 0.45 } } },
  { "switch", 1.2, { { 0, 523.25, 0.14, 0.5 }, { 0.2, 783.99, 0.30, 0.55 } } },
  { "done", 2.2, { { 0, 523.25, 0.3, 0.5 }, { 0.22, 659.26, 0.35, 0.5 }, { 0.44, 783.99, 0.6, 0.55 } } },
};

static double
strike (const Note *note, double t)
{
  static const struct {
    double pitch;
    double gain;
    double fade;
  } partials[] = { { 1, 0.72, 1 }, { 2, 0.12, 0.7 }, { 3.93, 0.16, 0.28 } };
  double sum = 0;

  t -= note->at;
  if (t < 0)
    return 0;
  for (unsigned i = 0; i < sizeof partials / sizeof *partials; i++)
    sum += partials[i].gain * exp (-t / (note->fade * partials[i].fade))
           * sin (2 * PI * note->pitch * partials[i].pitch * t);
  return note->gain * sum * fmin (1, t / ATTACK_SECONDS);
}

static void
put (FILE *file, uint32_t value, int n_bytes)
{
  for (int i = 0; i < n_bytes; i++)
    fputc ((int)(value >> (8 * i) & 0xff), file);
}

static void
write_header (FILE *file, uint32_t n_samples)
{
  fputs ("RIFF", file);
  put (file, 36 + 2 * n_samples, 4);
  fputs ("WAVEfmt ", file);
  put (file, 16, 4);
  put (file, 1, 2); /* PCM */
  put (file, 1, 2); /* one channel */
  put (file, RATE, 4);
  put (file, 2 * RATE, 4);
  put (file, 2, 2);
  put (file, 16, 2);
  fputs ("data", file);
  put (file, 2 * n_samples, 4);
}

static int
write_sound (const Sound *sound, const char *path)
{
  const uint32_t n_samples = (uint32_t)(sound->seconds * RATE);
  FILE *file = fopen (path, "wb");

  if (file == NULL) {
    perror (path);
    return EXIT_FAILURE;
  }
  write_header (file, n_samples);
  for (uint32_t i = 0; i < n_samples; i++) {
    const double t = (double)i / RATE;
    /* The last tenth goes down to nothing, so that it does not click. */
    const double end = fmin (1, (sound->seconds - t) / (0.1 * sound->seconds));
    double sum = 0;

    for (int note = 0; note < MAX_NOTES && sound->notes[note].pitch > 0; note++)
      sum += strike (&sound->notes[note], t);
    put (file, (uint32_t)(int32_t)lround (32767 * end * fmax (-1, fmin (1, sum))), 2);
  }
  return fclose (file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  if (argc == 3) {
    for (unsigned i = 0; i < sizeof sounds / sizeof *sounds; i++) {
      if (strcmp (sounds[i].name, argv[1]) == 0)
        return write_sound (&sounds[i], argv[2]);
    }
  }
  fprintf (stderr, "soundgen: ready, go, halfway, switch or done, then a file\n");
  return EXIT_FAILURE;
}
