/**
 * Listening endpoints with their limit of peers, and outgoing links. Enter at {@link
 * io.localstream.domain.connection.Connection}; any module may use it.
 */
@NullMarked
package io.localstream.domain.connection;

import org.jspecify.annotations.NullMarked;
