/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command ends with. */
#define UK_CTL_OK 0
#define UK_CTL_FAILED 1
#define UK_CTL_USAGE 2

/**
 * UkCtlCommand:
 * @name: the first word after `unknotctl`
 * @summary: one line for the overview, translatable
 * @run: gets the words from @name on and returns the exit status
 */
typedef struct {
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} UkCtlCommand;

/* One line per command, each in its own file uk-ctl-<name>.c. */
int uk_ctl_backup (int argc, char **argv);
int uk_ctl_chart (int argc, char **argv);
int uk_ctl_check (int argc, char **argv);
int uk_ctl_export (int argc, char **argv);
int uk_ctl_find (int argc, char **argv);
int uk_ctl_history (int argc, char **argv);
int uk_ctl_import (int argc, char **argv);
int uk_ctl_log (int argc, char **argv);
int uk_ctl_pose (int argc, char **argv);
int uk_ctl_reminder (int argc, char **argv);
int uk_ctl_report (int argc, char **argv);
int uk_ctl_restore (int argc, char **argv);
int uk_ctl_routine (int argc, char **argv);
int uk_ctl_stats (int argc, char **argv);

G_END_DECLS
