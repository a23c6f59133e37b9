package io.localstream.adapters.socket;

import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Lookout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What others say at one site. Everybody can say anything, so little is kept: so many instances, so
 * many addresses of each. Thread-safe.
 */
final class HeardServices {
  static final int MAX_ADDRESSES = 8;

  private final SitePlace place;
  private final Predicate<String> own;
  private final Map<String, Heard> instances = new LinkedHashMap<>();

  private record Heard(int port, byte[] text, List<InetAddress> addresses) {}

  /**
   * @param own whether that is the name of an instance that is announced here
   */
  HeardServices(SitePlace place, Predicate<String> own) {
    this.place = place;
    this.own = own;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Whether more about that instance is worth asking for. */
  synchronized boolean lacks(String name) {
    return !own.test(name)
        && instances.size() < Lookout.MAX_HEARD
        && !instances.containsKey(key(name));
  }

  /** What is said of it now. */
  synchronized void take(String name, int port, byte[] text, InetAddress... told) {
    if (lacks(name) || instances.containsKey(key(name))) {
      List<InetAddress> addresses =
          Stream.of(told)
              .filter(HeardServices::canBeSomebodyElse)
              .sorted(Comparator.comparing(address -> address instanceof Inet6Address))
              .limit(MAX_ADDRESSES)
              .toList();
      instances.put(key(name), new Heard(port, text, addresses));
    }
  }

  /** Nobody may make this device call itself, or everybody. */
  private static boolean canBeSomebodyElse(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress();
  }

  synchronized void drop(String name) {
    instances.remove(key(name));
  }

  /** What makes sense of it, in the order in which it was first heard. */
  synchronized List<Announcement> announcements() {
    List<Announcement> all = new ArrayList<>();
    instances.values().forEach(each -> announcements(each).forEach(all::add));
    return all;
  }

  private Stream<Announcement> announcements(Heard heard) {
    if (heard.port() < 1) {
      return Stream.empty();
    }
    return heard.addresses().stream()
        .map(address -> new Endpoint(place.host(address), heard.port()))
        .map(endpoint -> AnnouncementText.read(heard.text(), endpoint))
        .flatMap(Optional::stream);
  }
}
