/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Findings in content files; the message is "file:line: reason". */
#define UK_CONTENT_ERROR (uk_content_error_quark ())
GQuark uk_content_error_quark (void);

typedef enum {
  UK_CONTENT_ERROR_UNREADABLE,
  UK_CONTENT_ERROR_FORMAT, /* not well-formed, or not as content.rng says */
  UK_CONTENT_ERROR_LINK,   /* refers to something that is not there or not allowed */
  UK_CONTENT_ERROR_RULE,   /* valid, but against the rules for texts and doses */
  UK_CONTENT_ERROR_POSE,   /* a step without its picture */
} UkContentError;

G_END_DECLS
