package io.localstream.domain.port.fake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the bytes of one link in memory on their way. Describe it, hand it out in {@link
 * InMemoryTransport#interfere}, and ask it afterwards. Bytes are counted from 0 in each direction;
 * a greeting is not among them. Safe for several threads.
 */
public final class Interference {
  /** Which way bytes go. */
  public enum Direction {
    FROM_DIALLER,
    TO_DIALLER
  }

  private static final long NEVER = Long.MAX_VALUE;

  private final Map<Direction, Course> courses = new EnumMap<>(Direction.class);
  private boolean recording;
  private boolean severed;
  private @Nullable InMemoryWire wire;

  private Interference() {
    for (Direction direction : Direction.values()) {
      courses.put(direction, new Course());
    }
  }

  /** Leaves everything as it is. */
  public static Interference none() {
    return new Interference();
  }

  /** Breaks the link, both ways, as soon as that many bytes have gone that way; these arrive. */
  public synchronized Interference severAfter(Direction direction, long bytes) {
    course(direction).severAfter = bytes;
    return this;
  }

  /** Inverts the lowest bit of one byte. */
  public synchronized Interference flipBitOf(Direction direction, long byteIndex) {
    course(direction).flipAt = byteIndex;
    return this;
  }

  /** Keeps a copy of all bytes, as they were sent. */
  public synchronized Interference record() {
    recording = true;
    return this;
  }

  /** What was sent in that direction since {@link #record()}. */
  public synchronized byte[] recorded(Direction direction) {
    return course(direction).recorded.toByteArray();
  }

  /** How many bytes were sent in that direction and not held back. */
  public synchronized long passed(Direction direction) {
    return course(direction).passed;
  }

  /** Breaks the link now; what is on its way still arrives. */
  public void sever() {
    InMemoryWire attached;
    synchronized (this) {
      severed = true;
      attached = wire;
    }
    // Outside the monitor: the wire calls this object while it holds its own lock.
    if (attached != null) {
      attached.sever();
    }
  }

  synchronized void attach(InMemoryWire to) {
    if (wire != null) {
      throw new IllegalStateException("every link needs an Interference of its own");
    }
    wire = to;
  }

  synchronized boolean isSevered() {
    return severed;
  }

  /** What arrives of these bytes; the link is to be severed after it when {@link #isSevered()}. */
  synchronized byte[] pass(Direction direction, byte[] sent) {
    Course course = course(direction);
    if (recording) {
      course.recorded.writeBytes(sent);
    }
    int length = (int) Math.min(sent.length, course.severAfter - course.passed);
    byte[] arriving = Arrays.copyOf(sent, length);
    long flip = course.flipAt - course.passed;
    if (flip >= 0 && flip < length) {
      arriving[(int) flip] ^= 1;
    }
    course.passed += length;
    severed |= course.passed >= course.severAfter;
    return arriving;
  }

  private Course course(Direction direction) {
    return Objects.requireNonNull(courses.get(direction));
  }

  private static final class Course {
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    private long severAfter = NEVER;
    private long flipAt = NEVER;
    private long passed;
  }
}
