package io.localstream.domain.transfer;

/**
 * What stands before every sealed chunk on a lane, authenticated with it.
 *
 * @param index position in the transfer, from 0
 * @param plainBytes length of the chunk before sealing
 * @param last whether it is the last of the transfer
 */
public record ChunkHeader(long index, int plainBytes, boolean last) {
  public ChunkHeader {
    if (index < 0) {
      throw new IllegalArgumentException("a chunk's index can't be negative");
    }
    if (plainBytes < 0 || plainBytes > ChunkSize.MAX_BYTES) {
      throw new IllegalArgumentException("a chunk has 0 to " + ChunkSize.MAX_BYTES + " bytes");
    }
  }
}
