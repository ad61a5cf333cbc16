package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;

/**
 * Creates, changes, dumps, restores, renames and drops databases of PostgreSQL.
 *
 * <p>Root without login arguments speaks to the server as the system user postgres. The result has
 * {@code db}.
 *
 * <pre>{@code
 * postgresqlDb name: 'shop', owner: 'shop', encoding: 'UTF-8', template: 'template0'
 * postgresqlDb name: 'shop', state: 'dump', target: '/var/backups/shop.sql.gz'
 * postgresqlDb name: 'old', state: 'absent', force: true
 * }</pre>
 *
 * @param name of the database
 * @param state present; absent; dump to and restore from {@code target}, always a change; rename to
 *     {@code target}
 * @param owner role that owns it; as it is by default
 * @param encoding of a new database; an existing one with another is an error
 * @param lcCollate order of a new database; likewise
 * @param lcCtype kinds of characters of a new database; likewise
 * @param template that a new database is copied from
 * @param tablespace where it is kept
 * @param connLimit how many may be connected; -1 for any number
 * @param force whether those connected are thrown out before it is dropped
 * @param target path of a dump on the host, whose end says its form: .sql, .sql.gz, .sql.xz, .tar,
 *     .pgc (custom), .dir; or the new name
 * @param targetOpts further options of pg_dump, pg_restore or psql, as a shell reads them
 * @param maintenanceDb database to be connected to meanwhile
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
@Lacks(value = "dumpExtraArgs", instead = "targetOpts, for pg_dump as for pg_restore and psql")
public record PostgresqlDb(
    @Alias("db") String name,
    @Default("present") State state,
    Optional<String> owner,
    Optional<String> encoding,
    Optional<String> lcCollate,
    Optional<String> lcCtype,
    Optional<String> template,
    Optional<String> tablespace,
    Optional<Integer> connLimit,
    @Default("false") boolean force,
    Optional<String> target,
    @Default("") String targetOpts,
    @Default("postgres") String maintenanceDb,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
    implements Module {

  /** What should be. */
  public enum State {
    PRESENT,
    ABSENT,
    DUMP,
    RESTORE,
    RENAME
  }

  public PostgresqlDb {
    SqlText.checked("name", name);
    owner.ifPresent(role -> SqlText.checked("owner", role));
    template.ifPresent(db -> SqlText.checked("template", db));
    tablespace.ifPresent(place -> SqlText.checked("tablespace", place));
    target.filter(to -> state == State.RENAME).ifPresent(to -> SqlText.checked("target", to));
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    boolean aims = state == State.DUMP || state == State.RESTORE || state == State.RENAME;
    if (aims && target.isEmpty()) {
      throw new PlanException(
          "target is missing", state == State.RENAME ? "the new name" : "path of a file");
    }
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    PgQuery question = question(login, name);
    PgQuery aim = question(login, target.orElse(name));
    host.askAll(question, aim);
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return PgChange.refused(found);
    }
    return switch (state) {
      case PRESENT -> found.none() ? create(login, question) : alter(login, question, found);
      case ABSENT -> absent(login, question, found);
      case RENAME -> rename(login, question, aim, found, host.ask(aim));
      case DUMP, RESTORE ->
          found.none()
              ? Plan.refused("there is no database " + name, "state: 'present' makes it")
              : carry(
                  login,
                  state == State.DUMP
                      ? HostPath.of(host, target.orElseThrow(), "target")
                      : SqlFile.of(host, target.orElseThrow(), "target"));
    };
  }

  private PgQuery question(PgLogin login, String db) {
    return new PgQuery(
        login,
        maintenanceDb,
        "SELECT r.rolname, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, d.datconnlimit,"
            + " t.spcname FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba"
            + " JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = "
            + SqlText.text(db),
        Set.of(PgPart.database(db)));
  }

  private Plan create(PgLogin login, PgQuery question) {
    StringBuilder sql = new StringBuilder("CREATE DATABASE ").append(SqlText.name(name));
    owner.ifPresent(role -> sql.append(" OWNER ").append(SqlText.name(role)));
    template.ifPresent(from -> sql.append(" TEMPLATE ").append(SqlText.name(from)));
    encoding.ifPresent(text -> sql.append(" ENCODING ").append(SqlText.text(text)));
    lcCollate.ifPresent(text -> sql.append(" LC_COLLATE ").append(SqlText.text(text)));
    lcCtype.ifPresent(text -> sql.append(" LC_CTYPE ").append(SqlText.text(text)));
    tablespace.ifPresent(place -> sql.append(" TABLESPACE ").append(SqlText.name(place)));
    connLimit.ifPresent(limit -> sql.append(" CONNECTION LIMIT ").append(limit));
    List<String> row =
        List.of(
            owner.orElse("postgres"),
            encoding.orElse("UTF8"),
            lcCollate.orElse(""),
            lcCtype.orElse(""),
            String.valueOf(connLimit.orElse(-1)),
            tablespace.orElse("pg_default"));
    return done(login, "create database " + name, List.of(sql.toString()))
        .predicts(question, new PgQuery.Rows(List.of(row), ""));
  }

  private Plan alter(PgLogin login, PgQuery question, PgQuery.Rows found) {
    String refused =
        fixed("encoding", encoding.map(PostgresqlDb::plain), plain(found.first(1)))
            + fixed("lcCollate", lcCollate, found.first(2))
            + fixed("lcCtype", lcCtype, found.first(3));
    if (!refused.isEmpty()) {
      return Plan.refused(
          "database " + name + " has " + refused + ", which cannot be changed",
          "dump it, drop it, create it anew and restore it");
    }
    List<String> statements = new ArrayList<>();
    List<String> row = new ArrayList<>(found.rows().get(0));
    String alter = "ALTER DATABASE " + SqlText.name(name);
    owner
        .filter(role -> !role.equals(found.first(0)))
        .ifPresent(
            role -> {
              statements.add(alter + " OWNER TO " + SqlText.name(role));
              row.set(0, role);
            });
    connLimit
        .map(String::valueOf)
        .filter(limit -> !limit.equals(found.first(4)))
        .ifPresent(
            limit -> {
              statements.add(alter + " CONNECTION LIMIT " + limit);
              row.set(4, limit);
            });
    tablespace
        .filter(place -> !place.equals(found.first(5)))
        .ifPresent(
            place -> {
              statements.add(alter + " SET TABLESPACE " + SqlText.name(place));
              row.set(5, place);
            });
    return statements.isEmpty()
        ? Plan.unchanged("database " + name + " is there", Map.of("db", name))
        : done(login, "change database " + name, statements)
            .predicts(question, new PgQuery.Rows(List.of(List.copyOf(row)), ""));
  }

  private static String fixed(String what, Optional<String> wanted, String found) {
    return wanted.isEmpty() || wanted.get().equals(found) ? "" : what + " " + found;
  }

  /** UTF-8, utf8 and UTF8 are one. */
  private static String plain(String encoding) {
    return encoding.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private Plan absent(PgLogin login, PgQuery question, PgQuery.Rows found) {
    if (found.none()) {
      return Plan.unchanged("there is no database " + name, Map.of("db", name));
    }
    String sql = "DROP DATABASE " + SqlText.name(name) + (force ? " WITH (FORCE)" : "");
    return done(login, "drop database " + name, List.of(sql))
        .predicts(question, new PgQuery.Rows(List.of(), ""));
  }

  private Plan rename(
      PgLogin login, PgQuery question, PgQuery aim, PgQuery.Rows found, PgQuery.Rows there) {
    String to = target.orElseThrow();
    if (found.none()) {
      return there.none()
          ? Plan.refused("there is no database " + name, "state: 'present' makes it")
          : Plan.unchanged("database " + name + " is called " + to, Map.of("db", to));
    }
    if (!there.none()) {
      return Plan.refused("databases " + name + " and " + to + " are both there", "drop one");
    }
    String sql = "ALTER DATABASE " + SqlText.name(name) + " RENAME TO " + SqlText.name(to);
    return done(login, "rename database " + name + " to " + to, List.of(sql))
        .predicts(question, there)
        .predicts(aim, found);
  }

  private Plan carry(PgLogin login, String path) {
    PgArchive archive = PgArchive.of(path);
    boolean dump = state == State.DUMP;
    String script =
        dump ? archive.dump(login, name, targetOpts) : archive.restore(login, name, targetOpts);
    Change change =
        Plan.change((dump ? "dump database " : "restore database ") + name)
            .run(script)
            .value("db", name)
            .value("target", path);
    return dump ? change.touches(Resource.tree(path)) : change.touches(PgPart.ALL);
  }

  private Change done(PgLogin login, String summary, List<String> statements) {
    Change change = Plan.change(summary);
    change = PgChange.statements(change, login, maintenanceDb, statements, false);
    return change
        .touches(PgPart.database(name), PgPart.database(target.orElse(name)))
        .diff(Diff.of("SQL", "", String.join(";\n", statements) + ";\n"))
        .value("db", name);
  }
}
