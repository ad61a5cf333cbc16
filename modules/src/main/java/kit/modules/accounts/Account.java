package kit.modules.accounts;

/**
 * An entry of the passwd database.
 *
 * @param name login name
 * @param uid number; -1 if it is not known yet
 * @param gid number of the primary group; -1 if it is not known yet
 * @param comment the GECOS field
 * @param home home directory
 * @param shell login shell
 */
public record Account(String name, int uid, int gid, String comment, String home, String shell) {

  static Account of(String[] fields) {
    return new Account(
        fields[0],
        Database.number(fields[2]),
        Database.number(fields[3]),
        fields[4],
        fields[5],
        fields[6]);
  }
}
