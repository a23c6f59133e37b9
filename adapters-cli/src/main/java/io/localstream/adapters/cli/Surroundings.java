package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;

/**
 * What commands work with.
 *
 * @param slot the device; opened when it is needed first
 * @param person answers questions
 * @param follower follows transfers to their end
 * @param offers knows whether offers are to be announced
 */
record Surroundings(
    DeviceSlot slot,
    Screen screen,
    Person person,
    TransferFollower follower,
    WaitingOffers offers) {
  RunningDevice device() {
    return slot.get();
  }
}
