package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
public record PostgresqlSet(
    String name,
    Optional<String> value,
    @Default("false") boolean reset,
    @Alias("loginDb") @Default("postgres") String db,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
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
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    String quoted = SqlText.text(name);
    PgQuery question =
        new PgQuery(
            login,
            db,
            "SELECT current_setting(s.name), s.context, (SELECT f.setting FROM"
                + " pg_file_settings f WHERE lower(f.name) = lower(s.name) AND f.sourcefile LIKE"
                + " '%postgresql.auto.conf' ORDER BY f.seqno DESC LIMIT 1), s.pending_restart"
                + " FROM pg_settings s WHERE lower(s.name) = lower("
                + quoted
                + ")",
            Set.of(PgPart.parameter(name)));
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return PgChange.refused(found);
    }
    if (found.none()) {
      return Plan.refused("PostgreSQL has no parameter " + name, "check its name");
    }
    if (found.first(1).equals("internal")) {
      return Plan.refused(name + " is " + found.first(0) + " and cannot be set", "leave it out");
    }
    boolean there = !found.first(2).equals(PgQuery.NULL);
    String kept = there ? found.first(2) : "";
    String now = found.first(0);
    boolean same = reset ? !there : same(there ? kept : now);
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
                    there ? name + " = '" + kept + "'\n" : "",
                    reset ? "" : name + " = '" + value.get() + "'\n"));
    String after = reset ? PgQuery.NULL : value.get();
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
        .value("value", value.orElse(now))
        .value("previous", now)
        .value("restartRequired", restart);
  }

  /** Parameters that are lists take each name by itself. */
  private String values() {
    String text = value.orElseThrow();
    if (!lists()) {
      return SqlText.text(text);
    }
    return items(text).stream().map(SqlText::text).collect(Collectors.joining(", "));
  }

  /** The server writes lists in its own way. */
  private boolean same(String text) {
    return text.equals(value.get()) || lists() && items(text).equals(items(value.get()));
  }

  private boolean lists() {
    return LISTS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What commas part, those in double quotes excepted; without the quotes. */
  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      boolean twice = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (c == ',' && (!quoted || i == text.length())) {
        items.add(item.toString().strip());
        item.setLength(0);
      } else if (c == '"' && !twice) {
        quoted = !quoted;
      } else {
        item.append(c);
        i += twice ? 1 : 0;
      }
    }
    return items;
  }
}
