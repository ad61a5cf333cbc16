package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;

/**
 * Creates, changes and drops users of MySQL and MariaDB, and their rights.
 *
 * <p>Of a password for mysql_native_password only the hash is sent, computed here; it is compared
 * with the server's, so that a second run changes nothing. The result has {@code user}.
 *
 * <pre>{@code
 * mysqlUser name: 'shop', password: password, priv: 'shop.*:ALL'
 * mysqlUser name: 'report', host: '10.0.0.%', password: password, priv: 'shop.*:SELECT/blog.posts:SELECT,INSERT'
 * mysqlUser name: 'old', host: '%', state: 'absent'
 * }</pre>
 *
 * @param name of the user; an empty one is the anonymous user
 * @param host that the user connects from; {@code %} for any
 * @param password in the clear, or its hash with {@code encrypted}
 * @param encrypted whether the password is a hash of mysql_native_password already
 * @param plugin that lets the user in instead of a password: unix_socket, ed25519, ...
 * @param pluginHashString what the server keeps for the plugin, as it keeps it: a hash
 * @param pluginAuthString what the plugin makes its hash of; set with the plugin and not compared
 *     later, since the server keeps the hash only; for pam the service
 * @param state present (by default) or absent
 * @param priv rights: {@code db.table:RIGHT,RIGHT/db2.*:RIGHT}, or a map of what to rights; ALL for
 *     all, GRANT to pass them on; others are taken away
 * @param appendPrivs whether other rights stay
 * @param subtractPrivs whether these rights are taken away instead
 * @param updatePassword always, or on_create only
 * @param tlsRequires what connections must show: {@code [SSL: '']}, {@code [X509: '']}, or SUBJECT,
 *     ISSUER and CIPHER with their values; {@code [NONE: '']} for nothing; as it is by default
 * @param resourceLimits MAX_QUERIES_PER_HOUR, MAX_UPDATES_PER_HOUR, MAX_CONNECTIONS_PER_HOUR,
 *     MAX_USER_CONNECTIONS, MAX_STATEMENT_TIME with their numbers; 0 for no limit
 * @param loginHost server; the socket on the host by default
 * @param loginPort of the server
 * @param loginUnixSocket path of the socket
 * @param loginUser database user
 * @param loginPassword of that user
 * @param configFile a client's option file on the host to read first
 */
@MyLacks
@Lacks(
    value = "checkImplicitAdmin",
    instead = "leave it out: root comes in over the socket without a password")
@Lacks(value = "hostAll", instead = "one call for each host")
@Lacks(
    value = {"sqlLogBin", "sessionVars"},
    instead = "leave it out: mysqlQuery sets variables")
