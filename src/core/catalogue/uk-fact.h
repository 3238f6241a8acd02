/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"

G_BEGIN_DECLS

typedef enum {
  UK_TOPIC_KNOT,      /* what a knot is */
  UK_TOPIC_DISPUTED,  /* what nobody knows for sure */
  UK_TOPIC_TECHNIQUE, /* what speaks for one technique */
} UkTopic;

/**
 * UkFact:
 * @id: id
 * @topic: what it is about
 * @technique: for %UK_TOPIC_TECHNIQUE: of which technique it speaks
 * @evidence: for %UK_TOPIC_TECHNIQUE: how well that technique is studied as a whole
 * @sources: (array zero-terminated=1): ids of sources.xml
 * @title: a question or a heading, translated
 * @text: the answer, translated
 *
 * What is known, in a few sentences.  Owned by the catalogue, immutable.
 */
typedef struct {
  const char *id;
  UkTopic topic;
  UkTechnique technique;
  UkEvidence evidence;
  const char *const *sources;
  const char *title;
  const char *text;
} UkFact;

G_END_DECLS
