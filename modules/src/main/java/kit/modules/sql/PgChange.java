package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Plan;
import kit.spi.Step;

/** Statements that change something, and what goes wrong before. */
final class PgChange {

  private PgChange() {}

  /** Nothing can be asked of the server. */
  static Plan refused(PgQuery.Rows rows) {
    boolean missing = rows.error().contains("not found") || rows.error().contains("No such file");
    return Plan.refused(
        "PostgreSQL cannot be asked: " + rows.error().strip(),
        missing
            ? "install the package postgresql-client; is the server running?"
            : "run as root, become user: 'postgres', or give loginUser and loginPassword");
  }

  /**
   * A change by statements, all of them or none.
   *
   * @param shown the statements as the user may see them
   * @param sent as they are sent
   */
  static Change of(
      String summary, PgLogin login, String db, List<String> shown, List<String> sent) {
    return statements(Plan.change(summary), login, db, sent, true)
        .diff(Diff.of("SQL in " + db, "", String.join(";\n", shown) + ";\n"));
  }

  /** With statements that must stand outside of a transaction, such as CREATE DATABASE. */
  static Change statements(
      Change change, PgLogin login, String db, List<String> sent, boolean together) {
    String options = "-X -q -v ON_ERROR_STOP=1" + (together && sent.size() > 1 ? " -1" : "");
    byte[] sql = (String.join(";\n", sent) + ";\n").getBytes(StandardCharsets.UTF_8);
    return change.step(Step.Run.of(login.command("psql", options, db) + "\n").reading(sql));
  }

  static Change with(Change change, Map<String, Object> values) {
    Change told = change;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      told = told.value(value.getKey(), value.getValue());
    }
    return told;
  }
}
