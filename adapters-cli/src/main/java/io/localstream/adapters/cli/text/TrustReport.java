package io.localstream.adapters.cli.text;

import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.trust.PinnedDevice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The answers to {@code trust list} and {@code trust show}. */
public final class TrustReport {
  private final ZoneId zone;

  public TrustReport(ZoneId zone) {
    this.zone = zone;
  }

  /** One row for each device. */
  public List<String> list(List<PinnedDevice> devices) {
    if (devices.isEmpty()) {
      return List.of("no device is known yet; pair makes one known");
    }
    Table table = new Table("NAME", "ID", "FINGERPRINT", "SINCE", "TRUST");
    for (PinnedDevice device : devices) {
      table.row(
          device.name().display(),
          RowText.brief(device.device().id().value()),
          device.device().fingerprint().brief(),
          RowText.text(device.pinnedAt(), zone),
          standing(device));
    }
    return table.lines();
  }

  /** Everything that is known of one, with this device's own fingerprint to compare. */
  public List<String> show(PinnedDevice device, LocalIdentity own) {
    List<String> lines = new ArrayList<>();
    lines.add("device " + device.name().display() + ", id " + device.device().id());
    device.newName().ifPresent(name -> lines.add("  calls itself:      " + name.display()));
    device
        .alias()
        .ifPresent(_ -> lines.add("  called at first:   " + device.device().name().display()));
    device
        .successor()
        .ifPresent(key -> lines.addAll(FingerprintText.lines("  accepted next:", key)));
    lines.add("  known since:       " + RowText.text(device.pinnedAt(), zone));
    device
        .device()
        .mac()
        .map(MacAddress::value)
        .ifPresent(mac -> lines.add("  MAC address:       " + mac + " (a hint, proves nothing)"));
    lines.add("  trust:             " + standing(device));
    lines.add("Compare by voice: trust show tells the same lines on both devices.");
    lines.addAll(FingerprintText.pair(own.fingerprint(), device.device().fingerprint()));
    return lines;
  }

  private static String standing(PinnedDevice device) {
    if (device.revoked()) {
      return "revoked";
    }
    if (device.newName().isPresent()) {
      return "trusted, calls itself " + device.newName().get().display();
    }
    return device.successor().isPresent() ? "trusted, another key is accepted" : "trusted";
  }
}
