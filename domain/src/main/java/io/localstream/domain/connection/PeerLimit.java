package io.localstream.domain.connection;

/** How many peers may be connected to one listening endpoint at the same time: 1 to 1,000. */
public record PeerLimit(int peers) {
  public static final int MAX = 1_000;

  public PeerLimit {
    if (peers < 1 || peers > MAX) {
      throw new IllegalArgumentException("the limit of connections is a number from 1 to " + MAX);
    }
  }
}
