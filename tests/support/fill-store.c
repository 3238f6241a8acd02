/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fill-store FOLDER month|one|worse|long|huge: makes a data folder with a simulated history. */
#include "support/uk-simulated-history.h"

int
main (int argc, char **argv)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (UkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  UkHistoryKind kind;

  if (argc != 3 || !uk_history_kind_from_id (argv[2], &kind)) {
    g_printerr ("fill-store FOLDER month|one|worse|long|huge\n");
    return 2;
  }
  store = uk_store_open (argv[1], now, NULL, &error);
  if (store == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  uk_simulate_history (store, g_date_time_to_unix (now), kind);
  uk_store_close (store);
  return 0;
}
