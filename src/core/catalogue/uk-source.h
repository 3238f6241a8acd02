/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A publication that routines rest on.  Owned by the catalogue, immutable; not translated. */
typedef struct {
  const char *id;     /* "S12" */
  const char *author; /* (nullable) */
  const char *title;
  guint year;        /* 0 if unknown */
  const char *where; /* (nullable) journal, publisher, identifier */
} UkSource;

char *uk_source_build_link (const UkSource *source);

G_END_DECLS
