package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Adds extensions to a database of PostgreSQL, updates and removes them.
 *
 * <p>The result has {@code name} and {@code version}.
 *
 * <pre>{@code
 * postgresqlExt name: 'pg_trgm', db: 'shop'
 * postgresqlExt name: 'postgis', db: 'geo', schema: 'gis', version: 'latest', cascade: true
 * }</pre>
 *
 * @param name of the extension
 * @param db database
 * @param state present (by default) or absent
 * @param schema that its objects go into
 * @param version to have; {@code latest} for the newest that the host has; any by default
 * @param cascade whether what it needs comes too, or what needs it goes too
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
public record PostgresqlExt(
    @Alias("ext") String name,
    @Alias("loginDb") String db,
    @Default("present") State state,
    Optional<String> schema,
    Optional<String> version,
    @Default("false") boolean cascade,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
    implements Module {

  /** Whether it should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  public PostgresqlExt {
    SqlText.checked("name", name);
    schema.ifPresent(place -> SqlText.checked("schema", place));
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    PgQuery question =
        new PgQuery(
            login,
            db,
            "SELECT COALESCE(a.installed_version, ''), a.default_version, COALESCE(n.nspname, '') FROM"
                + " pg_available_extensions a LEFT JOIN pg_extension e ON e.extname = a.name LEFT"
                + " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE a.name = "
                + SqlText.text(name),
            Set.of());
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return PgChange.refused(found);
    }
    String quoted = SqlText.name(name);
    String installed = found.none() ? "" : found.first(0);
    if (state == State.ABSENT) {
      return installed.isEmpty()
          ? Plan.unchanged("extension " + name + " is not there", Map.of("name", name))
          : done(
              login, question, found, "", "DROP EXTENSION " + quoted + (cascade ? " CASCADE" : ""));
    }
    if (found.none()) {
      return Plan.refused(
          "the server has no extension " + name, "install its package, as postgresql-15-" + name);
    }
    String wanted = version.map(v -> v.equals("latest") ? found.first(1) : v).orElse("");
    List<String> statements = new ArrayList<>();
    if (installed.isEmpty()) {
      statements.add(
          "CREATE EXTENSION "
              + quoted
              + schema.map(s -> " SCHEMA " + SqlText.name(s)).orElse("")
              + (wanted.isEmpty() ? "" : " VERSION " + SqlText.text(wanted))
              + (cascade ? " CASCADE" : ""));
    } else {
      if (!wanted.isEmpty() && !wanted.equals(installed)) {
        statements.add("ALTER EXTENSION " + quoted + " UPDATE TO " + SqlText.text(wanted));
      }
      schema
          .filter(s -> !s.equals(found.first(2)))
          .ifPresent(
              s -> statements.add("ALTER EXTENSION " + quoted + " SET SCHEMA " + SqlText.name(s)));
    }
    String after = wanted.isEmpty() ? installed.isEmpty() ? found.first(1) : installed : wanted;
    return statements.isEmpty()
        ? Plan.unchanged(
            "extension " + name + " " + installed + " is there",
            Map.of("name", name, "version", installed))
        : done(login, question, found, after, statements.toArray(new String[0]));
  }

  private Plan done(
      PgLogin login, PgQuery question, PgQuery.Rows found, String after, String... statements) {
    String place = after.isEmpty() ? "" : schema.orElse(found.first(2));
    return PgChange.of(
            (after.isEmpty() ? "remove" : "set") + " extension " + name + " in " + db,
            login,
            db,
            List.of(statements),
            List.of(statements))
        .touches(PgPart.database(db))
        .predicts(question, new PgQuery.Rows(List.of(List.of(after, found.first(1), place)), ""))
        .value("name", name)
        .value("version", after);
  }
}
