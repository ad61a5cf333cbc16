package kit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.cli.option.OutputOptions;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.engine.Event;
import kit.engine.Listener;
import kit.model.Problem;
import kit.report.JsonReport;
import kit.report.JunitReport;
import kit.report.LiveReport;
import kit.report.Profile;
import kit.report.Sink;
import kit.report.Style;
import kit.report.TextReport;

/** The report that suits the options and the screen. */
final class Report implements Listener, AutoCloseable {

  private final Listener listener;
  private final Optional<JunitReport> junit;
  private final Optional<Profile> profile;
  private final Screen screen;
  private final List<Event> held = new ArrayList<>();
  private Listener talking;
  private Thread talker;

  private Report(
      Listener listener, Optional<JunitReport> junit, Optional<Profile> profile, Screen screen) {
    this.listener = listener;
    this.junit = junit;
    this.profile = profile;
    this.screen = screen;
  }

  /**
   * @throws UsageException if a file of it cannot be written
   */
  static Report of(OutputOptions options, Screen screen) {
    Optional<Profile> profile = options.profile() ? Optional.of(new Profile()) : Optional.empty();
    if (options.json()) {
      return new Report(new JsonReport(screen.out), Optional.empty(), profile, screen);
    }
    if (options.format().equals("junit")) {
      Optional<JunitReport> junit = Optional.of(new JunitReport(screen.out));
      return new Report(event -> {}, junit, profile, screen);
    }
    Optional<JunitReport> junit =
        options.junit().isEmpty()
            ? Optional.empty()
            : Optional.of(new JunitReport(file(options.junit(), screen)));
    Style style = options.plain() ? Style.PLAIN : screen.style();
    Listener text =
        screen.live()
            ? new LiveReport(screen.out, style, options.detail(), screen.columns())
            : new TextReport(screen.out, style, options.detail());
    return new Report(text, junit, profile, screen);
  }

  private static Sink file(String name, Screen screen) {
    try {
      return new Sink(new PrintStream(name, StandardCharsets.UTF_8), screen.redactor);
    } catch (IOException e) {
      throw new UsageException("'" + name + "' cannot be written", "name another file behind -o");
    }
  }

  @Override
  public synchronized void on(Event event) {
    if (talking == null) {
      tell(event);
    } else if (Thread.currentThread() == talker) {
      talking.on(event);
    } else {
      held.add(event);
    }
  }

  /**
   * Leaves the terminal to this thread: what others do is told when it is through.
   *
   * @param own hears what this thread does meanwhile
   */
  void alone(Listener own, Runnable talk) {
    hush(own);
    try {
      talk.run();
    } finally {
      goOn();
    }
  }

  private synchronized void hush(Listener own) {
    talking = own;
    talker = Thread.currentThread();
    if (listener instanceof LiveReport live) {
      live.hush(true);
    } else if (listener instanceof TextReport text) {
      text.settled();
    }
  }

  private synchronized void goOn() {
    talking = null;
    if (listener instanceof LiveReport live) {
      live.hush(false);
    }
    held.forEach(this::tell);
    held.clear();
  }

  private void tell(Event event) {
    boolean over = event instanceof Event.RunFinished;
    profile.ifPresent(its -> its.on(event));
    if (over && profile.isPresent() && listener instanceof JsonReport) {
      screen.out.json(profile.get().object());
    }
    listener.on(event);
    junit.ifPresent(its -> its.on(event));
    if (over && profile.isPresent() && !(listener instanceof JsonReport)) {
      boolean text = listener instanceof TextReport || listener instanceof LiveReport;
      profile.get().lines().forEach(line -> (text ? screen.out : screen.err).line(line));
    }
  }

  /** Whether it tells people, not programs. */
  boolean text() {
    return listener instanceof LiveReport || listener instanceof TextReport;
  }

  /** What is to hear how long things take. */
  Optional<Profile> profile() {
    return profile;
  }

  /** Tells programs what stopped the run; people read it on standard error. */
  void problems(List<Problem> problems, int exitCode) {
    if (listener instanceof JsonReport json) {
      json.problems(problems, exitCode);
    }
    junit.ifPresent(its -> its.problems(problems));
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

  /** The same when the play is over on all hosts. */
  void after(Runnable talk) {
    quietly(
        () -> {
          if (listener instanceof LiveReport live) {
            live.played();
          } else if (listener instanceof TextReport text) {
            text.played();
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
