/**
 * The program as a person runs it: real processes of the packaged distribution, with homes of their
 * own, over real sockets. Enter at {@link io.localstream.bootstrap.endtoend.TestDevice}. What ends
 * in {@code IT} runs in the build after packaging; what takes longer is started from {@code
 * bootstrap/soak}.
 */
@NullMarked
package io.localstream.bootstrap.endtoend;

import org.jspecify.annotations.NullMarked;
