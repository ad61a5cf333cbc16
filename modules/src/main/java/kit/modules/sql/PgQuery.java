package kit.modules.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final String OPTIONS =
      "-X -q -A -t -F \"$(printf '\\037')\" -R \"$(printf '\\036')\" -P null=\"$(printf '\\001')\"";

  @Override
  public Object kind() {
    return List.of(PgQuery.class, login, db);
  }

  @Override
  public Probe<Rows> probe(List<Query<Rows>> batch) {
    StringBuilder script = new StringBuilder(login.command("psql", OPTIONS, db));
    script.append(" 2>&1 <<'KIT_SQL'\n");
    for (Query<Rows> query : batch) {
      script.append("BEGIN READ ONLY;\n").append(((PgQuery) query).sql);
      script.append(";\nROLLBACK;\n\\echo '\035'\n");
    }
    script.append("KIT_SQL\n");
    return new Probe<>(script.toString(), output -> read(batch.size(), output));
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

  private static List<Rows> read(int count, Output output) {
    String[] parts = output.text().split("\035\n?", -1);
    List<Rows> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean answered = i < parts.length - 1;
      String text = answered ? parts[i] : parts[parts.length - 1];
      int error = text.indexOf("ERROR:");
      if (!answered || error >= 0) {
        answers.add(
            new Rows(List.of(), error < 0 ? text.strip() : text.substring(error + 6).strip()));
      } else {
        answers.add(new Rows(rows(text), ""));
      }
    }
    return answers;
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
