package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Creates, dumps, imports and drops databases of MySQL and MariaDB.
 *
 * <p>Root reaches the server over the socket without a password. The result has {@code dbList}.
 *
 * <pre>{@code
 * mysqlDb name: 'shop', encoding: 'utf8mb4', collation: 'utf8mb4_unicode_ci'
 * mysqlDb name: ['shop', 'blog'], state: 'dump', target: '/var/backups/all.sql.gz', singleTransaction: true
 * mysqlDb name: 'old', state: 'absent'
 * }</pre>
 *
 * @param name of the databases; {@code all} to dump or import all
 * @param state present; absent; dump to and import from {@code target}, always a change
 * @param encoding character set of a new database; an existing one with another is changed
 * @param collation order of a new database; likewise
 * @param target path of a dump on the host: .sql, .sql.gz, .sql.bz2 or .sql.xz
 * @param singleTransaction whether a dump sees the tables at one moment without locking them
 * @param ignoreTables tables left out of a dump, each {@code database.table}
 * @param dumpExtraArgs further options of the dump, as a shell reads them
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
@Lacks(
    value = {"hexBlob", "masterData", "skipLockTables"},
    instead = "dumpExtraArgs: '--hex-blob', ...")
@Lacks(value = "force", instead = "dumpExtraArgs: '--force'; an import ends with the first error")
@Lacks(
    value = {"quick", "pipefail", "useShell"},
    instead = "leave it out: dumps are quick, and what fails in a pipe fails the call")
@Lacks(value = "chdir", instead = "write target from the root")
@Lacks(
    value = {"unsafeLoginPassword", "restrictConfigFile", "configOverridesDefaults"},
    instead = "leave it out: arguments win over files, and a password needs no quotes")
