package kit.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.report.MaskedStream;
import kit.report.Redactor;
import kit.report.Sink;
import kit.report.Style;

/** Where output goes, and whether a person watches it. */
public final class Screen {

  private static final int COLUMNS = 80;

  public final Redactor redactor = new Redactor();
  public final Sink out;
  public final Sink err;

  /** What may explain why a host is not known. */
  public final List<String> asides = new ArrayList<>();

  private final Map<String, String> environment;
  private Path project = Path.of("");
  private Config config;
  private final String terminals;
  private final int columns;

  /**
   * @param terminals digits of the file descriptors that are terminals, as the launcher found out:
   *     Java itself can tell only for all of them together, and not on every version
   * @param columns width of the terminal; 0 if not known
   */
  public Screen(
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      String terminals,
      int columns) {
    this.out = new Sink(out, redactor);
    this.err = new Sink(err, redactor);
    this.environment = environment;
    this.terminals = terminals;
    this.columns = columns > 20 ? columns : COLUMNS;
  }

  /** A stream that shows no secrets. */
  public PrintStream masked(PrintStream stream) {
    return new PrintStream(new MaskedStream(stream, redactor), true, StandardCharsets.UTF_8);
  }

  /** Whether somebody types and sees what comes of it. */
  public boolean interactive() {
    return terminals.contains("0") && terminals.contains("1");
  }

  public Style style() {
    return style("1");
  }

  public Style errorStyle() {
    return style("2");
  }

  /** Whether lines on standard output may be drawn over. */
  public boolean live() {
    String term = environment("TERM");
    return terminals.contains("1") && !term.isEmpty() && !term.equals("dumb");
  }

  /** Whether somebody reads standard output. */
  public boolean watched() {
    return terminals.contains("1");
  }

  public int columns() {
    return columns;
  }

  /** Says where the project is; before anything asks for what it is configured to. */
  public void project(Path folder) {
    project = folder;
    config = null;
  }

  /** What environment and project say where the command line says nothing. */
  public Config config() {
    if (config == null) {
      config = ConfigFile.read(project, this);
    }
    return config;
  }

  public Map<String, String> environment() {
    return environment;
  }

  /** The width of standard error; 0 if it is no terminal. */
  public int errorColumns() {
    return terminals.contains("2") ? columns : 0;
  }

  /** A variable of the environment; empty if it is not set. */
  public String environment(String name) {
    return environment.getOrDefault(name, "");
  }

  private Style style(String descriptor) {
    boolean terminal = terminals.contains(descriptor);
    return Style.of(terminal, environment("NO_COLOR"), environment("TERM"));
  }
}
