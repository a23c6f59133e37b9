package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.Optional;

/** Follows the statements of a device that has replaced its keys. Thread-safe. */
public final class SuccessionCheck {
  private final IdentityVault vault;

  public SuccessionCheck(IdentityVault vault) {
    this.vault = vault;
  }

  /** Whether signed statements lead from the pinned key to the keys that are presented now. */
  boolean leads(PinnedDevice pinned, PresentedDevice peer, List<Succession> statements) {
    PublicKey key = pinned.device().credentials().signingKey();
    PublicKey target = peer.credentials().signingKey();
    for (int step = 0; step < Succession.MAX_TOLD; step++) {
      Optional<Succession> next = from(key, peer, statements);
      if (next.isEmpty()) {
        return false;
      }
      key = next.get().signingKey();
      if (key.equals(target)) {
        return next.get().wrappingKey().equals(peer.wrappingKey());
      }
    }
    return false;
  }

  private Optional<Succession> from(
      PublicKey key, PresentedDevice peer, List<Succession> statements) {
    return statements.stream()
        .filter(statement -> statement.id().equals(peer.id()))
        .filter(statement -> statement.formerKey().equals(key))
        .filter(this::isSigned)
        .findFirst();
  }

  private boolean isSigned(Succession statement) {
    try {
      vault.verify(statement);
      return true;
    } catch (LocalStreamException e) {
      return false;
    }
  }
}
