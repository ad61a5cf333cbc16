package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What a SELECT or SHOW finds on MySQL or MariaDB. All that are asked with one login share a
 * client; an error is told of its own statement only.
 *
 * @param login how the server is reached
 * @param sql one statement that only reads, without a semicolon
 * @param part what it speaks of, of {@link MyChange}
 */
record MyQuery(MyLogin login, String sql, Resource part) implements Query<MyQuery.Rows> {

  /**
   * The answer.
   *
   * @param rows with their fields
   * @param error what the server or its client complained of; empty if nothing
   */
  record Rows(List<List<String>> rows, String error) {

    boolean none() {
      return rows.isEmpty();
    }

    String first(int field) {
      return rows.get(0).get(field);
    }
  }

  private static final String MARK = "\035KIT-END";
  private static final Pattern ERROR =
      Pattern.compile("(?m)^(ERROR \\d+ \\(\\w+\\))(?: at line (\\d+))?(: .*)");

  @Override
  public Object kind() {
    return List.of(MyQuery.class, login);
  }

  @Override
  public Probe<Rows> probe(List<Query<Rows>> batch) {
    StringBuilder script = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    for (Query<Rows> query : batch) {
      script.append(((MyQuery) query).sql).append(";\nSELECT '").append(MARK).append("';\n");
      ends.add((int) script.chars().filter(c -> c == '\n').count());
    }
    String command = login.command("mysql", "-N -B -f") + SqlText.here(script.toString());
    return new Probe<>(command, output -> read(ends, output));
  }

  @Override
  public Set<Resource> about() {
    return login.user().isEmpty() ? Set.of(part) : Set.of(part, MyChange.user(login.user()));
  }

  private static List<Rows> read(List<Integer> ends, Output output) {
    List<Rows> answers = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (String line : output.text().split("\n")) {
      if (line.equals(MARK) && answers.size() < ends.size()) {
        int last = ends.get(answers.size());
        int first = answers.isEmpty() ? 0 : ends.get(answers.size() - 1);
        String error = error(output.errors(), first, last);
        answers.add(new Rows(error.isEmpty() ? List.copyOf(rows) : List.of(), error));
        rows.clear();
      } else if (!line.isEmpty()) {
        rows.add(fields(line));
      }
    }
    String all = error(output.errors(), -1, -1);
    String rest = all.isEmpty() ? output.errors().strip() : all;
    while (answers.size() < ends.size()) {
      answers.add(new Rows(List.of(), rest.isEmpty() ? "the client gave no answer" : rest));
    }
    return answers;
  }

  /** The error of a line after one and up to another; of -1 and -1 the one without a line. */
  private static String error(String errors, int after, int last) {
    Matcher matcher = ERROR.matcher(errors);
    while (matcher.find()) {
      int line = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
      if (last < 0 ? line < 0 : line > after && line <= last) {
        return matcher.group(1) + matcher.group(3);
      }
    }
    return "";
  }

  /** In batch mode tabs part the fields, and those inside are written with a backslash. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split("\t", -1)) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < field.length(); i++) {
        char c = field.charAt(i);
        if (c == '\\' && i + 1 < field.length()) {
          char next = field.charAt(++i);
          text.append(next == 'n' ? '\n' : next == 't' ? '\t' : next == '0' ? '\0' : next);
        } else {
          text.append(c);
        }
      }
      fields.add(text.toString());
    }
    return fields;
  }
}
