package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;

/**
 * Gives rights on what is in PostgreSQL to roles, or takes them away.
 *
 * <p>What is missing of the rights is asked of the server's catalog, so that a second run changes
 * nothing. The result has {@code queries}, the statements that were needed.
 *
 * <pre>{@code
 * postgresqlPrivs database: 'shop', roles: ['reporting'], privs: ['SELECT'], objs: ['ALL_IN_SCHEMA']
 * postgresqlPrivs database: 'shop', type: 'database', roles: ['PUBLIC'], privs: ['CONNECT'], state: 'absent'
 * postgresqlPrivs database: 'shop', type: 'function', objs: ['total(int:int)'], roles: ['shop'], privs: ['ALL']
 * postgresqlPrivs database: 'shop', type: 'default_privs', objs: ['TABLES'], roles: ['reporting'],
 *     privs: ['SELECT'], targetRoles: ['shop']
 * postgresqlPrivs database: 'shop', type: 'group', objs: ['reporting'], roles: ['anna']
 * }</pre>
 *
 * @param database to be connected to, and for type database the one meant if no {@code objs} are
 *     given
 * @param roles who gets them; PUBLIC for everybody
 * @param privs SELECT, INSERT, USAGE, EXECUTE, CONNECT, ...; ALL for all that the kind has; not
 *     with group
 * @param type kind of the objects; group for membership in roles, default_privs for what objects
 *     made later will have
 * @param objs names of the objects; ALL_IN_SCHEMA for all tables, sequences, functions or
 *     procedures of the schema; a function with its arguments; for default_privs TABLES, SEQUENCES,
 *     FUNCTIONS, TYPES or SCHEMAS, or ALL_DEFAULT for the first four
 * @param schema that the objects are in; for default_privs the one meant, or {@code not-specified}
 * @param state present (by default) or absent
 * @param grantOption whether they may be passed on; with absent, on takes only that away
 * @param targetRoles for default_privs: whose later objects are meant; those of the login by
 *     default
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
@Lacks(value = "failOnRole", instead = "leave it out: postgresqlUser makes the role first")
@Lacks(value = "password", instead = "loginPassword")
@Lacks(value = "usageOnTypes", instead = "leave it out: objs: ['TYPES'], privs: ['USAGE'] says it")
public record PostgresqlPrivs(
    @Alias({"db", "loginDb"}) String database,
    @Alias("role") List<String> roles,
    @Alias("priv") List<String> privs,
    @Default("table") Type type,
    @Alias("obj") List<String> objs,
    @Default("public") String schema,
    @Default("present") State state,
    @Alias("adminOption") Optional<Boolean> grantOption,
    List<String> targetRoles,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
    implements Module {

  /** Kinds of objects. */
  public enum Type {
    TABLE,
    SEQUENCE,
    FUNCTION,
    PROCEDURE,
    DATABASE,
    SCHEMA,
    LANGUAGE,
    TABLESPACE,
    TYPE,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER,
    GROUP,
    DEFAULT_PRIVS
  }

  /** Whether the rights should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  public PostgresqlPrivs {
    roles = CommaList.of(roles);
    privs = CommaList.of(privs);
    objs = CommaList.of(objs);
    targetRoles = CommaList.of(targetRoles);
    SqlText.checked("schema", schema);
    roles.forEach(role -> SqlText.checked("roles", role));
    targetRoles.forEach(role -> SqlText.checked("targetRoles", role));
    objs.forEach(each -> SqlText.checked("objs", each.split("[(]", 2)[0]));
  }

  @Override
  public String label() {
    return String.join(", ", roles);
  }

  @Override
  public Plan plan(Host host) {
    check();
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    PgRights rights =
        switch (type) {
          case GROUP -> new PgMembership(this);
          case DEFAULT_PRIVS -> new PgDefaults(this);
          case TABLE,
              SEQUENCE,
              FUNCTION,
              PROCEDURE,
              DATABASE,
              SCHEMA,
              LANGUAGE,
              TABLESPACE,
              TYPE,
              FOREIGN_DATA_WRAPPER,
              FOREIGN_SERVER ->
              new PgGrants(this);
        };
    PgQuery question = new PgQuery(login, database, rights.select(), rights.parts());
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      boolean object = found.error().contains("does not exist") && !found.error().contains("FATAL");
      return object
          ? Plan.refused(found.error().split("\n")[0], "make it first")
          : PgChange.refused(found);
    }
    Optional<String> missing = rights.missing(found);
    if (missing.isPresent()) {
      return Plan.refused(missing.get(), "make it first");
    }
    List<String> statements = rights.statements(found);
    String what = type == Type.GROUP ? "membership of " : "rights of ";
    return statements.isEmpty()
        ? Plan.unchanged(what + label() + " are as they should be")
        : PgChange.of(what + label(), login, database, statements, statements)
            .touches(rights.parts().toArray(Resource[]::new))
            .value("queries", statements)
            .predicts(question, rights.after(found));
  }

  private void check() {
    if (roles.isEmpty()) {
      throw new PlanException("roles are missing", "roles: ['anna'], or ['PUBLIC']");
    }
    if (type == Type.GROUP != privs.isEmpty()) {
      throw new PlanException(
          type == Type.GROUP ? "type group takes no privs" : "privs are missing",
          "privs: ['SELECT'], or ['ALL']");
    }
    if (objs.isEmpty() && type != Type.DATABASE) {
      throw new PlanException("objs are missing", "names of the objects, or ['ALL_IN_SCHEMA']");
    }
    for (String right : rights()) {
      if (!right.chars().allMatch(c -> c == ' ' || c >= 'A' && c <= 'Z')) {
        throw new PlanException("'" + right + "' is no right", "SELECT, USAGE, EXECUTE, ...");
      }
    }
  }

  /** The rights in capitals; ALL for all. */
  List<String> rights() {
    List<String> all = new ArrayList<>();
    for (String each : privs) {
      String right = each.toUpperCase(Locale.ROOT);
      all.add(right.equals("ALL PRIVILEGES") ? "ALL" : right.equals("TEMP") ? "TEMPORARY" : right);
    }
    return all;
  }

  boolean grants() {
    return state == State.PRESENT;
  }

  static String role(String name) {
    return name.equals("PUBLIC") ? name : SqlText.name(name);
  }
}
