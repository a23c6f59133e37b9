package io.localstream.bootstrap.bench;

import java.util.List;

/**
 * The network between two machines.
 *
 * @param sender what enters the sender's machine
 * @param receiver what enters the receiver's machine
 * @param host the sender's address
 */
record Wire(List<String> sender, List<String> receiver, String host) {

  /** One machine, by its loopback interface. */
  static Wire loopback() {
    return new Wire(List.of(), List.of(), "127.0.0.1");
  }
}
