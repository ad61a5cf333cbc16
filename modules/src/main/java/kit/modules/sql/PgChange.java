package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Plan;
import kit.spi.Step;

/** Statements that change something, and what goes wrong before. */
final class PgChange {

  private static final Pattern DATABASE =
      Pattern.compile("FATAL: +database \"(.*)\" does not exist");

  private static final String WHO =
      "run as root, become user: 'postgres', or give loginUser and loginPassword";

  private static final String SERVER =
      "is it running? service name: 'postgresql', state: 'started'; else loginHost and port";

  private static final Map<String, String> HINTS =
      Map.of(
          "authentication failed",
          WHO,
          "no pg_hba.conf entry",
          "postgresqlHba lets connections in",
          "no password supplied",
          WHO,
          "FATAL:  role ",
          WHO,
          "permission denied",
          WHO,
          "No such file",
          SERVER,
          "refused",
          SERVER,
          "translate host name",
          "look at loginHost",
          "no psql",
          "apt name: 'postgresql-client'");

  private PgChange() {}

  /** Nothing can be asked of the server, or it does not understand. */
  static Plan refused(PgQuery.Rows rows) {
    String error = rows.error().strip().split("\n")[0].replaceFirst("^psql: error: ", "");
    Matcher database = DATABASE.matcher(rows.error());
    if (database.find()) {
      return Plan.refused("there is no database " + database.group(1), "postgresqlDb makes it");
    }
    boolean reached = !rows.error().contains("psql: error: ") && !error.contains("no psql");
    return Plan.refused((reached ? "" : "PostgreSQL cannot be asked: ") + error, hint(error));
  }

  private static String hint(String error) {
    for (Map.Entry<String, String> each : HINTS.entrySet()) {
      if (error.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return "";
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
