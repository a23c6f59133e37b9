package io.localstream.bootstrap.endtoend;

import java.nio.ByteBuffer;

/** The pieces that the protocol is made of, as they stand on the wire, and where each ends. */
enum Unit {
  /** A TLS record: a header of 5 bytes, the last two of which hold the length of the rest. */
  RECORD {
    @Override
    int bytes(ByteBuffer begun) {
      return begun.remaining() < 5 ? 0 : 5 + Short.toUnsignedInt(begun.getShort(3));
    }
  },
  /** What a lane begins with, on its way to the listener. */
  GREETING {
    @Override
    int bytes(ByteBuffer begun) {
      return 34;
    }
  },
  /** A chunk: a header of 16 bytes, of which those from the fifth on hold the length, and a tag. */
  CHUNK {
    @Override
    int bytes(ByteBuffer begun) {
      return begun.remaining() < 16 ? 0 : 16 + begun.getInt(4) + 16;
    }
  };

  /** How long a piece is that begins like this; 0 where too little of it is there to tell. */
  abstract int bytes(ByteBuffer begun);

  /** What the piece of that number, counted from 0, of a stream is. */
  static Unit of(TcpProxy.Stream stream, int number) {
    if (stream.connection() == 0) {
      return RECORD;
    }
    boolean greets = stream.direction() == TcpProxy.Direction.TO_LISTENER && number == 0;
    return greets ? GREETING : CHUNK;
  }
}
