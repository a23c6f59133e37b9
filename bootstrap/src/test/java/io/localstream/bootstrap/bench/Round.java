package io.localstream.bootstrap.bench;

import org.jspecify.annotations.Nullable;

/**
 * One turn of both sides, in the row's unit.
 *
 * @param theirs null where there is no other side
 */
record Round(double ours, @Nullable Double theirs, boolean oursFirst) {}
