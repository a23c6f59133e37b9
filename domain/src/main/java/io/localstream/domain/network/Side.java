package io.localstream.domain.network;

/** Who opened a connection; either side may send and receive once connected. */
public enum Side {
  /** This device listens on the endpoint. */
  LISTENING,
  /** This device dialled the endpoint. */
  DIALLED
}
