/**
 * The comparison of LocalStream with what else copies files: whole processes, round by round in
 * turn, and the pages and charts that are made of it. Enter at {@link
 * io.localstream.bootstrap.bench.Comparison}; {@code bootstrap/bench/run} starts it. Nothing here
 * runs in the build but the tests of its own arithmetic.
 */
@NullMarked
package io.localstream.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
