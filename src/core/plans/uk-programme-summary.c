/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plans/uk-programme-summary.h"

#include <glib/gi18n-lib.h>

/* From here on the length of a plan is told in weeks. */
#define WEEKS_FROM 21

/**
 * uk_programme_summary_get:
 * @status: a plan
 *
 * Returns: what it has come to
 */
UkProgrammeSummary
uk_programme_summary_get (const UkProgrammeStatus *status)
{
  UkProgrammeSummary summary = { 0, 0, 0, -1, -1 };
  guint i;

  g_return_val_if_fail (status != NULL, summary);

  summary.trained = status->course->trained;
  summary.days = status->programme->n_days;
  for (i = 0; i < status->marks->len; i++)
    summary.routines += ((UkMark *)g_ptr_array_index (status->marks, i))->kind == UK_MARK_DONE;
  if (status->samples->len > 0)
    summary.before = g_array_index (status->samples, UkSample, 0).value;
  if (status->samples->len > 1)
    summary.after = g_array_index (status->samples, UkSample, status->samples->len - 1).value;
  return summary;
}

/**
 * uk_programme_summary_describe_days:
 *
 * Returns: (transfer full): how much was done, translated
 */
char *
uk_programme_summary_describe_days (const UkProgrammeSummary *summary)
{
  g_autofree char *days = NULL;
  g_autofree char *routines = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  days = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", summary->trained),
                          summary->trained);
  routines = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u routine", "%u routines", summary->routines),
      summary->routines);
  /* Translators: “11 days, 23 routines” */
  return g_strdup_printf (_ ("%s, %s"), days, routines);
}

/**
 * uk_programme_summary_describe_change:
 *
 * Returns: (transfer full): how the ratings changed, translated
 */
char *
uk_programme_summary_describe_change (const UkProgrammeSummary *summary)
{
  g_return_val_if_fail (summary != NULL, NULL);

  if (summary->before < 0 || summary->after < 0)
    return g_strdup (_ ("It was rated too rarely to tell what changed."));
  if (summary->after < summary->before)
    return g_strdup_printf (_ ("From %d to %d of 10."), summary->before, summary->after);
  if (summary->after == summary->before)
    return g_strdup_printf (_ ("Still %d of 10. No change is an answer too: let a doctor or physiotherapist look at it."),
                            summary->after);
  return g_strdup_printf (_ ("From %d to %d of 10: let a doctor or physiotherapist look at it."),
                          summary->before, summary->after);
}

/**
 * uk_programme_describe_length:
 * @programme: a plan
 *
 * Returns: (transfer full): “14 days” or “4 weeks”, translated
 */
char *
uk_programme_describe_length (const UkProgramme *programme)
{
  g_return_val_if_fail (programme != NULL, NULL);

  if (programme->n_days >= WEEKS_FROM && programme->n_days % 7 == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", programme->n_days / 7),
        programme->n_days / 7);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", programme->n_days),
                          programme->n_days);
}

/**
 * uk_programme_status_describe:
 * @status: a plan that runs
 *
 * Returns: (transfer full): where the person stands in it, in a few words, translated
 */
char *
uk_programme_status_describe (const UkProgrammeStatus *status)
{
  const UkCourse *course;

  g_return_val_if_fail (status != NULL, NULL);

  course = status->course;
  if (course->starts_in == 1)
    return g_strdup (_ ("Starts tomorrow"));
  if (course->starts_in > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Starts in %u day", "Starts in %u days", course->starts_in),
        course->starts_in);
  if (course->over)
    return g_strdup (_ ("The last day is done"));
  if (course->paused)
    return g_strdup_printf (_ ("Paused at day %u of %u"), course->number, course->n_days);
  if (status->advice.kind == UK_ADVICE_SEE)
    return g_strdup_printf (_ ("Rests at day %u of %u"), course->number, course->n_days);
  return g_strdup_printf (_ ("Today is day %u of %u"), course->number, course->n_days);
}
