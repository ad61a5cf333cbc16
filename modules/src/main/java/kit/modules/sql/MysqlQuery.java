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
 * Runs SQL on MySQL and MariaDB.
 *
 * <p>SELECT, SHOW, EXPLAIN and DESCRIBE only read, never count as changed and are run in check mode
 * too; so are others that only read with {@code readOnly: true}. The server makes sure of it: a
 * SELECT whose functions change something needs {@code readOnly: false}. INSERT, UPDATE, DELETE and
 * REPLACE count as changed if they meet any row, everything else always. The result has {@code
 * queryResult}, the rows as maps of texts, and {@code rowcount}.
 *
 * <pre>{@code
 * def size = mysqlQuery loginDb: 'shop', query: 'SELECT count(*) AS n FROM orders'
 * mysqlQuery loginDb: 'shop', query: 'DELETE FROM carts WHERE owner = %(owner)s', namedArgs: [owner: user]
 * }</pre>
 *
 * @param query one statement
 * @param namedArgs values for {@code %(name)s} in the query; a list becomes what IN takes
 * @param positionalArgs values for each {@code %s} in the query, in order
 * @param pathToScript SQL file on the host to run instead of a query, always a change; its result
 *     has no rows
 * @param readOnly whether nothing may be changed, by functions neither; refuses what does not begin
 *     as a query does; as the query begins by default
 * @param loginDb database
 * @param loginHost server; the socket on the host by default
 * @param loginPort of the server
 * @param loginUnixSocket path of the socket
 * @param loginUser database user
 * @param loginPassword of that user
 * @param configFile a client's option file on the host to read first
 */
@MyLacks
@Lacks(value = "singleTransaction", instead = "leave it out: a query is one statement")
public record MysqlQuery(
    Optional<String> query,
    Map<String, Object> namedArgs,
    List<Object> positionalArgs,
    Optional<String> pathToScript,
    Optional<Boolean> readOnly,
    @Alias("db") Optional<String> loginDb,
    Optional<String> loginHost,
    @Default("3306") int loginPort,
    Optional<String> loginUnixSocket,
    Optional<String> loginUser,
    Optional<String> loginPassword,
    Optional<String> configFile)
    implements Module {

  private static final List<String> READING =
      List.of("SELECT", "SHOW", "EXPLAIN", "DESCRIBE", "DESC");
  private static final List<String> MORE_READING = List.of("WITH", "VALUES", "TABLE");
  private static final List<String> COUNTING = List.of("INSERT", "UPDATE", "DELETE", "REPLACE");

  @Override
  public String label() {
    return loginDb.orElse("");
  }

  @Override
  public Plan plan(Host host) {
    if (query.isPresent() == pathToScript.isPresent()) {
      throw new PlanException("give either query or pathToScript", "query: 'SELECT 1'");
    }
    boolean only = readOnly.orElse(false);
    if (only && pathToScript.isPresent()) {
      throw new PlanException("readOnly goes with a query, not with a script", "");
    }
    if (pathToScript.isPresent() && !(namedArgs.isEmpty() && positionalArgs.isEmpty())) {
      throw new PlanException(
          "values go with a query, not with a script", "template fills a script before");
    }
    MyLogin login =
        MyLogin.of(loginHost, loginPort, loginUnixSocket, loginUser, loginPassword, configFile);
    String db = loginDb.map(name -> " -D " + Sh.quote(name)).orElse("");
    if (pathToScript.isPresent()) {
      String file = SqlFile.of(host, pathToScript.get(), "pathToScript");
      return Plan.change("run " + file)
          .run(login.command("mysql", "-B" + db) + " <" + Sh.path(file) + "\n")
          .touches(MyChange.ALL);
    }
    String sql = SqlArguments.ofMysql(query.get(), namedArgs, positionalArgs);
    SqlCode code = SqlCode.ofMysql(sql);
    if (code.empty()) {
      throw new PlanException("the query is empty", "query: 'SELECT 1'");
    }
    String verb = code.verb();
    if (only && !READING.contains(verb) && !MORE_READING.contains(verb)) {
      // MariaDB lets CREATE and the like end a transaction, so the server alone is no guard
      throw new PlanException(
          "'" + verb + "' does not only read", "readOnly takes SELECT, SHOW, WITH, ...");
    }
    boolean reads = READING.contains(verb) && !code.says("into (out|dump)file");
    boolean reading = readOnly.orElse(reads);
    if (reading && code.several()) {
      throw new PlanException("the query has several statements", "one call for each");
    }
    String begin = reading ? "START TRANSACTION READ ONLY;\n" : "";
    String script = begin + code.trimmed(sql) + "\n;\nSELECT 'KIT-END', ROW_COUNT();\n";
    Change change =
        Plan.change((reading ? "ask " : "run SQL in ") + loginDb.orElse("the server"))
            .step(
                Step.Run.of(login.command("mysql", "-B" + db) + "\n")
                    .reading(script.getBytes(StandardCharsets.UTF_8)));
    Change told =
        reading
            ? change.readOnly()
            : change.diff(Diff.of("SQL", "", query.get().strip() + "\n")).touches(MyChange.ALL);
    return told.reads(outputs -> values(outputs.get(0), verb, reading));
  }

  private static Map<String, Object> values(Output output, String verb, boolean reading) {
    List<List<String>> table = new ArrayList<>();
    int count = 0;
    String[] lines = output.text().split("\n");
    for (int i = 0; i < lines.length && !lines[i].startsWith("KIT-END\tROW_COUNT"); i++) {
      if (!lines[i].isEmpty()) {
        table.add(MyQuery.fields(lines[i]));
      }
    }
    String last = lines[lines.length - 1];
    if (last.startsWith("KIT-END\t")) {
      count = Math.max(0, Integer.parseInt(last.substring(8)));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int j = 0; j < table.get(0).size() && j < table.get(i).size(); j++) {
        String value = table.get(i).get(j);
        row.put(table.get(0).get(j), value.equals("NULL") ? null : value);
      }
      rows.add(row);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("queryResult", rows);
    values.put("rowcount", reading ? rows.size() : count);
    if (reading || COUNTING.contains(verb) && count == 0) {
      values.put("changed", false);
    }
    return values;
  }
}
