/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "app/window/uk-application.h"
#include "app/window/uk-window.h"
#include "core/catalogue/uk-deep-link.h"

G_BEGIN_DECLS

UkWindow *uk_application_present_window (UkApplication *self);
const UkContext *uk_application_get_context (UkApplication *self);
void uk_application_install_actions (UkApplication *self);

/* uk-application-command.c */
extern const GOptionEntry uk_application_options[];
int uk_application_run_command (UkApplication *self, GApplicationCommandLine *command);

/* uk-application-quick.c */
void uk_application_start_quick (UkApplication *self);

/* uk-application-open.c */
gboolean uk_application_is_link (const char *text);
void uk_application_follow (UkApplication *self, const UkDeepLink *link);
void uk_application_open_link (UkApplication *self, const char *text);
void uk_application_open_files (UkApplication *self, GPtrArray *files);

G_END_DECLS
