/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded into a program by LD_PRELOAD: when SIGUSR1 arrives, its clocks are ahead by as many seconds
 * as the file UK_CLOCK_SHIFT says, first the wall clock's, then the monotonic clock's.  What waits
 * for a wall-clock time hears of that as the kernel tells that a clock was set. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static volatile time_t shift;
static volatile time_t monotonic_shift;
static volatile int timer = -1;
static volatile int cancelled;

static int (*real_clock_gettime) (clockid_t, struct timespec *);
static int (*real_timerfd_settime) (int, int, const struct itimerspec *, struct itimerspec *);
static ssize_t (*real_read) (int, void *, size_t);

static void
jump (int number)
{
  const struct itimerspec past = { .it_value = { .tv_sec = 1 } };
  const char *path = getenv ("UK_CLOCK_SHIFT");
  char text[64] = "", *rest;
  int fd = path == NULL ? -1 : open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (real_read (fd, text, sizeof text - 1) > 0) {
    shift = strtol (text, &rest, 10);
    monotonic_shift = strtol (rest, NULL, 10);
  }
  close (fd);
  cancelled = 1;
  if (timer >= 0)
    real_timerfd_settime (timer, TFD_TIMER_ABSTIME, &past, NULL);
}

__attribute__ ((constructor)) static void
set_up (void)
{
  const struct sigaction action = { .sa_handler = jump, .sa_flags = SA_RESTART };

  real_clock_gettime = dlsym (RTLD_NEXT, "clock_gettime");
  real_timerfd_settime = dlsym (RTLD_NEXT, "timerfd_settime");
  real_read = dlsym (RTLD_NEXT, "read");
  sigaction (SIGUSR1, &action, NULL);
}

int
clock_gettime (clockid_t clock, struct timespec *time)
{
  int result;

  if (real_clock_gettime == NULL)
    set_up ();
  result = real_clock_gettime (clock, time);
  if (clock == CLOCK_REALTIME)
    time->tv_sec += shift;
  else if (clock == CLOCK_MONOTONIC)
    time->tv_sec += monotonic_shift;
  return result;
}

int
gettimeofday (struct timeval *restrict time, void *restrict zone)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

int
timerfd_settime (int fd, int flags, const struct itimerspec *when, struct itimerspec *old)
{
  struct itimerspec moved = *when;

  if ((flags & TFD_TIMER_CANCEL_ON_SET) != 0) {
    timer = fd;
    if (moved.it_value.tv_sec > shift)
      moved.it_value.tv_sec -= shift;
  }
  return real_timerfd_settime (fd, flags, &moved, old);
}

ssize_t
read (int fd, void *buffer, size_t size)
{
  ssize_t result = real_read (fd, buffer, size);

  if (fd != timer || !cancelled)
    return result;
  cancelled = 0;
  errno = ECANCELED;
  return -1;
}
