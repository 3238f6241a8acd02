/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_TYPE_APPLICATION (uk_application_get_type ())
G_DECLARE_FINAL_TYPE (UkApplication, uk_application, UK, APPLICATION, AdwApplication)

UkApplication *uk_application_new (void);

G_END_DECLS
