/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

G_BEGIN_DECLS

#define UK_MANUAL_RESOURCE "/unknot/manual/manual.xml"

typedef enum {
  UK_MANUAL_TEXT, /* a paragraph */
  UK_MANUAL_ITEM, /* one of a list */
  UK_MANUAL_KEY,  /* what keys do */
} UkManualKind;

/**
 * UkManualPart:
 * @kind: what it is
 * @text: the words, translated
 * @keys: (nullable): the keys, with a blank between two; only of #UK_MANUAL_KEY
 */
typedef struct {
  UkManualKind kind;
  char *text;
  char *keys;
} UkManualPart;

/**
 * UkManualChapter:
 * @id: id
 * @title: its title, translated
 * @parts: (element-type UkManualPart): what it says
 */
typedef struct {
  char *id;
  char *title;
  GPtrArray *parts;
} UkManualChapter;

/**
 * UkManual:
 * @title: its title, translated
 * @chapters: (element-type UkManualChapter): all chapters
 *
 * The manual of the program.
 */
typedef struct {
  char *title;
  GPtrArray *chapters;
} UkManual;

UkManual *uk_manual_new (UkTranslateFunc translate, gpointer user_data);
UkManual *uk_manual_new_from_markup (
    const char *markup, gssize length, UkTranslateFunc translate, gpointer user_data, GError **error);
void uk_manual_free (UkManual *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkManual, uk_manual_free)

G_END_DECLS
