package io.localstream.domain.network;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that a device listens at where none is asked for. */
public final class ListeningAddresses {
  /** More than a device on a local network has. */
  private static final int MOST = 16;

  /** RFC 1918, RFC 6598 and RFC 4193. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*"
              + "|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*|f[cd][0-9a-f]{2}:.*");

  /** RFC 3927 and RFC 4291, section 2.5.6. */
  private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254\\..*|fe[89ab][0-9a-f]:.*");

  private static final HostAddress LOOPBACK = new HostAddress("127.0.0.1");

  private ListeningAddresses() {}

  /**
   * All private addresses of interfaces that lead to a local network. Only where there is none: the
   * first public one of them; or else what is theirs for one link only, and what bridges and
   * tunnels have; or else what those have for one link only; or else loopback.
   *
   * @param interfaces the best first, as {@link io.localstream.domain.port.Neighbourhood} tells
   *     them
   * @return at least one; the one to name first
   */
  public static List<HostAddress> of(List<LocalInterface> interfaces) {
    List<LocalInterface> others = interfaces.stream().filter(each -> !each.loopback()).toList();
    return Stream.of(
            matching(others, (one, address) -> !one.virtual() && isPrivate(address)),
            matching(others, (one, address) -> !one.virtual() && !isLinkLocal(address)).stream()
                .limit(1)
                .toList(),
            Stream.concat(
                    matching(others, (one, _) -> !one.virtual()).stream(),
                    matching(others, (one, address) -> one.virtual() && !isLinkLocal(address))
                        .stream())
                .limit(MOST)
                .toList(),
            matching(others, (_, _) -> true),
            matching(interfaces, (_, _) -> true).stream().limit(1).toList())
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(List.of(LOOPBACK));
  }

  private static List<HostAddress> matching(
      List<LocalInterface> interfaces, BiPredicate<LocalInterface, HostAddress> which) {
    return interfaces.stream()
        .flatMap(one -> one.addresses().stream().filter(address -> which.test(one, address)))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static boolean isPrivate(HostAddress address) {
    return PRIVATE.matcher(address.value()).matches();
  }

  /** Whether it means something on one link only. */
  public static boolean isLinkLocal(HostAddress address) {
    return LINK_LOCAL.matcher(address.value()).matches();
  }
}
