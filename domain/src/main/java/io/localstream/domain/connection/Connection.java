package io.localstream.domain.connection;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.SessionId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A port that is listened on, with its limit of simultaneous peers, or an outgoing link, whose
 * limit is one. Immutable: admitting or losing a peer gives a new instance.
 *
 * @param endpoints where it is listened, or what was dialled: one or more, all with the same port
 */
public record Connection(
    List<Endpoint> endpoints, Side side, PeerLimit limit, List<SessionId> peers) {
  public Connection {
    Objects.requireNonNull(side);
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty() || endpoints.stream().mapToInt(Endpoint::port).distinct().count() > 1) {
      throw new IllegalArgumentException("a connection has one port, at one address or more");
    }
    Objects.requireNonNull(limit);
    peers = List.copyOf(peers);
    if (peers.size() > limit.peers()) {
      throw new IllegalStateException("more peers than the limit of " + limit.peers());
    }
    if (Set.copyOf(peers).size() < peers.size()) {
      throw new IllegalStateException("a peer can't be there twice");
    }
  }

  public static Connection listening(Endpoint endpoint, PeerLimit limit) {
    return listening(List.of(endpoint), limit);
  }

  /** Listens at several addresses, on one port. */
  public static Connection listening(List<Endpoint> endpoints, PeerLimit limit) {
    return new Connection(endpoints, Side.LISTENING, limit, List.of());
  }

  public static Connection dialled(Endpoint endpoint) {
    return new Connection(List.of(endpoint), Side.DIALLED, new PeerLimit(1), List.of());
  }

  /** The first of its endpoints, by which it is told from others. */
  public Endpoint endpoint() {
    return endpoints.getFirst();
  }

  public boolean isFull() {
    return peers.size() >= limit.peers();
  }

  /** Whether at least one peer is connected. */
  public boolean isActive() {
    return !peers.isEmpty();
  }

  /**
   * The connection with one more peer.
   *
   * @throws IllegalStateException when the limit is reached, ask {@link #isFull()} first; or when
   *     the peer is there already
   */
  public Connection admit(SessionId session) {
    return new Connection(
        endpoints, side, limit, Stream.concat(peers.stream(), Stream.of(session)).toList());
  }

  /** The connection without that peer; the same one where it was not there. */
  public Connection release(SessionId session) {
    return new Connection(
        endpoints, side, limit, peers.stream().filter(peer -> !peer.equals(session)).toList());
  }
}
