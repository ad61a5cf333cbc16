package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final String MARK = "KIT-END";

  @Override
  public Object kind() {
    return List.of(MyQuery.class, login);
  }

  @Override
  public Probe<Rows> probe(List<Query<Rows>> batch) {
    StringBuilder script = new StringBuilder(login.command("mysql", "-N -B -f --unbuffered"));
    script.append(" 2>&1 <<'KIT_SQL'\n");
    for (Query<Rows> query : batch) {
      script.append(((MyQuery) query).sql).append(";\nSELECT '").append(MARK).append("';\n");
    }
    script.append("KIT_SQL\n");
    return new Probe<>(script.toString(), output -> read(batch.size(), output));
  }

  @Override
  public Set<Resource> about() {
    return login.user().isEmpty() ? Set.of(part) : Set.of(part, MyChange.user(login.user()));
  }

  private static List<Rows> read(int count, Output output) {
    List<Rows> answers = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    String error = "";
    for (String line : output.text().split("\n")) {
      if (line.equals(MARK)) {
        answers.add(new Rows(error.isEmpty() ? List.copyOf(rows) : List.of(), error));
        rows.clear();
        error = "";
      } else if (line.startsWith("ERROR") || line.contains("not found")) {
        error = line;
      } else if (!line.isEmpty()) {
        rows.add(fields(line));
      }
    }
    while (answers.size() < count) {
      answers.add(new Rows(List.of(), error.isEmpty() ? output.text().strip() : error));
    }
    return answers;
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
