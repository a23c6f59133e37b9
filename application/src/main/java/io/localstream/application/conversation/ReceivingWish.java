package io.localstream.application.conversation;

import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.LaneWish;

/**
 * How a person wants to receive.
 *
 * @param lanes a limit
 * @param verify whether digests are to be compared, whatever the sender wants
 * @param leftOut the entries that the person does without
 */
public record ReceivingWish(LaneWish lanes, boolean verify, EntrySet leftOut) {}
