package kit.modules.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Whether anything matches a path, be it a dangling link.
 *
 * @param glob a path that may hold {@code * ? [a-z]} and begin with {@code ~}
 */
record Exists(String glob) implements Query<Boolean> {

  private static final String ACTIVE = "*?[]!^-";

  @Override
  public Probe<Boolean> probe(List<Query<Boolean>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Boolean> query : batch) {
      script
          .append("for f in ")
          .append(pattern(((Exists) query).glob))
          .append(
              "; do if [ -e \"$f\" ] || [ -L \"$f\" ]; then echo y; else echo n; fi; break; done\n");
    }
    return new Probe<>(script.toString(), Exists::read);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(glob));
  }

  private static List<Boolean> read(Output output) {
    List<Boolean> answers = new ArrayList<>();
    String text = output.text();
    for (int i = 0; i < text.length(); i += 2) {
      answers.add(text.charAt(i) == 'y');
    }
    return answers;
  }

  /** The word that the shell expands: all but the characters of globs is quoted. */
  static String pattern(String glob) {
    StringBuilder word = new StringBuilder();
    int from = tilde(glob, word);
    for (int at = from; at <= glob.length(); at++) {
      boolean end = at == glob.length();
      if (end || ACTIVE.indexOf(glob.charAt(at)) >= 0) {
        if (at > from) {
          word.append(Sh.quote(glob.substring(from, at)));
        }
        if (!end) {
          word.append(glob.charAt(at));
        }
        from = at + 1;
      }
    }
    return word.toString();
  }

  private static int tilde(String glob, StringBuilder word) {
    if (!glob.startsWith("~")) {
      return 0;
    }
    int slash = glob.indexOf('/');
    int end = slash < 0 ? glob.length() : slash;
    for (int i = 1; i < end; i++) {
      char c = glob.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_.-".indexOf(c) < 0) {
        return 0;
      }
    }
    word.append(glob, 0, end);
    return end;
  }
}