@Lacks(value = "forceContext", instead = "leave it out")
public record MysqlUser(
    @Alias("user") String name,
    @Default("localhost") String host,
    Optional<String> password,
    @Default("false") boolean encrypted,
    Optional<String> plugin,
    Optional<String> pluginHashString,
    Optional<String> pluginAuthString,
    @Default("present") State state,
    Optional<Object> priv,
    @Default("false") boolean appendPrivs,
    @Default("false") boolean subtractPrivs,
    @Default("always") UpdatePassword updatePassword,
    Map<String, Object> tlsRequires,
    Map<String, Object> resourceLimits,
    Optional<String> loginHost,
    @Default("3306") int loginPort,
    Optional<String> loginUnixSocket,
    Optional<String> loginUser,
    Optional<String> loginPassword,
    Optional<String> configFile)
    implements Module {

  /** Whether the user should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  /** When a password is set. */
  public enum UpdatePassword {
    ALWAYS,
    ON_CREATE
  }

  @Override
  public String label() {
    return name + "@" + host;
  }

  @Override
  public Plan plan(Host target) {
    refuse(password.isPresent() && plugin.isPresent(), "both password and plugin are given");
    refuse(
        !plugin.orElse("x").chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c)),
        "plugin is no name");
    refuse(appendPrivs && subtractPrivs, "both appendPrivs and subtractPrivs are given");
    refuse(subtractPrivs && priv.isEmpty(), "subtractPrivs needs priv");
    Map<String, Set<String>> wanted = priv.map(MyGrants::wanted).orElse(Map.of());
    MyLogin login =
        MyLogin.of(loginHost, loginPort, loginUnixSocket, loginUser, loginPassword, configFile);
    refuse(
        pluginHashString.isPresent() && pluginAuthString.isPresent(),
        "both pluginHashString and pluginAuthString are given");
    MyLimits limits = new MyLimits(tlsRequires, resourceLimits);
    Resource part = MyChange.user(name);
    MyQuery who =
        new MyQuery(
            login,
            "SELECT plugin, authentication_string"
                + limits.columns()
                + " FROM mysql.user WHERE User = "
                + SqlText.escaped(name)
                // the server keeps names of hosts in small letters
                + " AND LOWER(Host) = LOWER("
                + SqlText.escaped(host)
                + ")",
            part);
    MyQuery grants = new MyQuery(login, "SHOW GRANTS FOR " + account(), part);
    MyQuery version = new MyQuery(login, "SELECT VERSION()", MyChange.SERVER);
    target.askAll(who, grants, version);
    MyQuery.Rows found = target.ask(who);
    if (!found.error().isEmpty()) {
      return MyChange.refused(found);
    }
    if (state == State.ABSENT) {
      return found.none()
          ? Plan.unchanged("there is no user " + label(), Map.of("user", label()))
          : told(MyChange.of("drop user " + label(), login, drop(), drop()))
              .predicts(who, new MyQuery.Rows(List.of(), ""));
    }
    List<String> sent = new ArrayList<>();
    Optional<String> secret = identity(found, maria(target.ask(version)), sent);
    List<String> row = found.none() ? List.of() : found.rows().get(0);
    sent.addAll(limits.statements(account(), row.isEmpty() ? row : row.subList(2, row.size())));
    Map<String, Set<String>> held = MyGrants.shown(target.ask(grants).rows());
    if (priv.isPresent()) {
      rights(found.none() ? Map.of() : held, wanted, sent);
    }
    if (sent.isEmpty()) {
      return Plan.unchanged("user " + label() + " is there", Map.of("user", label()));
    }
    List<String> shown = new ArrayList<>();
    sent.forEach(line -> shown.add(secret.map(s -> line.replace(s, "'(hidden)'")).orElse(line)));
    String verb = found.none() ? "create user " : "change user ";
    return told(MyChange.of(verb + label(), login, shown, sent));
  }

  private static boolean maria(MyQuery.Rows version) {
    return !version.none() && version.first(0).contains("MariaDB");
  }

  private List<String> drop() {
    return List.of("DROP USER " + account());
  }

  private Change told(Change change) {
    return change.value("user", label()).touches(MyChange.user(name));
  }

  /** The statement for the account itself, if any; what of it must not be shown. */
  private Optional<String> identity(MyQuery.Rows found, boolean maria, List<String> sent) {
    boolean create = found.none();
    String verb = (create ? "CREATE USER " : "ALTER USER ") + account();
    if (plugin.isPresent()) {
      boolean service = plugin.get().equals("pam");
      Optional<String> kept = service ? pluginAuthString : pluginHashString;
      boolean same =
          !create
              && found.first(0).equals(plugin.get())
              && (updatePassword == UpdatePassword.ON_CREATE
                  || kept.map(found.first(1)::equals).orElse(true));
      Optional<String> secret = kept.or(() -> pluginAuthString).map(SqlText::escaped);
      if (!same) {
        String how = kept.isPresent() ? " AS " : maria ? " USING PASSWORD(" : " BY ";
        String end = kept.isEmpty() && maria ? ")" : "";
        String with = secret.map(text -> how + text + end).orElse("");
        sent.add(verb + " IDENTIFIED WITH " + plugin.get() + with);
      }
      return secret;
    }
    if (password.isEmpty()) {
      if (create) {
        sent.add(verb);
      }
      return Optional.empty();
    }
    String hash = encrypted ? password.get() : NativePassword.hash(password.get());
    boolean asks = create || updatePassword == UpdatePassword.ALWAYS;
    if (asks && (create || !found.first(1).equalsIgnoreCase(hash))) {
      // both MySQL and MariaDB read this form
      sent.add(verb + " IDENTIFIED WITH mysql_native_password AS " + SqlText.escaped(hash));
    }
    return Optional.of(SqlText.escaped(hash));
  }

  private void rights(
      Map<String, Set<String>> held, Map<String, Set<String>> wanted, List<String> sent) {
    Map<String, Set<String>> all = new LinkedHashMap<>(wanted);
    if (!appendPrivs && !subtractPrivs) {
      held.keySet().forEach(place -> all.putIfAbsent(place, Set.of()));
    }
    all.forEach(
        (place, rights) -> {
          Set<String> has = held.getOrDefault(place, Set.of());
          Set<String> goes = new LinkedHashSet<>();
          Set<String> comes = new LinkedHashSet<>();
          if (subtractPrivs) {
            goes.addAll(rights);
            goes.retainAll(has);
          } else {
            comes.addAll(rights);
            comes.removeAll(has);
            comes.remove("USAGE");
            goes.addAll(appendPrivs ? Set.of() : has);
            goes.removeAll(rights);
            if (has.contains("ALL") && !goes.contains("ALL")) {
              comes.removeIf(right -> !right.equals("GRANT"));
            }
          }
          statement("REVOKE ", goes, place, " FROM ", sent);
          statement("GRANT ", comes, place, " TO ", sent);
        });
  }

  /** GRANT as a right stands behind the rest in one statement, and alone in the other. */
  private void statement(
      String verb, Set<String> rights, String place, String with, List<String> sent) {
    List<String> plain = new ArrayList<>(rights);
    boolean option = plain.remove("GRANT");
    boolean gives = verb.equals("GRANT ");
    if (!gives && option) {
      sent.add("REVOKE GRANT OPTION ON " + place + " FROM " + account());
    }
    if (!plain.isEmpty() || gives && option) {
      String list = plain.isEmpty() ? "USAGE" : String.join(", ", plain);
      String end = gives && option ? " WITH GRANT OPTION" : "";
      sent.add(verb + list + " ON " + place + with + account() + end);
    }
  }

  private String account() {
    return SqlText.escaped(name) + "@" + SqlText.escaped(host);
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc mysqlUser shows what goes together");
    }
  }
}
