/**
 * The outbound ports: everything that the domain and the application ask of the world. Adapters
 * implement them, fakes stand in for them, and one abstract contract test each says what they
 * promise.
 */
@NullMarked
package io.localstream.domain.port;

import org.jspecify.annotations.NullMarked;
