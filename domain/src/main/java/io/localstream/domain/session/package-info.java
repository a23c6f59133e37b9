/**
 * The authenticated relation with one peer over a connection. Enter at {@link
 * io.localstream.domain.session.Session}; any module may use it.
 */
@NullMarked
package io.localstream.domain.session;

import org.jspecify.annotations.NullMarked;
