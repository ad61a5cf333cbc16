package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Creates, changes and drops roles of PostgreSQL.
 *
 * <p>Of a password only a verifier (SCRAM-SHA-256) is sent, computed here; it is compared with what
 * the server keeps, so that a second run changes nothing. Rights are given with postgresqlPrivs.
 * The result has {@code user}.
 *
 * <pre>{@code
 * postgresqlUser name: 'shop', password: password
 * postgresqlUser name: 'reporting', roleAttrFlags: ['NOLOGIN'], comment: 'may read'
 * postgresqlUser name: 'anna', password: password, expires: '2031-05-06', groups: ['reporting'], connLimit: 5
 * postgresqlUser name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name of the role
 * @param password in the clear, or a verifier as the server keeps it; an empty one takes it away
 * @param state present (by default) or absent
 * @param roleAttrFlags what the role may: SUPERUSER, CREATEDB, CREATEROLE, LOGIN, REPLICATION,
 *     INHERIT, BYPASSRLS, each perhaps with NO in front; a new role may LOGIN unless told otherwise
 * @param expires time until which the password holds, or infinity
 * @param connLimit how many connections it may have; -1 for any number
 * @param groups roles that it is a member of; others stay
 * @param comment what the role is for
 * @param noPasswordChanges whether the password of a role that is there is left alone
 * @param db database to be connected to
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
@Lacks(value = "encrypted", instead = "leave it out: of a password only a verifier is ever sent")
@Lacks(
    value = {"failOnUser", "failOnRole"},
    instead = "leave it out: a role that owns something is never dropped; REASSIGN OWNED BY first")
@Lacks(value = "priv", instead = "postgresqlPrivs gives rights")
public record PostgresqlUser(
    @Alias("user") String name,
    Optional<String> password,
    @Default("present") State state,
    List<String> roleAttrFlags,
    Optional<String> expires,
    Optional<Integer> connLimit,
    List<String> groups,
    Optional<String> comment,
    @Default("false") boolean noPasswordChanges,
    @Alias("loginDb") @Default("postgres") String db,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
    implements Module {

  /** Whether the role should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  private static final List<String> FLAGS =
      List.of(
          "SUPERUSER", "CREATEDB", "CREATEROLE", "LOGIN", "REPLICATION", "INHERIT", "BYPASSRLS");

  public PostgresqlUser {
    SqlText.checked("name", name);
    groups.forEach(group -> SqlText.checked("groups", group));
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    List<String> flags = flags();
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    String salt = host.once("salt", Scram::salt);
    PgQuery question = new PgQuery(login, db, sql(), parts());
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return found.error().contains("pg_authid")
          ? Plan.refused(
              "only a superuser may look at passwords: " + found.error(),
              "log in as one, or give noPasswordChanges: true")
          : PgChange.refused(found);
    }
    if (state == State.ABSENT) {
      return found.none()
          ? Plan.unchanged("there is no role " + name, Map.of("user", name))
          : change(login, question, "drop", List.of("DROP ROLE " + quoted()), false, salt)
              .predicts(question, new PgQuery.Rows(List.of(), ""));
    }
    List<String> statements = new ArrayList<>();
    boolean create = found.none();
    boolean secret = options(found, flags, salt, statements);
    for (String group : groups) {
      if (create || !List.of(found.first(11).split("\n")).contains(group)) {
        statements.add("GRANT " + SqlText.name(group) + " TO " + quoted());
      }
    }
    comment
        .filter(text -> create || !text.equals(found.first(10)))
        .ifPresent(
            text -> statements.add("COMMENT ON ROLE " + quoted() + " IS " + SqlText.text(text)));
    if (statements.isEmpty()) {
      return Plan.unchanged("role " + name + " is there", Map.of("user", name));
    }
    return change(login, question, create ? "create" : "change", statements, secret, salt)
        .predicts(question, expected(found, salt));
  }

  private Set<Resource> parts() {
    Set<Resource> parts = new LinkedHashSet<>();
    parts.add(PgPart.role(name));
    groups.forEach(group -> parts.add(PgPart.role(group)));
    return parts;
  }

  /** What a role is, whether it expires when it should, and who it belongs to. */
  private String sql() {
    boolean looks = password.isPresent() && !noPasswordChanges;
    String until =
        expires
            .map(
                text ->
                    "COALESCE(rolvaliduntil = "
                        + SqlText.text(text)
                        + "::timestamptz, "
                        + SqlText.text(text)
                        + " = 'infinity')")
            .orElse("true");
    return "SELECT rolsuper, rolcreatedb, rolcreaterole, rolcanlogin, rolreplication, rolinherit,"
        + " rolbypassrls, rolconnlimit, "
        + until
        + ", "
        + (looks ? "COALESCE(rolpassword, '')" : "''")
        + ", COALESCE(shobj_description(a.oid, 'pg_authid'), ''), COALESCE((SELECT string_agg(g.rolname,"
        + " E'\\n') FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = a.oid),"
        + " '') FROM "
        + (looks ? "pg_authid" : "pg_roles")
        + " a WHERE rolname = "
        + SqlText.text(name);
  }

  /** The CREATE or ALTER that is needed, if any; whether it holds a verifier. */
  private boolean options(
      PgQuery.Rows found, List<String> flags, String salt, List<String> statements) {
    boolean create = found.none();
    StringBuilder options = new StringBuilder();
    if (create && flags.stream().noneMatch(flag -> flag.endsWith("LOGIN"))) {
      options.append(" LOGIN");
    }
    for (String flag : flags) {
      boolean no = flag.startsWith("NO");
      int index = FLAGS.indexOf(no ? flag.substring(2) : flag);
      if (create || found.first(index).equals("t") == no) {
        options.append(' ').append(flag);
      }
    }
    connLimit
        .filter(limit -> create || !found.first(7).equals(limit.toString()))
        .ifPresent(limit -> options.append(" CONNECTION LIMIT ").append(limit));
    expires
        .filter(text -> create || !found.first(8).equals("t"))
        .ifPresent(text -> options.append(" VALID UNTIL ").append(SqlText.text(text)));
    boolean secret = false;
    if (password.isPresent() && (create || !noPasswordChanges && !same(found.first(9)))) {
      String text = password.get();
      secret = !text.isEmpty();
      options.append(" PASSWORD ");
      options.append(secret ? SqlText.text(hashed(salt)) : "NULL");
    }
    if (create || !options.isEmpty()) {
      statements.add((create ? "CREATE ROLE " : "ALTER ROLE ") + quoted() + options);
    }
    return secret;
  }

  private boolean same(String kept) {
    String text = password.orElseThrow();
    return text.isEmpty() ? kept.isEmpty() : Scram.matches(text, name, kept);
  }

  private String hashed(String salt) {
    String text = password.orElseThrow();
    return Scram.hashed(text) ? text : Scram.verifier(text, salt);
  }

  private Change change(
      PgLogin login,
      PgQuery question,
      String verb,
      List<String> sent,
      boolean secret,
      String salt) {
    List<String> shown = new ArrayList<>();
    for (String statement : sent) {
      shown.add(secret ? statement.replace(SqlText.text(hashed(salt)), "'(hidden)'") : statement);
    }
    return PgChange.statements(Plan.change(verb + " role " + name), login, db, sent, true)
        .touches(PgPart.role(name))
        .diff(Diff.of("SQL", "", String.join(";\n", shown) + ";\n"))
        .value("user", name);
  }

  /** The row that a second look will find. */
  private PgQuery.Rows expected(PgQuery.Rows found, String salt) {
    List<String> row = new ArrayList<>();
    List<String> given = flags();
    for (int i = 0; i < FLAGS.size(); i++) {
      String flag = FLAGS.get(i);
      boolean standard = flag.equals("LOGIN") || flag.equals("INHERIT");
      String was = found.none() ? standard ? "t" : "f" : found.first(i);
      row.add(given.contains(flag) ? "t" : given.contains("NO" + flag) ? "f" : was);
    }
    row.add(connLimit.map(String::valueOf).orElse(found.none() ? "-1" : found.first(7)));
    row.add("t");
    boolean looks = password.filter(text -> !text.isEmpty()).isPresent() && !noPasswordChanges;
    row.add(looks ? hashed(salt) : "");
    row.add(comment.orElse(found.none() ? "" : found.first(10)));
    List<String> member = new ArrayList<>(groups);
    if (!found.none() && !found.first(11).isEmpty()) {
      member.addAll(List.of(found.first(11).split("\n")));
    }
    row.add(String.join("\n", member));
    return new PgQuery.Rows(List.of(List.copyOf(row)), "");
  }

  private String quoted() {
    return SqlText.name(name);
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>();
    for (String given : roleAttrFlags) {
      for (String flag : given.split(",")) {
        String word = flag.strip().toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
          continue;
        }
        if (!FLAGS.contains(word)
            && !(word.startsWith("NO") && FLAGS.contains(word.substring(2)))) {
          throw new PlanException(
              "'" + flag.strip() + "' is no attribute of a role", String.join(", ", FLAGS));
        }
        flags.add(word);
      }
    }
    return flags;
  }
}
