/**
 * The files of this machine that are sent and received. Enter at {@link
 * io.localstream.adapters.persistence.files.DiskOutgoingFiles} and {@link
 * io.localstream.adapters.persistence.files.DiskIncomingFiles}; only the bootstrap may depend on
 * it. The life of a partial file is described in FORMATS.md.
 */
@NullMarked
package io.localstream.adapters.persistence.files;

import org.jspecify.annotations.NullMarked;
