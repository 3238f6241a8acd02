/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The tables of uk-store-reminders.c, as the first version of the file has them. */
#define UK_STORE_REMINDERS_SCHEMA                                                                  \
  "CREATE TABLE reminders ("                                                                       \
  " id INTEGER PRIMARY KEY AUTOINCREMENT,"                                                         \
  " routine TEXT NOT NULL,"                                                                        \
  " title TEXT NOT NULL,"                                                                          \
  " region TEXT,"                                                                                  \
  " side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 2),"                                           \
  " recurrence TEXT NOT NULL,"                                                                     \
  " enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),"                                           \
  " grace INTEGER NOT NULL CHECK (grace BETWEEN 1 AND 720),"                                       \
  " since INTEGER NOT NULL);"                                                                      \
  "CREATE TABLE occurrences ("                                                                     \
  " reminder INTEGER NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,"                        \
  " day INTEGER NOT NULL,"                                                                         \
  " slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 1439),"                                        \
  " due INTEGER NOT NULL,"                                                                         \
  " state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 7),"                                         \
  " until INTEGER NOT NULL,"                                                                       \
  " PRIMARY KEY (reminder, day, slot)) WITHOUT ROWID;"                                             \
  "CREATE INDEX occurrences_by_day ON occurrences (day);"

/* Kinds, deleted ones that can come back, a pace, how often one was put off, days of 25 hours. */
#define UK_STORE_REMINDERS_KINDS                                                                   \
  "ALTER TABLE reminders ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;"                              \
  "ALTER TABLE reminders ADD COLUMN reference TEXT;"                                               \
  "ALTER TABLE reminders ADD COLUMN pace INTEGER NOT NULL DEFAULT -1;"                             \
  "ALTER TABLE reminders ADD COLUMN pace_from INTEGER NOT NULL DEFAULT 0;"                         \
  "ALTER TABLE reminders ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;"                           \
  "ALTER TABLE occurrences RENAME TO occurrences_before;"                                          \
  "DROP INDEX occurrences_by_day;"                                                                 \
  "CREATE TABLE occurrences ("                                                                     \
  " reminder INTEGER NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,"                        \
  " day INTEGER NOT NULL,"                                                                         \
  " slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 2879),"                                        \
  " due INTEGER NOT NULL,"                                                                         \
  " state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 9),"                                         \
  " until INTEGER NOT NULL,"                                                                       \
  " snoozes INTEGER NOT NULL DEFAULT 0 CHECK (snoozes >= 0),"                                      \
  " PRIMARY KEY (reminder, day, slot)) WITHOUT ROWID;"                                             \
  "INSERT INTO occurrences (reminder, day, slot, due, state, until)"                               \
  " SELECT reminder, day, slot, due, state, until FROM occurrences_before;"                        \
  "DROP TABLE occurrences_before;"                                                                 \
  "CREATE INDEX occurrences_by_day ON occurrences (day);"                                          \
  "CREATE INDEX occurrences_by_time ON occurrences (due);"                                         \
  "CREATE INDEX occurrences_open ON occurrences (state) WHERE state IN (0, 1, 2, 9);"
