package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Runs SQL on PostgreSQL.
 *
 * <p>A single SELECT, SHOW, VALUES, TABLE or EXPLAIN only reads, never counts as changed and is run
 * in check mode too; so is anything with {@code readOnly: true}, which the server makes sure of.
 * INSERT, UPDATE, DELETE and MERGE count as changed if they meet any row, everything else always.
 * The result has {@code queryResult}, the rows of the last statement as maps of texts (null is
 * null), and {@code rowcount}.
 *
 * <pre>{@code
 * def size = postgresqlQuery db: 'shop', query: 'SELECT count(*) AS n FROM orders'
 * postgresqlQuery db: 'shop', query: 'DELETE FROM carts WHERE owner = %(owner)s', namedArgs: [owner: user]
 * postgresqlQuery db: 'shop', pathToScript: '/srv/shop/schema.sql'
 * }</pre>
 *
 * @param query one statement, or several with semicolons between, run in one transaction
 * @param namedArgs values for {@code %(name)s} in the query
 * @param positionalArgs values for each {@code %s} in the query, in order
 * @param pathToScript SQL file on the host to run instead of a query
 * @param db database
 * @param searchPath schemas to look in
 * @param readOnly whether nothing may be changed
 * @param autocommit whether it is run outside of a transaction, as VACUUM needs
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 */
public record PostgresqlQuery(
    Optional<String> query,
    Map<String, Object> namedArgs,
    List<String> positionalArgs,
    Optional<String> pathToScript,
    @Alias("loginDb") @Default("postgres") String db,
    List<String> searchPath,
    @Default("false") boolean readOnly,
    @Default("false") boolean autocommit,
    @Alias("loginUnixSocket") Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    Optional<String> loginUser,
    Optional<String> loginPassword)
    implements Module {

  private static final List<String> READING =
      List.of("SELECT", "SHOW", "VALUES", "TABLE", "EXPLAIN");
  private static final List<String> COUNTING = List.of("INSERT", "UPDATE", "DELETE", "MERGE");

  @Override
  public String label() {
    return pathToScript.orElse(db);
  }

  @Override
  public Plan plan(Host host) {
    if (query.isPresent() == pathToScript.isPresent()) {
      throw new PlanException("give either query or pathToScript", "query: 'SELECT 1'");
    }
    if (readOnly && pathToScript.isPresent()) {
      throw new PlanException("readOnly goes with a query, not with a script", "");
    }
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword);
    String options = "-X -q -v ON_ERROR_STOP=1 --csv -P null=\"$(printf '\\001')\"";
    if (pathToScript.isPresent()) {
      String file = HostPath.of(host, pathToScript.get(), "pathToScript");
      return reads(
          Plan.change("run " + file)
              .run(
                  login.command("psql", options + (autocommit ? "" : " -1"), db)
                      + " <"
                      + Sh.path(file)
                      + "\n")
              .touches(PgPart.ALL),
          "");
    }
    String sql = SqlArguments.filled(query.get(), namedArgs, positionalArgs).strip();
    String plain = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    String verb = verb(plain);
    boolean reading = readOnly || READING.contains(verb) && plain.indexOf(';') < 0;
    Change change =
        Plan.change((reading ? "ask " : "run SQL in ") + db)
            .step(
                Step.Run.of(login.command("psql", options, db) + "\n")
                    .reading(script(plain, reading).getBytes(StandardCharsets.UTF_8)));
    return reads(
        reading
            ? change.readOnly()
            : change
                .diff(Diff.of("SQL in " + db, "", query.get().strip() + "\n"))
                .touches(PgPart.ALL),
        reading ? "SELECT" : verb);
  }

  private String script(String sql, boolean reading) {
    StringBuilder script = new StringBuilder();
    if (!searchPath.isEmpty()) {
      List<String> names = new ArrayList<>();
      searchPath.forEach(name -> names.add(SqlText.name(name)));
      script.append("SET search_path TO ").append(String.join(", ", names)).append(";\n");
    }
    boolean wrapped = !autocommit || readOnly;
    script.append(wrapped ? reading ? "BEGIN READ ONLY;\n" : "BEGIN;\n" : "").append(sql);
    script.append("\n;\n\\echo '\036' :ROW_COUNT\n");
    return script.append(wrapped ? "COMMIT;\n" : "").toString();
  }

  private static String verb(String sql) {
    int end = 0;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(0, end).toUpperCase(Locale.ROOT);
  }

  private Change reads(Change change, String verb) {
    return change.reads(outputs -> values(outputs.get(0), verb));
  }

  private static Map<String, Object> values(Output output, String verb) {
    String text = output.text();
    int mark = text.indexOf('\036');
    List<List<String>> table = Csv.read(mark < 0 ? text : text.substring(0, mark));
    String count = mark < 0 ? "" : text.substring(mark + 1).strip();
    int rows = count.isEmpty() ? Math.max(0, table.size() - 1) : Integer.parseInt(count);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("queryResult", rows(table));
    values.put("rowcount", rows);
    boolean nothing = COUNTING.contains(verb) && rows == 0;
    if (nothing || verb.equals("SELECT")) {
      values.put("changed", false);
    }
    return values;
  }

  private static List<Map<String, Object>> rows(List<List<String>> table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int j = 0; j < table.get(i).size() && j < table.get(0).size(); j++) {
        String value = table.get(i).get(j);
        row.put(table.get(0).get(j), value.equals(PgQuery.NULL) ? null : value);
      }
      rows.add(row);
    }
    return rows;
  }
}
