package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.WaitTime;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneCount;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of arguments. */
final class Converters {
  private Converters() {}

  static void register(CommandLine line) {
    line.registerConverter(Duration.class, reading(WaitTime::parse));
    line.registerConverter(ChunkSize.class, reading(ChunkSize::parse));
    line.registerConverter(LaneCount.class, reading(LaneCount::parse));
    line.registerConverter(Endpoint.class, reading(Endpoint::parse));
    line.registerConverter(FileReference.class, reading(FileReference::new));
    line.registerConverter(DeviceName.class, reading(DeviceName::new));
    line.registerConverter(Target.class, reading(Target::parse));
    line.registerConverter(HostAddress.class, reading(Converters::host));
    line.registerConverter(PeerLimit.class, reading(Converters::limit));
    line.registerConverter(Path.class, reading(Converters::path));
  }

  private static <T> ITypeConverter<T> reading(Function<String, T> parser) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }

  /** An IPv6 address may stand in brackets, as it does in front of a port. */
  static HostAddress host(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    return new HostAddress(bracketed ? text.substring(1, text.length() - 1) : text);
  }

  private static PeerLimit limit(String text) {
    try {
      return new PeerLimit(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the limit of connections is a number from 1 to " + PeerLimit.MAX, e);
    }
  }

  /** An empty one would be the current folder, which is never meant by an unset variable. */
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a path can't be empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("this is not a path", e);
    }
  }

  /** A port, as {@link Endpoint#parsePort} reads it. */
  static final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        return Endpoint.parsePort(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
