/**
 * What one chunk costs at the innermost: sealing, opening, framing. {@code bootstrap/bench/jmh}
 * runs them; the build only compiles them.
 */
@NullMarked
package io.localstream.bootstrap.bench.micro;

import org.jspecify.annotations.NullMarked;
