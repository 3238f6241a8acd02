/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/reminders/uk-calendar-import.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A calendar from anywhere: whatever is taken over is a recurrence that is still to come. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const UkDay today = uk_day_new (2026, 11, 24);
  g_autoptr (UkCatalogue) catalogue = uk_catalogue_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) findings = NULL;
  guint i;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  findings = uk_calendar_import ((const char *)data, size, NULL, catalogue, zone, today, NULL);
  for (i = 0; findings != NULL && i < findings->len; i++) {
    const UkCalendarFinding *finding = g_ptr_array_index (findings, i);

    if (finding->line == 0 || *finding->message == '\0')
      g_abort ();
    if (finding->reminder != NULL
        && (*finding->reminder->title == '\0'
            || uk_recurrence_find_day (finding->reminder->recurrence, today) == UK_DAY_NONE))
      g_abort ();
  }
  return 0;
}
