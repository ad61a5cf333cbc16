package kit.modules.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Sets a parameter of a PostgreSQL server, kept in its {@code postgresql.auto.conf}.
 *
 * <p>The server reads its configuration again; a parameter that only a start sets has {@code
 * restartRequired} in the result, to notify a handler. The result also has {@code name}, {@code
 * value} and {@code previous}.
 *
 * <pre>{@code
 * postgresqlSet name: 'work_mem', value: '32MB'
 * postgresqlSet name: 'shared_buffers', value: '256MB'
 * postgresqlSet name: 'work_mem', reset: true
 * }</pre>
 *
 * @param name of the parameter
 * @param value that it should have
 * @param reset whether it is taken out of the file instead
 * @param db database to be connected to
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 */
public record PostgresqlSet(
    String name,
    Optional<String> value,
    @Default("false") boolean reset,
    @Alias("loginDb") @Default("postgres") String db,
    @Alias("loginUnixSocket") Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    Optional<String> loginUser,
    Optional<String> loginPassword)
    implements Module {

  private static final List<String> LISTS =
      List.of(
          "search_path",
          "shared_preload_libraries",
          "session_preload_libraries",
          "local_preload_libraries",
          "temp_tablespaces",
          "unix_socket_directories",
          "log_destination");

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    if (value.isPresent() == reset) {
      throw new PlanException(
          "give either value or reset: true", "postgresqlSet name: '" + name + "', value: ...");
    }
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword);
    String quoted = SqlText.text(name);
    PgQuery question =
        new PgQuery(
            login,
            db,
            "SELECT current_setting(s.name), s.context, COALESCE((SELECT f.setting FROM"
                + " pg_file_settings f WHERE f.name = s.name AND f.sourcefile LIKE"
                + " '%postgresql.auto.conf' ORDER BY f.seqno DESC LIMIT 1), ''), s.pending_restart"
                + " FROM pg_settings s WHERE s.name = "
                + quoted,
            Set.of(PgPart.parameter(name)));
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return PgChange.refused(found);
    }
    if (found.none()) {
      return Plan.refused("PostgreSQL has no parameter " + name, "check its name");
    }
    String kept = found.first(2);
    String now = found.first(0);
    boolean same =
        reset
            ? kept.isEmpty()
            : kept.equals(value.get()) || kept.isEmpty() && now.equals(value.get());
    if (same) {
      return Plan.unchanged(
          name + " is " + now,
          Map.of("name", name, "value", now, "restartRequired", found.first(3).equals("t")));
    }
    boolean restart = found.first(1).equals("postmaster");
    String statement =
        reset
            ? "ALTER SYSTEM RESET " + SqlText.name(name)
            : "ALTER SYSTEM SET " + SqlText.name(name) + " = " + values();
    Change change =
        Plan.change(reset ? "reset " + name : "set " + name + " to " + value.get())
            .diff(
                Diff.of(
                    "postgresql.auto.conf",
                    kept.isEmpty() ? "" : name + " = '" + kept + "'\n",
                    reset ? "" : name + " = '" + value.get() + "'\n"));
    String after = reset ? "" : value.get();
    return PgChange.statements(
            change,
            login,
            db,
            List.of(statement, "DO 'BEGIN PERFORM pg_reload_conf(); END'"),
            false)
        .touches(PgPart.parameter(name))
        .predicts(
            question,
            new PgQuery.Rows(
                List.of(
                    List.of(
                        restart || reset ? now : after,
                        found.first(1),
                        after,
                        restart ? "t" : "f")),
                ""))
        .value("name", name)
        .value("value", reset ? now : after)
        .value("previous", now)
        .value("restartRequired", restart);
  }

  /** Parameters that are lists take each name by itself. */
  private String values() {
    String text = value.orElseThrow();
    if (!LISTS.contains(name)) {
      return SqlText.text(text);
    }
    StringBuilder all = new StringBuilder();
    for (String each : text.split(",")) {
      all.append(all.isEmpty() ? "" : ", ").append(SqlText.text(each.strip()));
    }
    return all.toString();
  }
}
