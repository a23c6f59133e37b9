package io.localstream.domain.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on given figures, in MB/s. */
class BottleneckTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Measurement megabytes(double perSecond) {
    return new Measurement(Math.round(perSecond * 1e6), SECOND);
  }

  private static Map<Stage, Measurement> stages(double... perSecond) {
    Map<Stage, Measurement> stages = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      stages.put(stage, megabytes(perSecond[stage.ordinal()]));
    }
    return stages;
  }

  @ParameterizedTest
  @CsvSource({
    // reading, sealing, network, opening, writing, together: the slowest
    " 100, 3000,  125, 3000, 2000,   99, READING",
    "2500,   80, 1100, 3000, 2000,   79, SEALING",
    "2500, 3000,  117, 2900, 2000,  115, NETWORK",
    "2500, 3000, 11.9, 2900,  400, 11.5, NETWORK",
    "2500, 3000, 1100,   75, 2000,   70, OPENING",
    "2500, 3000, 1100, 2900,  130,  128, WRITING",
    "2500, 3000, 1100, 2900,  130,   80, WRITING",
    "2500, 3000, 1100, 2900,  130,  300, WRITING",
  })
  void namesTheOneStageThatIsClearlySlowest(
      double reading,
      double sealing,
      double network,
      double opening,
      double writing,
      double together,
      Stage slowest) {
    double[] alone = {reading, sealing, network, opening, writing};

    Bottleneck found = Bottleneck.of(stages(alone), megabytes(together));

    assertThat(found)
        .isInstanceOfSatisfying(
            Bottleneck.One.class, one -> assertThat(one.stage()).isEqualTo(slowest));
    assertThat(found.bytesPerSecond()).isEqualTo(1e6 * alone[slowest.ordinal()]);
  }

  @Test
  void namesSeveralThatAreAboutAsSlow() {
    assertThat(Bottleneck.of(stages(2500, 3000, 117, 2900, 105), megabytes(103)))
        .isEqualTo(new Bottleneck.Several(List.of(Stage.WRITING, Stage.NETWORK), 105e6));
    assertThat(Bottleneck.of(stages(110, 3000, 117, 2900, 105), megabytes(103)))
        .isEqualTo(
            new Bottleneck.Several(List.of(Stage.WRITING, Stage.READING, Stage.NETWORK), 105e6));
  }

  @Test
  void takesEqualStagesInTheOrderOfTheWay() {
    assertThat(Bottleneck.of(stages(100, 100, 100, 100, 100), megabytes(100)))
        .isEqualTo(new Bottleneck.Several(List.of(Stage.values()), 100e6));
  }

  @Test
  void namesNoStageWhereAllTogetherAreMuchSlowerThanEachAlone() {
    assertThat(Bottleneck.of(stages(2500, 3000, 1100, 2900, 2000), megabytes(600)))
        .isEqualTo(new Bottleneck.Together(Stage.NETWORK, 1100e6));
    assertThat(Bottleneck.of(stages(1150, 3000, 1100, 2900, 2000), megabytes(600)))
        .isEqualTo(new Bottleneck.Together(Stage.NETWORK, 1100e6));
    assertThat(Bottleneck.of(stages(2500, 3000, 1000, 2900, 2000), megabytes(600)))
        .isEqualTo(new Bottleneck.One(Stage.NETWORK, 1000e6));
  }

  @Test
  void judgesADeviceByWhatItDoesWhenItSendsAndReceives() {
    DeviceSpeed device =
        new DeviceSpeed(
            megabytes(3000),
            megabytes(2900),
            Optional.of(new DiskSpeed(megabytes(400), megabytes(850), false)));

    assertThat(Bottleneck.of(Stage.ofSender(device)))
        .isEqualTo(new Bottleneck.One(Stage.READING, 850e6));
    assertThat(Bottleneck.of(Stage.ofReceiver(device)))
        .isEqualTo(new Bottleneck.One(Stage.WRITING, 400e6));
  }

  @Test
  void judgesADeviceWithoutADiskByItsCipher() {
    DeviceSpeed device = new DeviceSpeed(megabytes(3000), megabytes(2900), Optional.empty());

    assertThat(Bottleneck.of(Stage.ofSender(device)))
        .isEqualTo(new Bottleneck.One(Stage.SEALING, 3000e6));
    assertThat(Bottleneck.of(Stage.ofReceiver(device)))
        .isEqualTo(new Bottleneck.One(Stage.OPENING, 2900e6));
  }

  @Test
  void judgesBothWaysOfAReportByTheDeviceThatSendsAndTheOneThatReceives() {
    DeviceSpeed own =
        new DeviceSpeed(
            megabytes(3000),
            megabytes(2900),
            Optional.of(new DiskSpeed(megabytes(30), megabytes(850), false)));
    DeviceSpeed peer =
        new DeviceSpeed(
            megabytes(70),
            megabytes(60),
            Optional.of(new DiskSpeed(megabytes(400), megabytes(850), false)));
    WaySpeed way = new WaySpeed(megabytes(117), megabytes(30));

    SpeedReport report = new SpeedReport(own, peer, Duration.ofMillis(1), way, way);

    assertThat(report.limitThere()).isEqualTo(new Bottleneck.Together(Stage.OPENING, 60e6));
    assertThat(report.limitBack()).isEqualTo(new Bottleneck.One(Stage.WRITING, 30e6));
  }

  @ParameterizedTest
  @CsvSource({
    "1.18, 10",
    "11.9, 100",
    "117.6, 1000",
    "112, 1000",
    "290, 2500",
    "1170, 10000",
  })
  void knowsTheCableThatANetworkFills(double megabytesPerSecond, int megabits) {
    assertThat(NominalLink.filledBy(megabytes(megabytesPerSecond)))
        .hasValueSatisfying(link -> assertThat(link.megabits()).isEqualTo(megabits));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "5", "12.4", "40", "80", "124", "200", "850"})
  void knowsNoCableForOtherSpeeds(double megabytesPerSecond) {
    assertThat(NominalLink.filledBy(megabytes(megabytesPerSecond))).isEmpty();
  }

  @Test
  void measurementsTakeSomeTimeWhateverTheClockSays() {
    List<Measurement> measured = new ArrayList<>();
    for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-5))) {
      measured.add(Measurement.of(7, time));
    }

    assertThat(measured).allMatch(each -> each.nanos() == 1 && each.bytes() == 7);
  }
}
