/**
 * Whether a device is known, and what to think of the key that it shows. Enter at {@link
 * io.localstream.domain.trust.TrustPolicy}; any module may use it.
 */
@NullMarked
package io.localstream.domain.trust;

import org.jspecify.annotations.NullMarked;
