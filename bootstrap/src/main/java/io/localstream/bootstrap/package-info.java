/**
 * Puts LocalStream together: the bindings of adapters to ports, the program, and {@link
 * io.localstream.bootstrap.LocalStream}, the way in for those who embed it. Nothing depends on it.
 */
@NullMarked
package io.localstream.bootstrap;

import org.jspecify.annotations.NullMarked;
