package io.localstream.adapters.cli;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.Question;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import io.localstream.domain.transfer.Cautions;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.trust.TrustDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Values that many tests need. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  public static final Fingerprint OWN = new Fingerprint("0123456789abcdef".repeat(4));
  public static final Fingerprint OTHER = new Fingerprint("fedcba9876543210".repeat(4));
  private static final PublicKey KEY = new PublicKey(new byte[] {1});

  private Samples() {}

  /** A person who is never there. */
  static Contacts contacts() {
    return new Contacts(
        new ScriptedApprovalPrompt(), new ScriptedPassphraseSource(), _ -> {}, _ -> {});
  }

  public static LocalIdentity self() {
    return new LocalIdentity(new DeviceId(new UUID(0, 1)), KEY, OWN, KEY);
  }

  public static PresentedDevice device(String name) {
    return new PresentedDevice(
        new PeerCredentials(new DeviceId(new UUID(0, 2 + name.hashCode())), KEY, OTHER),
        new DeviceName(name),
        KEY,
        Optional.empty());
  }

  public static Session session(String name, Endpoint connection, Side side) {
    return new Session(
        new SessionId(UUID.randomUUID()),
        device(name),
        connection,
        side,
        side == Side.DIALLED ? connection : Endpoint.of("192.168.1.9", 50_123),
        NOW,
        Optional.empty(),
        true,
        Optional.empty(),
        List.of());
  }

  public static Transfer transfer(
      String file, long bytes, Transfer.Direction direction, String peer) {
    return transfer(
        new Manifest(List.of(new ManifestEntry.File(new RelativePath(file), bytes, NOW, 0644))),
        direction,
        peer);
  }

  /** An offer of that. */
  public static Transfer transfer(Manifest manifest, Transfer.Direction direction, String peer) {
    Offer offer =
        new Offer(
            new TransferId(UUID.randomUUID()),
            1,
            manifest,
            ChunkSize.DEFAULT,
            Optional.empty(),
            false,
            false);
    return Transfer.offered(offer, direction, device(peer).id(), new DeviceName(peer), NOW);
  }

  /** What would happen to an offer, of which the first entries exist already. */
  public static ReceptionPlan plan(Transfer offer, List<ReceptionPlan.Outcome> outcomes) {
    List<ManifestEntry> entries = offer.offer().manifest().entries();
    List<ReceptionPlan.Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      conflicts.add(
          new ReceptionPlan.Conflict(
              entries.get(i),
              new FileReference("/in/" + entries.get(i).path().value()),
              new ReceptionPlan.Existing(ReceptionPlan.Kind.FILE, 1_000, NOW.minusSeconds(60)),
              outcomes.get(i)));
    }
    return new ReceptionPlan(
        "/in",
        ReceptionPlan.Amount.of(entries),
        0,
        conflicts,
        List.of(),
        0,
        offer.totalBytes(),
        1_000_000_000,
        Cautions.NONE);
  }

  public static Question.TrustDevice trust(String name) {
    return trust(name, "192.168.1.9:50123", false);
  }

  public static Question.TrustDevice trust(String name, String remote, boolean nameIsKnown) {
    return new Question.TrustDevice(
        self(), new TrustDecision.FirstContact(device(name), nameIsKnown), remote);
  }
}
