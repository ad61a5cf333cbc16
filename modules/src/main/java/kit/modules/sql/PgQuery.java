package kit.modules.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What a SELECT finds. All that are asked of one database share a psql.
 *
 * @param login how the server is reached
 * @param db name of the database
 * @param sql one statement that only reads, without a semicolon
 * @param parts what it speaks of beside its database and its login, of {@link PgPart}
 */
record PgQuery(PgLogin login, String db, String sql, Set<Resource> parts)
    implements Query<PgQuery.Rows> {

  /**
   * The answer.
   *
   * @param rows with their fields; null is {@link #NULL}
   * @param error what the server or psql complained of; empty if nothing
   */
  record Rows(List<List<String>> rows, String error) {

    boolean none() {
      return rows.isEmpty();
    }

    /** A field of the first row. */
    String first(int field) {
      return rows.get(0).get(field);
    }
  }

  static final String NULL = "\001";

  /** Newer clients than 10 say whether there was an error. */
  private static final Pattern END = Pattern.compile("\035 (true|false|:ERROR)\n");

  // read as a file, so that complaints have the numbers of their lines
  private static final String OPTIONS =
      "-X -q -A -t -f - -F \"$(printf '\\037')\" -R \"$(printf '\\036')\""
          + " -P null=\"$(printf '\\001')\"";

  @Override
  public Object kind() {
    return List.of(PgQuery.class, login, db);
  }

  @Override
  public Probe<Rows> probe(List<Query<Rows>> batch) {
    StringBuilder script = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    for (Query<Rows> query : batch) {
      script.append("BEGIN READ ONLY;\n").append(((PgQuery) query).sql);
      script.append(";\n\\echo '\035' :ERROR\nROLLBACK;\n");
      ends.add((int) script.chars().filter(c -> c == '\n').count());
    }
    String command = login.command("psql", OPTIONS, db) + SqlText.here(script.toString());
    return new Probe<>(command, output -> read(ends, output));
  }

  @Override
  public Set<Resource> about() {
    Set<Resource> all = new HashSet<>(parts);
    all.add(PgPart.database(db));
    if (!login.user().isEmpty()) {
      all.add(PgPart.role(login.user()));
    }
    return all;
  }

  private static List<Rows> read(List<Integer> ends, Output output) {
    Map<Integer, String> remarks = PgErrors.byLine(output.errors());
    Matcher end = END.matcher(output.text());
    List<Rows> answers = new ArrayList<>();
    int from = 0;
    int line = 0;
    for (int last : ends) {
      boolean answered = end.find(from);
      String error = PgErrors.between(remarks, line, last);
      if (answered && (end.group(1).equals("false") || error.isEmpty() && !truth(end))) {
        answers.add(new Rows(rows(output.text().substring(from, end.start())), ""));
      } else {
        String all = output.errors().strip();
        String said = error.isEmpty() ? all : error;
        answers.add(new Rows(List.of(), said.isEmpty() ? "psql gave no answer" : said));
      }
      from = answered ? end.end() : output.text().length();
      line = last;
    }
    return answers;
  }

  private static boolean truth(Matcher end) {
    return end.group(1).equals("true");
  }

  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    String plain = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String row : plain.isEmpty() ? new String[0] : plain.split("\036", -1)) {
      rows.add(List.of(row.split("\037", -1)));
    }
    return rows;
  }
}
