/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/time/uk-wall-timer.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* A slept-through or lost wake-up costs at most this long. */
#define LONGEST_SLEEP (G_GINT64_CONSTANT (6) * 60 * 60 * G_USEC_PER_SEC)
#define SHORTEST_SLEEP (G_USEC_PER_SEC / 1000)
/* Never reached, but armed, so that the kernel tells of clock changes. */
#define FAR_FUTURE (G_GINT64_CONSTANT (4102444800) * G_USEC_PER_SEC)

typedef struct {
  GSource source;
  int fd;
  gpointer tag;
} WallTimer;

/* Takes what the kernel has to say, however often it was said. */
static gboolean
read_expiry (int fd, UkWake *reason)
{
  gboolean any = FALSE;
  guint64 count;

  *reason = UK_WAKE_DUE;
  for (;;) {
    ssize_t n = read (fd, &count, sizeof count);

    if (n == sizeof count) {
      any = TRUE;
      break;
    }
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && errno == ECANCELED) {
      *reason = UK_WAKE_CLOCK_SET;
      any = TRUE;
    }
    break;
  }
  return any;
}

static gboolean
check (GSource *source)
{
  return g_source_query_unix_fd (source, ((WallTimer *)source)->tag) != 0;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  UkWallTimerFunc func = (UkWallTimerFunc)(void (*) (void))callback;
  UkWake reason;

  if (!read_expiry (((WallTimer *)source)->fd, &reason) || func == NULL)
    return G_SOURCE_CONTINUE;
  return func (reason, user_data);
}

static void
finalize (GSource *source)
{
  close (((WallTimer *)source)->fd);
}

static GSourceFuncs funcs = {
  .check = check,
  .dispatch = dispatch,
  .finalize = finalize,
};

/**
 * uk_wall_timer_new:
 * @error: why the kernel gave no timer
 *
 * Makes a source on the wall clock, which also wakes when that clock is set and after sleep.  Its
 * callback is a #UkWallTimerFunc.
 *
 * Returns: (transfer full) (nullable): an unarmed timer
 */
GSource *
uk_wall_timer_new (GError **error)
{
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  WallTimer *self;

  if (fd < 0) {
    int code = errno;

    g_set_error (error, G_IO_ERROR, (gint)g_io_error_from_errno (code), "timerfd_create: %s",
                 g_strerror (code));
    return NULL;
  }
  self = (WallTimer *)g_source_new (&funcs, sizeof (WallTimer));
  self->fd = fd;
  self->tag = g_source_add_unix_fd (&self->source, fd, G_IO_IN);
  g_source_set_static_name (&self->source, "wall timer");
  return &self->source;
}

/**
 * uk_wall_timer_set_callback:
 * @func: what to call
 */
void
uk_wall_timer_set_callback (GSource *source,
                            UkWallTimerFunc func,
                            gpointer user_data,
                            GDestroyNotify destroy)
{
  g_return_if_fail (source != NULL);

  g_source_set_callback (source, (GSourceFunc)(void (*) (void))func, user_data, destroy);
}

static void
set_time (WallTimer *self, gint64 instant)
{
  struct itimerspec spec = {
    .it_value = {
      .tv_sec = instant / G_USEC_PER_SEC,
      .tv_nsec = instant % G_USEC_PER_SEC * 1000,
    },
  };

  if (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) < 0
      && errno != ECANCELED)
    g_critical ("timerfd_settime: %s", g_strerror (errno));
}

/**
 * uk_wall_timer_arm:
 * @instant: microseconds since 1970-01-01, UTC; %UK_NEVER to hear of clock changes only
 *
 * Arms @source for @instant, at once if that is past, and for six hours from now if it is further
 * away.
 */
void
uk_wall_timer_arm (GSource *source, gint64 instant)
{
  guint tries;

  g_return_if_fail (source != NULL);

  /* A clock set between reading it and arming would pass unnoticed: look again. */
  for (tries = 0; tries < 3; tries++) {
    gint64 now = g_get_real_time ();

    if (instant == UK_NEVER)
      set_time ((WallTimer *)source, FAR_FUTURE);
    else
      set_time ((WallTimer *)source, CLAMP (instant, now + SHORTEST_SLEEP, now + LONGEST_SLEEP));
    if (ABS (g_get_real_time () - now) < G_USEC_PER_SEC)
      break;
  }
}
