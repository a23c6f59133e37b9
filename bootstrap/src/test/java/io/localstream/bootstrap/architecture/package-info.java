/**
 * The rules of the house, as tests: which layer may know which, what the domain may use, what ports
 * and their contracts look like, and how code is written.
 *
 * <p>A rule is a {@link io.localstream.bootstrap.architecture.HouseRule} constant in a class named
 * {@code …Rules}; it is built for any root package, so that it can be shown to refuse something. To
 * add one: write the constant, then below {@code fixture}, in a package of the constant's name in
 * lower case without underscores, a small house that breaks it, and mark the types that break it
 * with {@code @Rejected}. {@code ArchitectureTest} and {@code RuleFixturesTest} find both by
 * themselves, and the latter fails where the fixture is missing or is not refused.
 *
 * <p>Enter at {@code ArchitectureTest}. Nobody depends on this package.
 */
@NullMarked
package io.localstream.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
