package io.localstream.application.conversation;

import io.localstream.domain.transfer.LaneWish;

/**
 * How a person wants to receive.
 *
 * @param lanes a limit
 * @param verify whether digests are to be compared, whatever the sender wants
 * @param leftOut how many entries the person does without
 */
public record ReceivingWish(LaneWish lanes, boolean verify, int leftOut) {}
