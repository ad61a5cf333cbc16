package kit.modules.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Host;
import kit.spi.Output;
import kit.spi.PlanException;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Whether a line of a file matches an expression from its beginning.
 *
 * @param path the file
 * @param regex an extended regular expression of POSIX
 */
record LineMatch(String path, String regex) implements Query<Boolean> {

  private static final int LIMIT = 64 * 1024;

  /** Those of the files that have such a line. */
  static Map<String, PathStat> holding(Host host, String expression, Map<String, PathStat> files) {
    String regex = extended(expression);
    List<LineMatch> questions = new ArrayList<>();
    for (Map.Entry<String, PathStat> file : files.entrySet()) {
      if (file.getValue().type() == Type.FILE) {
        questions.add(new LineMatch(file.getKey(), regex));
      }
    }
    host.askAll(questions.toArray(new LineMatch[0]));
    Map<String, PathStat> holding = new LinkedHashMap<>();
    for (LineMatch question : questions) {
      if (host.ask(question)) {
        holding.put(question.path, files.get(question.path));
      }
    }
    return holding;
  }

  /** What is common to Python and POSIX, with the classes that only Python writes short. */
  static String extended(String expression) {
    StringBuilder regex = new StringBuilder("^(");
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      if (c == '(' && expression.startsWith("?", at + 1)) {
        throw new PlanException(
            "contains '" + expression + "' uses (?, which grep -E does not know",
            "write it without");
      }
      if (c == '\\' && at + 1 < expression.length()) {
        char next = expression.charAt(++at);
        regex.append(
            switch (next) {
              case 'd' -> "[0-9]";
              case 'w' -> "[[:alnum:]_]";
              case 's' -> "[[:space:]]";
              default -> "\\" + next;
            });
      } else {
        regex.append(c);
      }
    }
    return regex.append(')').toString();
  }

  @Override
  public Object kind() {
    return "lines " + regex;
  }

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Boolean> probe(List<Query<Boolean>> batch) {
    StringBuilder script = new StringBuilder("{\nkit_r=").append(Sh.quote(regex)).append('\n');
    script.append("grep -q -E -e \"$kit_r\" </dev/null; [ $? -lt 2 ] || echo bad\n");
    StringBuilder words = new StringBuilder();
    Map<String, Integer> plain = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      String path = ((LineMatch) batch.get(i)).path;
      if (path.indexOf('\n') >= 0) {
        script.append("grep -q -E -e \"$kit_r\" < ").append(Sh.path(path));
        script.append(" && echo '#").append(i).append("'\n");
        continue;
      }
      plain.put(path, i);
      words.append(' ').append(Sh.path(path));
      if (words.length() > LIMIT) {
        script.append("grep -l -E -e \"$kit_r\" --").append(words).append('\n');
        words.setLength(0);
      }
    }
    if (!words.isEmpty()) {
      script.append("grep -l -E -e \"$kit_r\" --").append(words).append('\n');
    }
    int asked = batch.size();
    return new Probe<>(
        script.append(":; } 2>/dev/null\n").toString(), output -> read(output, plain, asked));
  }

  private List<Boolean> read(Output output, Map<String, Integer> plain, int asked) {
    Set<Integer> matching = new HashSet<>();
    for (String line : output.text().split("\n")) {
      if (line.equals("bad")) {
        throw new PlanException(
            "the host's grep -E cannot read contains '" + regex + "'", "write it more simply");
      }
      if (line.startsWith("#")) {
        matching.add(Integer.valueOf(line.substring(1)));
      } else if (plain.containsKey(line)) {
        matching.add(plain.get(line));
      }
    }
    List<Boolean> answers = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      answers.add(matching.contains(i));
    }
    return answers;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
