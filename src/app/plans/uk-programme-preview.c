/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-programme-preview.h"

#include "core/catalogue/uk-equipment.h"
#include "core/plans/uk-programme-summary.h"
#include "core/store/uk-store-knots.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where most knots are; for the preview of a plan for any place. */
#define COMMON_REGION "upper-trapezius"

/* The average of the days is told in steps of so many minutes. */
#define STEP 5

static gboolean
is_for (const UkProgramme *programme, const char *region)
{
  return programme->regions[0] == NULL || g_strv_contains (programme->regions, region);
}

/* The newest knot that the plan can be for. */
static UkKnot *
find_knot (const UkContext *context, const UkProgramme *programme)
{
  g_autoptr (GPtrArray) knots = NULL;
  guint i;

  if (context->store != NULL)
    knots = uk_store_list_knots (context->store, NULL);
  for (i = 0; knots != NULL && i < knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);

    if (knot->closed == 0 && is_for (programme, knot->region)
        && uk_catalogue_get_fit (context->catalogue, knot->region) != NULL)
      return g_ptr_array_steal_index (knots, i);
  }
  return NULL;
}

/* Returns: (transfer full): what is offered: the newest knot that fits, the plan's times, what the person has */
UkEnrolment *
uk_programme_preview_new_enrolment (const UkContext *context, const UkProgramme *programme)
{
  UkEnrolment *enrolment = g_new0 (UkEnrolment, 1);
  g_autoptr (UkKnot) knot = find_knot (context, programme);

  enrolment->id = g_uuid_string_random ();
  enrolment->programme = g_strdup (programme->id);
  enrolment->side = UK_SIDE_LEFT;
  enrolment->second_side = UK_SIDE_LEFT;
  if (knot != NULL) {
    enrolment->region = g_strdup (knot->region);
    enrolment->side = knot->side;
  } else {
    enrolment->region = g_strdup (programme->regions[0] != NULL ? programme->regions[0] : COMMON_REGION);
  }
  enrolment->first = 1;
  memcpy (enrolment->times, programme->times, sizeof enrolment->times);
  enrolment->lacking = g_settings_get_strv (context->settings, "filter-lacking");
  enrolment->reminds = TRUE;
  return enrolment;
}

static GArray *
find_agenda (const UkContext *context, const UkProgramme *programme, const UkEnrolment *enrolment, guint number)
{
  const UkAgendaInput input = { context->catalogue, programme, enrolment, NULL, NULL };

  return uk_agenda_new (&input, number, UK_ADVICE_AS_PLANNED);
}

/* Returns: (transfer full) (element-type UkDue): the routines of a day; their places belong to the catalogue */
GArray *
uk_programme_preview_new_agenda (const UkContext *context, const UkProgramme *programme, guint number)
{
  g_autoptr (UkEnrolment) enrolment = uk_programme_preview_new_enrolment (context, programme);
  GArray *agenda = find_agenda (context, programme, enrolment, number);
  guint i;

  for (i = 0; i < agenda->len; i++) {
    UkDue *due = &g_array_index (agenda, UkDue, i);

    due->region = due->routine->regions[0];
  }
  return agenda;
}

/* Warmth and cold are passive: they take no time of one's own. */
static guint
count_seconds (GArray *agenda)
{
  guint seconds = 0, i;

  for (i = 0; i < agenda->len; i++) {
    const UkRoutine *routine = g_array_index (agenda, UkDue, i).routine;

    if (routine->technique != UK_TECHNIQUE_HEAT && routine->technique != UK_TECHNIQUE_COLD)
      seconds += uk_routine_get_seconds (routine, TRUE);
  }
  return seconds;
}

/* Returns: (transfer full): “14 days · about 15 min a day” */
char *
uk_programme_preview_describe_length (const UkContext *context, const UkProgramme *programme)
{
  g_autoptr (UkEnrolment) enrolment = uk_programme_preview_new_enrolment (context, programme);
  g_autofree char *length = uk_programme_describe_length (programme);
  guint i, minutes, seconds = 0;

  for (i = 1; i <= programme->n_days; i++) {
    g_autoptr (GArray) agenda = find_agenda (context, programme, enrolment, i);

    seconds += count_seconds (agenda);
  }
  minutes = (seconds / 60 / programme->n_days + STEP / 2) / STEP * STEP;
  /* Translators: length · time each day: “14 days · about 15 min a day”. */
  return g_strdup_printf (_ ("%s · about %u min a day"), length, MAX (minutes, STEP));
}

static void
add_needs (GPtrArray *groups, const UkRoutine *routine)
{
  guint i;

  for (i = 0; routine->equipment[i] != NULL; i++) {
    const UkEquipmentGroup *group = uk_equipment_find_group (routine->equipment[i]);

    if (group != NULL && !g_ptr_array_find (groups, group, NULL))
      g_ptr_array_add (groups, (gpointer)group);
  }
}

/* Returns: (transfer container) (element-type UkEquipmentGroup): what it would use, if the person had everything */
GPtrArray *
uk_programme_preview_list_equipment (const UkContext *context, const UkProgramme *programme)
{
  g_autoptr (UkEnrolment) enrolment = uk_programme_preview_new_enrolment (context, programme);
  GPtrArray *groups = g_ptr_array_new ();
  guint i, j;

  g_clear_pointer (&enrolment->lacking, g_strfreev);
  for (i = 1; i <= programme->n_days; i++) {
    g_autoptr (GArray) agenda = find_agenda (context, programme, enrolment, i);

    for (j = 0; j < agenda->len; j++)
      add_needs (groups, g_array_index (agenda, UkDue, j).routine);
  }
  return groups;
}

/* Whether it warms or cools the person's own place, as is right for it. */
gboolean
uk_programme_preview_asks_for_knock (const UkProgramme *programme)
{
  guint i, j;

  for (i = 0; i < programme->n_days; i++) {
    for (j = 0; j < programme->days[i].n_items; j++) {
      if (programme->days[i].items[j].slot == UK_SLOT_WARM)
        return TRUE;
    }
  }
  return FALSE;
}
