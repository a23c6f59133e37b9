package io.localstream.application.conversation;

/**
 * What lanes are made of on this device.
 *
 * @param cores of its processor
 */
public record LaneMeans(LaneDesk desk, ContentBuffers buffers, int cores) {}
