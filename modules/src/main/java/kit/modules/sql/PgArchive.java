package kit.modules.sql;

import kit.spi.Sh;

/**
 * A dump in a file of the host.
 *
 * @param path where
 * @param format p for SQL, t for tar, c for PostgreSQL's own, d for a directory
 * @param packer what packs the SQL; empty if nothing does
 */
record PgArchive(String path, char format, String packer) {

  static PgArchive of(String path) {
    String packer = "";
    String name = path;
    for (String[] known : new String[][] {{".gz", "gzip"}, {".bz2", "bzip2"}, {".xz", "xz"}}) {
      if (path.endsWith(known[0])) {
        packer = known[1];
        name = path.substring(0, path.length() - known[0].length());
      }
    }
    boolean plain = !packer.isEmpty();
    char format =
        plain
            ? 'p'
            : name.endsWith(".tar")
                ? 't'
                : name.endsWith(".pgc") ? 'c' : name.endsWith(".dir") ? 'd' : 'p';
    return new PgArchive(path, format, packer);
  }

  /** To a new file that takes the place of the old one when all of it is there. */
  String dump(PgLogin login, String db, String options) {
    String file = Sh.path(path);
    if (format == 'd') {
      // who dumps must own the directory, and finds none there
      return "umask 077; n=$(mktemp -d "
          + file
          + ".XXXXXX) || exit\n"
          + Sh.atExit("rm -rf -- \"$n\"")
          + (login.become() ? "chown postgres \"$n\" || exit\n" : "")
          + login.command("pg_dump", "-F d -f \"$n/new\" " + options, db)
          + " || exit\n[ ! -e "
          + file
          + " ] || mv -- "
          + file
          + " \"$n/old\" || exit\nmv -- \"$n/new\" "
          + file
          + "\n";
    }
    String dump = login.command("pg_dump", "-F " + format + " " + options, db);
    return "umask 077; n=$(mktemp "
        + file
        + ".XXXXXX) || exit\n"
        + Sh.atExit("rm -f -- \"$n\"")
        + (packer.isEmpty()
            ? dump + " >\"$n\" || exit\n"
            // the status of pg_dump counts, not only that of the packer
            : "{ "
                + dump
                + " || echo failed >\"$n.e\"; } | "
                + packer
                + " -c >\"$n\" || exit\n"
                + "[ ! -e \"$n.e\" ] || { rm -f \"$n.e\"; exit 1; }\n")
        + "mv -f -- \"$n\" "
        + file
        + "\n";
  }

  /** A packed file that goes to the input of a command; broken, it fails all. */
  static String unpacked(String packer, String file, String command) {
    return "e=$(mktemp) || exit\n"
        + Sh.atExit("rm -f -- \"$e\"")
        + "{ "
        + packer
        + " -dc <"
        + file
        + " || echo broken >\"$e\"; } | "
        + command
        + " || exit\n[ ! -s \"$e\" ] || exit 1\n";
  }

  String restore(PgLogin login, String db, String options) {
    String file = Sh.path(path);
    if (format == 'd') {
      return login.command("pg_restore", "-e " + options + " " + file, db) + "\n";
    }
    String read =
        format == 'p'
            ? login.command("psql", "-X -q -v ON_ERROR_STOP=1 " + options, db)
            : login.command("pg_restore", "-e " + options, db);
    return packer.isEmpty() ? read + " <" + file + "\n" : unpacked(packer, file, read);
  }
}
