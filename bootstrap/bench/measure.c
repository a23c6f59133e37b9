/* Runs a command and writes what it cost: when it began and ended (CLOCK_MONOTONIC, ns), its and its
 * waited-for children's CPU time (us), the most memory that one of them held (KiB), its exit code.
 *
 *   measure REPORT COMMAND [ARGUMENT...]
 *
 * SIGTERM is passed on to the command, and SIGKILL ends it, too.
 *
 * A program of its own, and a small one, because Linux hands down the parent's peak memory to what it
 * starts: a JVM that starts a child directly would give it its own peak. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static volatile pid_t child;

static void pass_on(int signal) {
  if (child > 0) kill(child, signal);
}

static long long micros(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: measure REPORT COMMAND...\n");
    return 2;
  }
  struct sigaction passing = {.sa_handler = pass_on, .sa_flags = SA_RESTART};
  sigaction(SIGTERM, &passing, NULL);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  long long begin = now();
  child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) < 0) {
    perror("measure");
    return 1;
  }
  long long end = now();
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  FILE *report = fopen(argv[1], "w");
  if (report == NULL) {
    perror(argv[1]);
    return 1;
  }
  fprintf(report, "%lld %lld %lld %ld %d\n", begin, end, micros(used.ru_utime) + micros(used.ru_stime),
          used.ru_maxrss, code);
  return fclose(report) == 0 ? code : 1;
}