public record MysqlDb(
    @Alias("db") List<String> name,
    @Default("present") State state,
    Optional<String> encoding,
    Optional<String> collation,
    Optional<String> target,
    @Default("false") boolean singleTransaction,
    List<String> ignoreTables,
    @Default("") String dumpExtraArgs,
    Optional<String> loginHost,
    @Default("3306") int loginPort,
    Optional<String> loginUnixSocket,
    Optional<String> loginUser,
    Optional<String> loginPassword,
    Optional<String> configFile)
    implements Module {

  /** What should be. */
  public enum State {
    PRESENT,
    ABSENT,
    DUMP,
    IMPORT
  }

  @Override
  public String label() {
    return String.join(", ", name);
  }

  @Override
  public Plan plan(Host host) {
    boolean carries = state == State.DUMP || state == State.IMPORT;
    if (name.isEmpty() || carries && target.isEmpty()) {
      throw new PlanException(
          name.isEmpty() ? "name is missing" : "target is missing", "mysqlDb name: 'shop', ...");
    }
    if (state == State.IMPORT && name.size() > 1) {
      throw new PlanException("import takes one database", "name it, or name: 'all'");
    }
    if (name.contains("all") && !carries) {
      throw new PlanException("all databases can only be dumped and imported", "name them");
    }
    MyLogin login =
        MyLogin.of(loginHost, loginPort, loginUnixSocket, loginUser, loginPassword, configFile);
    MyQuery question =
        new MyQuery(
            login,
            "SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM"
                + " information_schema.SCHEMATA ORDER BY 1",
            MyChange.DATABASES);
    MyQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return MyChange.refused(found);
    }
    return switch (state) {
      case PRESENT -> present(login, question, found);
      case ABSENT -> absent(login, question, found);
      case DUMP -> dump(login, found, HostPath.of(host, target.orElseThrow(), "target"));
      case IMPORT -> restore(login, found, SqlFile.of(host, target.orElseThrow(), "target"));
    };
  }

  private Plan present(MyLogin login, MyQuery question, MyQuery.Rows found) {
    List<String> statements = new ArrayList<>();
    List<List<String>> after = new ArrayList<>(found.rows());
    for (String db : name) {
      Optional<List<String>> row = row(found, db);
      boolean set = row.isPresent() && same(encoding, row.get().get(1));
      boolean order = row.isPresent() && same(collation, row.get().get(2));
      if (!set || !order) {
        statements.add(row.isPresent() ? create(db).replaceFirst("CREATE", "ALTER") : create(db));
        row.ifPresent(after::remove);
        after.add(List.of(db, encoding.orElse(""), collation.orElse("")));
      }
    }
    return statements.isEmpty()
        ? Plan.unchanged(label() + (name.size() == 1 ? " is there" : " are there"), values())
        : done(login, "set database " + label(), statements)
            .predicts(question, new MyQuery.Rows(List.copyOf(after), ""));
  }

  /** MariaDB calls utf8 by its other name, utf8mb3. */
  private static boolean same(Optional<String> wanted, String found) {
    return wanted.isEmpty() || plain(wanted.get()).equals(plain(found));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^utf8(?=_|$)", "utf8mb3");
  }

  private Plan absent(MyLogin login, MyQuery question, MyQuery.Rows found) {
    List<String> statements = new ArrayList<>();
    List<List<String>> after = new ArrayList<>(found.rows());
    for (String db : name) {
      row(found, db)
          .ifPresent(
              row -> {
                statements.add("DROP DATABASE " + SqlText.ticked(db));
                after.remove(row);
              });
    }
    return statements.isEmpty()
        ? Plan.unchanged("there is no database " + label(), values())
        : done(login, "drop database " + label(), statements)
            .predicts(question, new MyQuery.Rows(List.copyOf(after), ""));
  }

  private String create(String db) {
    return "CREATE DATABASE "
        + SqlText.ticked(db)
        + encoding.map(text -> " CHARACTER SET " + SqlText.escaped(text)).orElse("")
        + collation.map(text -> " COLLATE " + SqlText.escaped(text)).orElse("");
  }

  private static Optional<List<String>> row(MyQuery.Rows found, String db) {
    return found.rows().stream().filter(row -> row.get(0).equals(db)).findFirst();
  }

  private Plan dump(MyLogin login, MyQuery.Rows found, String path) {
    List<String> words = new ArrayList<>(List.of("--quick"));
    if (singleTransaction) {
      words.add("--single-transaction");
    }
    ignoreTables.forEach(table -> words.add("--ignore-table=" + table));
    boolean all = name.contains("all");
    if (all) {
      words.add("--all-databases");
    } else {
      for (String db : name) {
        if (row(found, db).isEmpty()) {
          return Plan.refused("there is no database " + db, "state: 'present' makes it");
        }
      }
      // one alone is dumped without its name, so that it may be imported into another
      words.addAll(name.size() == 1 ? List.of("--") : List.of("--databases", "--"));
      words.addAll(name);
    }
    String command = login.command("mysqldump", dumpExtraArgs + " " + Sh.quote(words));
    String file = Sh.path(path);
    String packer = packer(path);
    return told(
        Plan.change("dump database " + label())
            .run(
                "umask 077; n=$(mktemp "
                    + file
                    + ".XXXXXX) || exit\n"
                    + Sh.atExit("rm -f -- \"$n\" \"$n.e\"")
                    + "{ "
                    + command
                    + " || : >\"$n.e\"; } | "
                    + (packer.isEmpty() ? "cat" : packer + " -c")
                    + " >\"$n\" || exit\n[ ! -e \"$n.e\" ] || exit 1\nmv -f -- \"$n\" "
                    + file
                    + "\n")
            .touches(Resource.path(path)));
  }

  private Plan restore(MyLogin login, MyQuery.Rows found, String path) {
    boolean all = name.contains("all");
    Change change = Plan.change("import database " + label());
    if (!all && row(found, name.get(0)).isEmpty()) {
      change = MyChange.then(change, login, List.of(create(name.get(0))));
    }
    String packer = packer(path);
    String command = login.command("mysql", all ? "" : "-D " + Sh.quote(name.get(0)));
    String read =
        packer.isEmpty()
            ? command + " <" + Sh.path(path) + "\n"
            : PgArchive.unpacked(packer, Sh.path(path), command);
    return told(change.run(read).touches(MyChange.ALL));
  }

  private static String packer(String path) {
    return path.endsWith(".gz")
        ? "gzip"
        : path.endsWith(".bz2") ? "bzip2" : path.endsWith(".xz") ? "xz" : "";
  }

  private Change done(MyLogin login, String summary, List<String> statements) {
    return told(MyChange.of(summary, login, statements, statements)).touches(MyChange.DATABASES);
  }

  private Change told(Change change) {
    return change.value("dbList", name);
  }

  private Map<String, Object> values() {
    return Map.of("dbList", name);
  }
}
