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
