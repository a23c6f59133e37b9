/**
 * The network: TCP links and their greeting, control messages as JSON, chunk headers on lanes,
 * announcements by multicast DNS, and what the system knows of its neighbours and packet filters.
 * The wire is described in PROTOCOL.md of this module. Enter at {@link
 * io.localstream.adapters.socket.TcpTransport}; only the bootstrap may depend on this package.
 */
@NullMarked
package io.localstream.adapters.socket;

import org.jspecify.annotations.NullMarked;
