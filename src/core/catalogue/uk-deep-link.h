/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/uk-side.h"

G_BEGIN_DECLS

/* What other programs and pages say to bring the person to a place of Unknot. */
#define UK_DEEP_LINK_SCHEME "unknot"

#define UK_DEEP_LINK_ERROR (uk_deep_link_error_quark ())

/**
 * UkDeepLinkError:
 * @UK_DEEP_LINK_ERROR_FORMAT: not a link of Unknot, or damaged
 * @UK_DEEP_LINK_ERROR_UNKNOWN: well-formed, but there is no such page, place or routine
 *
 * Every message is a translated sentence for the person.
 */
typedef enum {
  UK_DEEP_LINK_ERROR_FORMAT,
  UK_DEEP_LINK_ERROR_UNKNOWN,
} UkDeepLinkError;

typedef enum {
  UK_DEEP_LINK_PAGE,
  UK_DEEP_LINK_REGION,
  UK_DEEP_LINK_ROUTINE,
  UK_DEEP_LINK_SEARCH,
} UkDeepLinkKind;

/**
 * UkDeepLink:
 * @kind: what it leads to
 * @page: (nullable): for %UK_DEEP_LINK_PAGE: body, plans, reminders or progress
 * @routine: (nullable): for %UK_DEEP_LINK_ROUTINE; of the catalogue
 * @region: (nullable): for %UK_DEEP_LINK_REGION, and where a routine is to be done; of the catalogue
 * @side: of the region; none if it has no sides, left if the link does not say
 * @words: (nullable): for %UK_DEEP_LINK_SEARCH: what to look for
 *
 * A checked link: `unknot:reminders`, `unknot:region/upper-trapezius?side=left`,
 * `unknot:routine/ID?region=ID&side=right` or `unknot:search/stiff%20neck`.
 */
typedef struct {
  UkDeepLinkKind kind;
  const char *page;
  const UkRoutine *routine;
  const UkRegion *region;
  UkSide side;
  char *words;
} UkDeepLink;

GQuark uk_deep_link_error_quark (void);

UkDeepLink *uk_deep_link_new_from_text (UkCatalogue *catalogue, const char *text, GError **error);
void uk_deep_link_free (UkDeepLink *link);

char *uk_deep_link_to_region (const UkRegion *region, UkSide side);
char *uk_deep_link_to_routine (const UkRoutine *routine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkDeepLink, uk_deep_link_free)

G_END_DECLS
