package io.localstream.application.conversation;

import static io.localstream.domain.port.contract.Failures.inBackground;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.fake.InMemoryLaneFraming;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.SteppedTicker;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.transfer.ChunkHeader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The network alone, over one lane. */
class RandomFlowTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void endsInTimeWithinAChunkThatComesSlowly() throws InterruptedException {
    InMemoryTransport transport = new InMemoryTransport();
    InMemoryLaneFraming framing = new InMemoryLaneFraming();
    SteppedTicker ticker = new SteppedTicker();
    RandomFlow flow = new RandomFlow.Receiving(framing, ticker, SpeedLimits.DEFAULT, PATIENCE);
    try (Listener listener = transport.listen(Endpoint.of("127.0.0.1", 0));
        Link near = transport.dial(listener.endpoint(), new Greeting.Control(), PATIENCE);
        Link far = listener.accept(PATIENCE).orElseThrow()) {
      Future<Long> receiving =
          inBackground(() -> {
            flow.carry(0, far);
            return flow.measured().bytes();
          });
      ByteBuffer beginning = ByteBuffer.allocate(framing.headerBytes() + 100);
      framing.encode(new ChunkHeader(0, RandomFlow.CHUNK_BYTES, false), beginning);
      near.write(beginning.rewind(), PATIENCE);

      // Far fewer than the rest of the chunk, and than the link takes where nobody reads yet.
      for (int bytes = 0; bytes < 1_000 && !isOver(receiving); bytes++) {
        ticker.advance(SpeedLimits.DEFAULT.step());
        near.write(ByteBuffer.allocate(1), PATIENCE);
      }

      assertThat(receiving)
          .succeedsWithin(PATIENCE)
          .satisfies(bytes -> assertThat(bytes).isLessThan(RandomFlow.CHUNK_BYTES));
    }
  }

  /** Waits a little, so that whoever reads can begin. */
  private static boolean isOver(Future<?> receiving) throws InterruptedException {
    try {
      receiving.get(5, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
