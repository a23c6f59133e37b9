package io.localstream.bootstrap.bench;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Pictures of results. */
final class Charts {
  private static final Color OURS = new Color(0x1F, 0x77, 0xB4);
  private static final Color THEIRS = new Color(0xD6, 0x61, 0x1A);

  private static final double SHORTEST_SECONDS = 0.1;
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{2,}");

  private Charts() {}

  /** Every round of a row, from zero up, so that the distance is the truth. */
  static void rounds(Outcome outcome, Path folder) {
    XYChart chart = empty(outcome.title(), "round", outcome.measure().unit());
    List<Integer> numbers = IntStream.rangeClosed(1, outcome.rounds().size()).boxed().toList();
    draw(
        chart,
        outcome.ours(),
        outcome.oursInOrder(),
        numbers,
        outcome.rounds().stream().map(Round::ours).toList(),
        OURS);
    if (outcome.isCompared()) {
      draw(
          chart,
          outcome.theirs(),
          outcome.theirsInOrder(),
          numbers,
          outcome.rounds().stream().map(Round::theirs).toList(),
          THEIRS);
    }
    chart.getStyler().setYAxisMin(0.0);
    save(chart, folder.resolve(outcome.id()));
  }

  /**
   * Time and memory against one size, both axes logarithmic: straight means that it just adds up.
   */
  static void growth(Curve curve, Path folder) {
    List<Double> sizes = curve.points().stream().map(Point::x).toList();
    XYChart time = empty("Time: " + curve.title(), curve.unit(), "s");
    line(time, "time", sizes, curve.points().stream().map(Point::seconds).toList(), OURS);
    time.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true).setLegendVisible(false);
    time.getStyler().setPlotGridVerticalLinesVisible(false).setYAxisMin(SHORTEST_SECONDS);
    save(time, folder.resolve("scaling-" + curve.id() + "-time"));
    XYChart memory = empty("Memory: " + curve.title(), curve.unit(), "MB resident, at most");
    line(memory, "memory", sizes, curve.points().stream().map(Point::megabytes).toList(), OURS);
    memory.getStyler().setXAxisLogarithmic(true).setLegendVisible(false);
    memory.getStyler().setPlotGridVerticalLinesVisible(false).setYAxisMin(0.0);
    save(memory, folder.resolve("scaling-" + curve.id() + "-memory"));
  }

  private static void draw(
      XYChart chart, String name, Series series, List<Integer> x, List<Double> y, Color color) {
    String label = name + ", median " + Figures.rounded(series.median());
    line(chart, label, x, y, color);
  }

  private static void line(
      XYChart chart, String name, List<? extends Number> x, List<Double> y, Color color) {
    var line = chart.addSeries(name, x, y);
    line.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
    line.setLineColor(color).setLineWidth(1.5f);
  }

  private static XYChart empty(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(760)
            .height(360)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    var styler = chart.getStyler();
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    styler.setBaseFont(plain).setChartTitleFont(plain.deriveFont(Font.BOLD, 14f));
    styler.setAxisTitleFont(plain).setAxisTickLabelsFont(plain).setLegendFont(plain);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xDD, 0xDD, 0xDD));
    styler.setLegendPosition(LegendPosition.OutsideS).setLegendBorderColor(Color.WHITE);
    return chart;
  }

  private static void save(XYChart chart, Path file) {
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
      Path written = file.resolveSibling(file.getFileName() + ".svg");
      Files.writeString(written, rounded(Files.readString(written)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Letters are drawn as shapes with nine decimals, which make up most of the file. */
  private static String rounded(String svg) {
    return LONG_NUMBER
        .matcher(svg)
        .replaceAll(number -> String.format(Locale.ROOT, "%.1f", Double.valueOf(number.group())));
  }
}
