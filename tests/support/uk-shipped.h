/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

G_BEGIN_DECLS

UkCatalogue *uk_test_load_shipped (void);

G_END_DECLS
