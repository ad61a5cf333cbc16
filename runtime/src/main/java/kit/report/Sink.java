package kit.report;

import java.io.PrintStream;

/**
 * The one way out for text: everything that kit says passes here and is cleaned of secrets. Writing
 * to a pipe that nobody reads any more does no harm; the run goes on.
 */
public final class Sink {

  private final PrintStream stream;
  private final Redactor redactor;

  public Sink(PrintStream stream, Redactor redactor) {
    this.stream = stream;
    this.redactor = redactor;
  }

  /** Writes a text; a secret that is cut in two between calls would not be found. */
  public void write(String text) {
    put(redactor.clean(text));
  }

  public void line(String text) {
    write(text + "\n");
  }

  /** Writes maps, lists and texts as one line of JSON. */
  public void json(Object value) {
    put(Json.of(value, redactor) + "\n");
  }

  /** Writes what the user asked to see, secret or not: the content of a vault. */
  public synchronized void bytes(byte[] bytes) {
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  private synchronized void put(String text) {
    stream.print(text);
    stream.flush();
  }

  Redactor redactor() {
    return redactor;
  }
}
