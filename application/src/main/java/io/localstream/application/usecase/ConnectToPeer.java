package io.localstream.application.usecase;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.session.Session;

/** Dials a device that listens. */
public interface ConnectToPeer {
  /**
   * Connects and returns once both sides trust each other. A first contact asks this side's person
   * meanwhile, and the other's.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code UNREACHABLE}, {@code
   *     TIMED_OUT}, {@code NOT_TRUSTED} (this side said no), {@code DECLINED} (the other did),
   *     {@code KEY_CHANGED}, {@code REVOKED}, {@code LIMIT_REACHED}, {@code OWN_DEVICE}, {@code
   *     CONNECTION_EXISTS} (connected there already) and others
   * @throws InterruptedException when the caller gives up; the attempt is taken back
   */
  Session connect(Endpoint remote) throws InterruptedException;
}
