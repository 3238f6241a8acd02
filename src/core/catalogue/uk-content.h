/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-ache.h"
#include "core/catalogue/uk-arena.h"
#include "core/catalogue/uk-content-error.h"
#include "core/catalogue/uk-fact.h"
#include "core/catalogue/uk-programme.h"
#include "core/catalogue/uk-region.h"
#include "core/catalogue/uk-routine.h"
#include "core/catalogue/uk-safety.h"
#include "core/catalogue/uk-sequence.h"
#include "core/catalogue/uk-source.h"
#include "core/catalogue/uk-tip.h"

G_BEGIN_DECLS

/* More is no content file; it is refused before it is read. */
#define UK_CONTENT_MAX_FILE_SIZE (2 * 1024 * 1024)

/* What content files hold.  Each structure starts with its id. */
typedef enum {
  UK_KIND_REGION,
  UK_KIND_ROUTINE,
  UK_KIND_CONDITION,
  UK_KIND_QUESTION,
  UK_KIND_TAP,
  UK_KIND_NOTICE,
  UK_KIND_SOURCE,
  UK_KIND_ACHE,
  UK_KIND_FACT,
  UK_KIND_TIP,
  UK_KIND_SEQUENCE,
  UK_KIND_FIT, /* of a region, whose id it has */
  UK_KIND_PROGRAMME,
} UkKind;

#define UK_N_KINDS (UK_KIND_PROGRAMME + 1)

/* Where something stands in a file; both for messages. */
typedef struct {
  const char *file;
  guint line;
} UkFilePos;

/* Items of one kind in the order of the files. */
typedef struct {
  GPtrArray *items;  /* (owned) */
  GArray *places;    /* (owned) (element-type UkFilePos) beside @items */
  GHashTable *by_id; /* (owned) id -> item */
} UkTable;

/* The content of a catalogue, or of one file.  The items live in an arena that others own. */
typedef struct _UkContent {
  UkTable tables[UK_N_KINDS];
  GPtrArray *stop_signs; /* (owned) (element-type utf8) */
  const UkOutcome *outcomes[UK_N_URGENCIES];
  GHashTable *originals;       /* (owned) translated name -> the same as written, both in the arena */
  const struct _UkContent *base; /* (nullable) where what is not found here is looked for */
} UkContent;

GError *uk_content_error_new (UkContentError code, const UkFilePos *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

UkContent *uk_content_new (void);
void uk_content_free (UkContent *content);
void uk_content_add (UkContent *content, UkKind kind, gpointer item, const UkFilePos *place);
gconstpointer uk_content_get (const UkContent *content, UkKind kind, const char *id);
void uk_content_add_original (UkContent *content, const char *translated, const char *original);
const char *uk_content_get_original (const UkContent *content, const char *translated);
void uk_content_remove_index (UkContent *content, UkKind kind, guint index);
void uk_content_merge (UkContent *content, UkContent *from);

void
uk_content_link_routines (UkContent *content, guint first_routine, GPtrArray *problems);
void uk_content_link (UkContent *content, guint first_routine, GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkContent, uk_content_free)

G_END_DECLS
