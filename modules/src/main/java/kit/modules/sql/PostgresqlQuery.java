package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
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
 * in check mode too; so is anything with {@code readOnly: true}. The server makes sure of it: a
 * SELECT whose functions change something needs {@code readOnly: false}. INSERT, UPDATE, DELETE and
 * MERGE count as changed if they meet any row, everything else always. The result has {@code
 * queryResult}, the rows of the last statement as maps of texts (null is null), and {@code
 * rowcount}.
 *
 * <pre>{@code
 * def size = postgresqlQuery db: 'shop', query: 'SELECT count(*) AS n FROM orders'
 * postgresqlQuery db: 'shop', query: 'DELETE FROM carts WHERE owner = %(owner)s', namedArgs: [owner: user]
 * postgresqlQuery db: 'shop', pathToScript: '/srv/shop/schema.sql'
 * }</pre>
 *
 * @param query one statement, or several with semicolons between, run in one transaction
 * @param namedArgs values for {@code %(name)s} in the query; a list becomes an array
 * @param positionalArgs values for each {@code %s} in the query, in order
 * @param pathToScript SQL file on the host to run instead of a query
 * @param db database
 * @param searchPath schemas to look in
 * @param readOnly whether nothing may be changed; as the query begins by default
 * @param autocommit whether it is run outside of a transaction, as VACUUM needs
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
@Lacks(
    value = "asSingleQuery",
    instead = "leave it out: a query may have several statements, and so may a script")
@Lacks(value = "encoding", instead = "leave it out: the query travels as UTF-8")
public record PostgresqlQuery(
    Optional<String> query,
    Map<String, Object> namedArgs,
    List<Object> positionalArgs,
    Optional<String> pathToScript,
    @Alias("loginDb") @Default("postgres") String db,
    List<String> searchPath,
    Optional<Boolean> readOnly,
    @Default("false") boolean autocommit,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
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
    if (readOnly.orElse(false) && pathToScript.isPresent()) {
      throw new PlanException("readOnly goes with a query, not with a script", "");
    }
    if (pathToScript.isPresent() && !(namedArgs.isEmpty() && positionalArgs.isEmpty())) {
      throw new PlanException(
          "values go with a query, not with a script", "template fills a script before");
    }
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    String options = "-X -q -v ON_ERROR_STOP=1 --csv -P null=\"$(printf '\\001')\"";
    if (pathToScript.isPresent()) {
      String file = SqlFile.of(host, pathToScript.get(), "pathToScript");
      return reads(
          Plan.change("run " + file)
              .run(
                  login.command("psql", options + path() + (autocommit ? "" : " -1"), db)
                      + " <"
                      + Sh.path(file)
                      + "\n")
              .touches(PgPart.ALL),
          "");
    }
    String sql = SqlArguments.ofPostgresql(query.get(), namedArgs, positionalArgs);
    SqlCode code = SqlCode.ofPostgresql(sql);
    if (code.empty()) {
      throw new PlanException("the query is empty", "query: 'SELECT 1'");
    }
    String verb = code.verb();
    boolean reads = READING.contains(verb) && !code.several() && !code.says("into");
    boolean reading = readOnly.orElse(reads);
    Change change =
        Plan.change((reading ? "ask " : "run SQL in ") + db)
            .step(
                Step.Run.of(login.command("psql", options, db) + "\n")
                    .reading(
                        script(code.trimmed(sql), code.last(), reading)
                            .getBytes(StandardCharsets.UTF_8)));
    return reads(
        reading
            ? change.readOnly()
            : change
                .diff(Diff.of("SQL in " + db, "", query.get().strip() + "\n"))
                .touches(PgPart.ALL),
        reading ? "SELECT" : READING.contains(verb) ? "" : verb);
  }

  /** For a script: what psql does before it. */
  private String path() {
    return searchPath.isEmpty() ? "" : " -c " + Sh.quote(search().strip()) + " -f -";
  }

  private String search() {
    List<String> names = new ArrayList<>();
    searchPath.forEach(name -> names.add(SqlText.name(name)));
    return names.isEmpty() ? "" : "SET search_path TO " + String.join(", ", names) + ";\n";
  }

  /** The rows of the last statement come after a mark of their own. */
  private String script(String sql, int last, boolean reading) {
    StringBuilder script = new StringBuilder();
    script.append(search());
    boolean wrapped = !autocommit || reading;
    script.append(wrapped ? reading ? "BEGIN READ ONLY;\n" : "BEGIN;\n" : "");
    script.append(sql, 0, last).append("\n\\echo '\036'\n").append(sql, last, sql.length());
    script.append("\n;\n\\echo '\036' :ROW_COUNT\n");
    return script.append(wrapped ? "COMMIT;\n" : "").toString();
  }

  private Change reads(Change change, String verb) {
    return change.reads(outputs -> values(outputs.get(0), verb));
  }

  private static Map<String, Object> values(Output output, String verb) {
    String[] parts = output.text().split("\036\n?", -1);
    boolean marked = parts.length > 2;
    List<List<String>> table = Csv.read(parts[marked ? parts.length - 2 : 0]);
    String count = marked ? parts[parts.length - 1].strip() : "";
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
