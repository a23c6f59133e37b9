package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Lookout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What others say at one site. Everybody can say anything, so little is kept: so many instances, so
 * many addresses of each, and a share of both for each address that says it. Devices that are
 * waited for have room of their own. Thread-safe.
 */
final class HeardServices {
  static final int MAX_ADDRESSES = 8;

  /** So many instances are kept of what one address says. */
  static final int SHARE = 16;

  /** So many of what one address says of one device that is waited for. */
  static final int SHARE_OF_DEVICE = 4;

  /** So many instances of one device that is waited for. */
  static final int MAX_OF_DEVICE = 32;

  private final SitePlace place;
  private final Predicate<String> own;
  private final Predicate<DeviceId> expected;
  private final Map<String, Heard> instances = new LinkedHashMap<>();
  private long heardLast;

  /**
   * @param source the address that says it
   * @param all one for each address at which the device is said to be, at least one
   */
  private record Heard(InetAddress source, List<Announcement> all, long at) {
    DeviceId device() {
      return all.getFirst().id();
    }
  }

  /**
   * @param own whether that is the name of an instance that is announced here
   * @param expected whether that device is waited for
   */
  HeardServices(SitePlace place, Predicate<String> own, Predicate<DeviceId> expected) {
    this.place = place;
    this.own = own;
    this.expected = expected;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Whether more about that instance is worth asking for. */
  synchronized boolean lacks(String name) {
    return !own.test(name) && !instances.containsKey(key(name));
  }

  /**
   * What is said of it now. Where there is no room for it, it takes the place of what the same
   * address, or the one that says most, has not said again for the longest time.
   */
  synchronized void take(
      String name, InetAddress source, int port, byte[] text, InetAddress... told) {
    if (own.test(name)) {
      return;
    }
    List<Announcement> all = port < 1 ? List.of() : announcements(port, text, told);
    if (all.isEmpty()) {
      instances.remove(key(name));
      return;
    }
    Heard heard = new Heard(source, all, ++heardLast);
    instances.put(key(name), heard);
    makeRoom(heard);
  }

  private List<Announcement> announcements(int port, byte[] text, InetAddress... told) {
    return Stream.of(told)
        .filter(HeardServices::canBeSomebodyElse)
        .sorted(Comparator.comparing(address -> address instanceof Inet6Address))
        .limit(MAX_ADDRESSES)
        .map(address -> new Endpoint(place.host(address), port))
        .map(endpoint -> AnnouncementText.read(text, endpoint))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Nobody may make this device call itself, or everybody. */
  private static boolean canBeSomebodyElse(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress();
  }

  private void makeRoom(Heard added) {
    boolean known = expected.test(added.device());
    Predicate<Heard> sameRoom =
        known
            ? other -> other.device().equals(added.device())
            : other -> !expected.test(other.device());
    List<Heard> room = instances.values().stream().filter(sameRoom).toList();
    List<Heard> share = room.stream().filter(each -> each.source().equals(added.source())).toList();
    if (share.size() > (known ? SHARE_OF_DEVICE : SHARE)) {
      removeEldest(share);
    } else if (room.size() > (known ? MAX_OF_DEVICE : Lookout.MAX_HEARD)) {
      removeEldest(largestShare(room));
    }
  }

  private static Collection<Heard> largestShare(List<Heard> room) {
    int largest = bySource(room).values().stream().mapToInt(List::size).max().orElse(0);
    return bySource(room).values().stream()
        .filter(share -> share.size() == largest)
        .flatMap(List::stream)
        .toList();
  }

  private static Map<InetAddress, List<Heard>> bySource(List<Heard> some) {
    return some.stream()
        .collect(Collectors.groupingBy(Heard::source, LinkedHashMap::new, Collectors.toList()));
  }

  private void removeEldest(Collection<Heard> some) {
    some.stream()
        .min(Comparator.comparingLong(Heard::at))
        .ifPresent(eldest -> instances.values().removeIf(each -> each.at() == eldest.at()));
  }

  synchronized void drop(String name) {
    instances.remove(key(name));
  }

  /**
   * What makes sense of it: devices that are waited for first, and the addresses that say it in
   * turns, in the order in which they were first heard. So those who look through it from its
   * beginning do not look long at what one address says.
   */
  synchronized List<Announcement> announcements() {
    Predicate<Heard> known = each -> expected.test(each.device());
    return Stream.of(known, known.negate())
        .map(which -> instances.values().stream().filter(which).toList())
        .flatMap(some -> inTurns(some).stream())
        .toList();
  }

  private static List<Announcement> inTurns(List<Heard> some) {
    return Turns.of(
        bySource(some).values().stream()
            .map(share -> Turns.of(share.stream().map(Heard::all).toList()))
            .toList());
  }
}
