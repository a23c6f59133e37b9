package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.transfer.LaneTicket;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link IdentifierSource} promises and a test can show. */
public abstract class IdentifierSourceContract {
  private static final int MANY = 2_000;
  private static final int RFC_9562_VARIANT = 2;

  /** The subject; each call may give the same or another one, with identifiers of its own. */
  protected abstract IdentifierSource source();

  @Test
  void identifiersHaveTheFormOfRandomOnes() {
    UUID id = source().newId();
    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(RFC_9562_VARIANT);
  }

  @Test
  void neverRepeatsAnIdentifierWhoeverAsks() {
    IdentifierSource source = source();
    Set<UUID> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, MANY).parallel().forEach(_ -> seen.add(source.newId()));
    assertThat(seen).hasSize(MANY);
  }

  @Test
  void neverRepeatsATicketWhoeverAsks() {
    IdentifierSource source = source();
    Set<LaneTicket> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, MANY).parallel().forEach(_ -> seen.add(source.newTicket()));
    assertThat(seen).hasSize(MANY);
  }
}
