package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;

/**
 * Shows and changes who is trusted. A device is named by its name here, its identifier or the
 * beginning of its identifier (at least four digits); every method with such a name throws {@code
 * NO_SUCH_DEVICE} where that is nobody, or more than one.
 */
public interface ReviewTrust {
  /** All pinned devices, revoked ones too, in the order in which they were first pinned. */
  List<PinnedDevice> list();

  PinnedDevice show(String device);

  /** Forgets a device, as if it had never been met; its open sessions end. */
  PinnedDevice forget(String device);

  /** Refuses a device from now on, without a question; its open sessions end. */
  PinnedDevice revoke(String device);

  /**
   * Gives a device another name here, which is shown in the place of its own.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code INVALID_ARGUMENT}: another
   *     device goes by that name
   */
  PinnedDevice rename(String device, DeviceName name);

  /**
   * Accepts another key in the place of the pinned one, once the device shows it; until then the
   * pinned one stays. A revoked device is trusted again only after it was forgotten.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code REVOKED}
   */
  PinnedDevice replace(String device, Fingerprint key);

  /**
   * From now on a device that is met first is not pinned: once a person or a code has vouched for
   * it, it is trusted as long as this device runs. Those that are pinned stay so.
   */
  void pinNothing();
}
