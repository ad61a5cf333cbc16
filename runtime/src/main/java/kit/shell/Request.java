package kit.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one request: a function and one line that calls it, so that nothing of it runs before
 * all of it has arrived. Its parts run in order; the first step that fails ends it.
 */
final class Request {

  private final StringBuilder body = new StringBuilder();
  private final List<Capture> outs = new ArrayList<>();
  private final List<Capture> errs = new ArrayList<>();

  /** Adds a part that ends the request if it fails. */
  void step(String text, int head, int tail) {
    add(text, head, tail);
    body.append(" || return\n");
  }

  /** Adds a part whose exit status does not matter. */
  void probe(String text, int limit) {
    add(text, limit, 0);
    body.append('\n');
  }

  private void add(String text, int head, int tail) {
    body.append(text).append("\nkit_e ").append(outs.size());
    outs.add(new Capture(head, tail));
    errs.add(new Capture(head, tail));
  }

  int size() {
    return outs.size();
  }

  List<Capture> outs() {
    return outs;
  }

  List<Capture> errs() {
    return errs;
  }

  /** The whole text, with its number. */
  String text(int seq) {
    return "kit_q() {\nkit_m b 0\n"
        + body
        + "}\nkit_s="
        + seq
        + " kit_x=; kit_q </dev/null; kit_m e 0\n";
  }
}
