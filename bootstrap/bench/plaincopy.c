/* The least that a copy over a network can be: read() and write() of 256 KiB over one TCP connection,
 * with no encryption, no check and no name. What LocalStream is measured against.
 *
 *   plaincopy receive PORT FILE     listens on 127.0.0.1, takes one connection, ends with it
 *   plaincopy send PORT FILE        connects, trying again for 10 seconds */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PIECE = 256 * 1024 };

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void copy(int from, int to) {
  static char piece[PIECE];
  for (;;) {
    ssize_t got = read(from, piece, PIECE);
    if (got < 0) fail("read");
    if (got == 0) return;
    for (ssize_t done = 0; done < got;) {
      ssize_t put = write(to, piece + done, (size_t)(got - done));
      if (put < 0) fail("write");
      done += put;
    }
  }
}

static struct sockaddr_in loopback(const char *port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(port))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

static int listener(const char *port) {
  struct sockaddr_in address = loopback(port);
  int on = 1, listening = socket(AF_INET, SOCK_STREAM, 0);
  if (listening < 0) fail("socket");
  setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listening, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (listen(listening, 1) < 0) fail("listen");
  int peer = accept(listening, NULL, NULL);
  if (peer < 0) fail("accept");
  return peer;
}

static int dial(const char *port) {
  struct sockaddr_in address = loopback(port);
  for (int attempt = 0; attempt < 10000; attempt++) {
    int peer = socket(AF_INET, SOCK_STREAM, 0);
    if (peer < 0) fail("socket");
    if (connect(peer, (struct sockaddr *)&address, sizeof address) == 0) return peer;
    close(peer);
    usleep(1000);
  }
  fail("connect");
  return -1;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: plaincopy receive|send PORT FILE\n");
    return 2;
  }
  if (strcmp(argv[1], "receive") == 0) {
    int file = open(argv[3], O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file < 0) fail(argv[3]);
    copy(listener(argv[2]), file);
    if (close(file) < 0) fail(argv[3]);
  } else {
    int file = open(argv[3], O_RDONLY);
    if (file < 0) fail(argv[3]);
    copy(file, dial(argv[2]));
  }
  return 0;
}
