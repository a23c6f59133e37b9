package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import java.io.InputStream;

/**
 * What commands work with.
 *
 * @param slot the device; opened when it is needed first
 * @param person answers questions
 * @param follower follows transfers to their end
 * @param offers knows whether offers are to be announced
 * @param standardInput for commands that read data from it
 */
record Surroundings(
    DeviceSlot slot,
    Screen screen,
    Person person,
    TransferFollower follower,
    WaitingOffers offers,
    InputStream standardInput) {
  RunningDevice device() {
    return slot.get();
  }
}
