package kit.cli;

import java.util.List;
import kit.engine.Event;
import kit.engine.Listener;
import kit.model.Problem;
import kit.report.JsonReport;
import kit.report.LiveReport;
import kit.report.Style;
import kit.report.TextReport;

/** The report that suits the options and the screen. */
final class Report implements Listener, AutoCloseable {

  private final Listener listener;

  private Report(Listener listener) {
    this.listener = listener;
  }

  static Report of(OutputOptions options, Screen screen) {
    if (options.json()) {
      return new Report(new JsonReport(screen.out));
    }
    Style style = options.plain() ? Style.PLAIN : screen.style();
    return new Report(
        screen.live()
            ? new LiveReport(screen.out, style, options.detail(), screen.columns())
            : new TextReport(screen.out, style, options.detail()));
  }

  @Override
  public void on(Event event) {
    listener.on(event);
  }

  /** Tells programs what stopped the run; people read it on standard error. */
  void problems(List<Problem> problems, int exitCode) {
    if (listener instanceof JsonReport json) {
      json.problems(problems, exitCode);
    }
  }

  /** Does something on the terminal that nothing is drawn over. */
  void quietly(Runnable talk) {
    if (listener instanceof LiveReport live) {
      live.quietly(talk);
    } else {
      talk.run();
    }
  }

  /** The same at a place that all hosts have reached: what they did until then is told first. */
  void between(Runnable talk) {
    quietly(
        () -> {
          if (listener instanceof LiveReport live) {
            live.settled();
          } else if (listener instanceof TextReport text) {
            text.settled();
          }
          talk.run();
        });
  }

  @Override
  public void close() {
    if (listener instanceof LiveReport live) {
      live.close();
    }
  }
}
