/* A long line between two network namespaces: every packet arrives so much later, and some never. In
 * user space, through two TUN devices, because not every kernel has netem. Both directions are alike,
 * and lose packets by a pseudo-random number of a fixed seed.
 *
 *   longline NAMESPACE NAMESPACE DEVICE DELAY_MICROSECONDS LOSSES_PER_MILLION
 *
 * Makes the DEVICE in both namespaces, says "ready", and carries packets until it is killed. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { PACKET = 2048, WAITING = 65536 };

struct packet {
  int64_t due;
  ssize_t length;
  char bytes[PACKET];
};

struct direction {
  int from, to;
  uint64_t random;
  size_t first, count;
  struct packet *queue;
};

static int64_t delay, losses;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int device(const char *namespace, const char *name) {
  char path[256];
  snprintf(path, sizeof path, "/run/netns/%s", namespace);
  int space = open(path, O_RDONLY);
  if (space < 0 || setns(space, CLONE_NEWNET) < 0) fail(path);
  close(space);
  int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  if (tun < 0) fail("/dev/net/tun");
  struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
  snprintf(request.ifr_name, IFNAMSIZ, "%s", name);
  if (ioctl(tun, TUNSETIFF, &request) < 0) fail("TUNSETIFF");
  return tun;
}

static int is_lost(struct direction *d) { /* xorshift64 */
  d->random ^= d->random << 13;
  d->random ^= d->random >> 7;
  d->random ^= d->random << 17;
  return (int64_t)(d->random % 1000000) < losses;
}

static void take(struct direction *d) {
  while (d->count < WAITING) {
    struct packet *p = &d->queue[(d->first + d->count) % WAITING];
    p->length = read(d->from, p->bytes, PACKET);
    if (p->length <= 0) return;
    if (is_lost(d)) continue;
    p->due = now() + delay;
    d->count++;
  }
}

static int64_t give(struct direction *d) { /* returns when the next is due */
  while (d->count > 0) {
    struct packet *p = &d->queue[d->first];
    if (p->due > now()) return p->due;
    if (write(d->to, p->bytes, (size_t)p->length) < 0 && errno == EAGAIN) return now() + 100000;
    d->first = (d->first + 1) % WAITING;
    d->count--;
  }
  return INT64_MAX;
}

int main(int argc, char **argv) {
  if (argc != 6) {
    fprintf(stderr, "usage: longline NAMESPACE NAMESPACE DEVICE DELAY_MICROSECONDS LOSSES_PER_MILLION\n");
    return 2;
  }
  delay = atoll(argv[4]) * 1000;
  losses = atoll(argv[5]);
  int here = device(argv[1], argv[3]), there = device(argv[2], argv[3]);
  struct direction ways[2] = {{.from = here, .to = there, .random = 88172645463325252ULL},
                              {.from = there, .to = here, .random = 362436069362436069ULL}};
  for (int i = 0; i < 2; i++) {
    ways[i].queue = malloc(sizeof(struct packet) * WAITING);
    if (ways[i].queue == NULL) fail("malloc");
  }
  puts("ready");
  fflush(stdout);
  for (;;) {
    int64_t due = INT64_MAX;
    for (int i = 0; i < 2; i++) {
      int64_t next = give(&ways[i]);
      due = next < due ? next : due;
    }
    int64_t wait = due == INT64_MAX ? 1000000000LL : due - now();
    struct timespec limit = {.tv_sec = 0, .tv_nsec = wait < 0 ? 0 : wait > 999999999 ? 999999999 : wait};
    struct pollfd ends[2] = {{.fd = here, .events = POLLIN}, {.fd = there, .events = POLLIN}};
    if (ppoll(ends, 2, &limit, NULL) < 0) fail("ppoll");
    for (int i = 0; i < 2; i++) {
      if (ends[i].revents & POLLIN) take(&ways[i]);
    }
  }
}
