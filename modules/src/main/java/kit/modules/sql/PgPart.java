package kit.modules.sql;

import kit.spi.Resource;

/**
 * What questions to PostgreSQL speak of and changes touch, so that changes of different things
 * travel together. A question speaks of its database and its login anyway.
 */
final class PgPart {

  /** Anything in any database. */
  static final Resource ALL = part("*");

  private PgPart() {}

  /** A role and what it is a member of. */
  static Resource role(String name) {
    return part("role " + name);
  }

  /** A database itself and all that is in it. */
  static Resource database(String name) {
    return part("database " + name);
  }

  /** Rights on something in a database, whatever its kind; functions of one name are one. */
  static Resource rights(String db, String schema, String name) {
    int open = name.indexOf('(');
    return part("rights " + db + " " + schema + " " + (open < 0 ? name : name.substring(0, open)));
  }

  /** Rights that later objects will have. */
  static Resource later(String db, String schema) {
    return part("later " + db + " " + schema);
  }

  /** A parameter of the server. */
  static Resource parameter(String name) {
    return part("parameter " + name);
  }

  /** A replication slot. */
  static Resource slot(String name) {
    return part("slot " + name);
  }

  private static Resource part(String name) {
    return new Resource("postgresql", name.replace('/', '|'));
  }
}
