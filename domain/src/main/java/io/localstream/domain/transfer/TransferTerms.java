package io.localstream.domain.transfer;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.transfer.Destination.ExistingFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a person had asked for of a transfer, beside its places and the other side. */
public sealed interface TransferTerms {
  /** Which side asked for it. */
  Transfer.Direction direction();

  /** Where this side listened; empty where it dialled, or where that is not known. */
  Optional<Endpoint> listening();

  /**
   * Of the sender.
   *
   * @param selection what of the folders is sent
   * @param verify whether everything is compared at the end
   */
  record Sending(
      Selection selection, ChunkSize chunkSize, boolean verify, Optional<Endpoint> listening)
      implements TransferTerms {
    public Sending {
      Objects.requireNonNull(selection);
      Objects.requireNonNull(chunkSize);
      Objects.requireNonNull(listening);
    }

    @Override
    public Transfer.Direction direction() {
      return Transfer.Direction.SENDING;
    }
  }

  /**
   * Of the receiver.
   *
   * @param ifExists what becomes of what exists already
   * @param only as in {@link Picking}
   * @param excludes as in {@link Picking}
   * @param verify whether everything is compared at the end
   * @param names what becomes of names that need care
   */
  record Receiving(
      ExistingFile ifExists,
      List<String> only,
      List<String> excludes,
      boolean verify,
      Optional<Endpoint> listening,
      NamePolicy names)
      implements TransferTerms {
    public Receiving {
      Objects.requireNonNull(ifExists);
      Objects.requireNonNull(names);
      Objects.requireNonNull(listening);
      only = List.copyOf(only);
      excludes = List.copyOf(excludes);
    }

    /** With no care but the usual one about names. */
    public Receiving(
        ExistingFile ifExists,
        List<String> only,
        List<String> excludes,
        boolean verify,
        Optional<Endpoint> listening) {
      this(ifExists, only, excludes, verify, listening, NamePolicy.CAREFUL);
    }

    @Override
    public Transfer.Direction direction() {
      return Transfer.Direction.RECEIVING;
    }
  }
}
