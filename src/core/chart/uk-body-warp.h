/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain C without GLib: data/chart/chartgen.c is built with it too. */
#pragma once

#include <stdbool.h>

/* The values of UkBodyKind. */
#define UK_BODY_WARP_NEUTRAL 0
#define UK_BODY_WARP_FEMALE 1
#define UK_BODY_WARP_MALE 2
#define UK_N_BODY_WARPS 3

void uk_body_warp (int body, bool back, double *x, double *y);
void uk_body_unwarp (int body, bool back, double *x, double *y);
