/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_TYPE_SPEECH (uk_speech_get_type ())
G_DECLARE_FINAL_TYPE (UkSpeech, uk_speech, UK, SPEECH, GObject)

UkSpeech *uk_speech_new (const char *socket, const char *language);

void uk_speech_close (UkSpeech *self);
void uk_speech_connect (UkSpeech *self);
void uk_speech_say (UkSpeech *self, const char *text);
void uk_speech_hush (UkSpeech *self);
gboolean uk_speech_is_ready (UkSpeech *self);

char *uk_speech_find_socket (void);

G_END_DECLS
