/**
 * What a device remembers, below one folder that only its owner can look into: JSON documents and
 * secrets. Enter at {@link io.localstream.adapters.persistence.LocalStreamHome}; only the bootstrap
 * may depend on it. The formats are described in FORMATS.md.
 */
@NullMarked
package io.localstream.adapters.persistence;

import org.jspecify.annotations.NullMarked;
