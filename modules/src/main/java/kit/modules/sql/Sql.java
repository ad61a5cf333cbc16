package kit.modules.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Runs SQL on PostgreSQL, MySQL or MariaDB: the short form of postgresqlQuery and mysqlQuery.
 *
 * <p>What only reads is run in check mode too and is never a change; see those two. The result has
 * {@code queryResult}, the rows as maps of texts, and {@code rowcount}.
 *
 * <pre>{@code
 * def size = sql query: 'SELECT count(*) AS n FROM orders', database: 'shop', engine: 'postgresql'
 * sql query: 'DELETE FROM carts WHERE owner = %(owner)s', namedArgs: [owner: user], database: 'shop', engine: 'mariadb'
 * sql script: '/srv/shop/schema.sql', database: 'shop', engine: 'postgresql'
 * }</pre>
 *
 * @param query one statement
 * @param engine whose server it is; mysql and mariadb are the same here
 * @param database to run it in; postgres on PostgreSQL if not given, none on the others
 * @param namedArgs values for {@code %(name)s} in the query
 * @param positionalArgs values for each {@code %s} in the query, in order
 * @param script SQL file on the host to run instead of a query, always a change
 * @param readOnly whether nothing may be changed; the server makes sure of it, and MySQL takes only
 *     what begins as a query does; as the query begins by default
 * @param loginHost server; the socket on the host by default
 * @param loginPort of the server; 5432 and 3306 by default
 * @param loginUser database user
 * @param loginPassword of that user
 */
@Lacks(
    value = {"connectParams", "searchPath", "autocommit"},
    instead = "postgresqlQuery has it")
@Lacks(
    value = {"configFile", "loginUnixSocket"},
    instead = "mysqlQuery has it")
public record Sql(
    Optional<String> query,
    Engine engine,
    @Alias({"db", "loginDb"}) Optional<String> database,
    Map<String, Object> namedArgs,
    List<Object> positionalArgs,
    @Alias("pathToScript") Optional<String> script,
    Optional<Boolean> readOnly,
    Optional<String> loginHost,
    @Alias("port") Optional<Integer> loginPort,
    Optional<String> loginUser,
    Optional<String> loginPassword)
    implements Module {

  /** Whose server it is. */
  public enum Engine {
    POSTGRESQL,
    MYSQL,
    MARIADB
  }

  @Override
  public String label() {
    return script.or(() -> database).orElse("");
  }

  @Override
  public Plan plan(Host host) {
    return switch (engine) {
      case POSTGRESQL ->
          new PostgresqlQuery(
                  query,
                  namedArgs,
                  positionalArgs,
                  script,
                  database.orElse("postgres"),
                  List.of(),
                  readOnly,
                  false,
                  loginHost,
                  loginPort.orElse(5432),
                  loginUser,
                  loginPassword,
                  Map.of())
              .plan(host);
      case MYSQL, MARIADB ->
          new MysqlQuery(
                  query,
                  namedArgs,
                  positionalArgs,
                  script,
                  readOnly,
                  database,
                  loginHost,
                  loginPort.orElse(3306),
                  Optional.empty(),
                  loginUser,
                  loginPassword,
                  Optional.empty())
              .plan(host);
    };
  }
}
