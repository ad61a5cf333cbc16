package kit.script.data;

import groovy.lang.Script;
import java.util.Map;
import kit.model.Location;

/**
 * What a file of variables in Groovy may say: assignments and {@code vars}, between them plain
 * Groovy.
 *
 * <pre>{@code
 * port = 8080
 * names = (1..3).collect { "web$it" }
 * def local = 'this is no variable of the playbook'
 * vars ntp: ['ntp1', 'ntp2'], url: "http://$local:$port/"
 * }</pre>
 */
public abstract class VariableScript extends Script {
  private Sink sink;
  private String file;

  /** Receives the variables. */
  @FunctionalInterface
  public interface Sink {
    void set(String name, Object value, Location at);
  }

  final void start(Sink to, String name) {
    sink = to;
    file = name;
  }

  /** Sets a variable; below it is read like any other name. */
  @Override
  public void setProperty(String name, Object value) {
    super.setProperty(name, value);
    // Groovy sets the script's own binding before the file has begun
    if (sink != null) {
      sink.set(name, DataScripts.plain(value), DataScripts.here(file));
    }
  }

  /** Sets variables. */
  public void vars(Map<?, ?> vars) {
    vars.forEach((name, value) -> setProperty(name.toString(), value));
  }
}
