package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the catalog keeps the rights on each kind of object.
 *
 * @param word as GRANT calls the kind
 * @param all as GRANT calls all of the kind in a schema; empty if it cannot
 * @param table of the catalog
 * @param name column of the name
 * @param owner column of the owner
 * @param acl column of the rights
 * @param letter as acldefault takes it
 * @param schema column of the schema; empty if it is in none
 * @param filter further condition
 */
record PgObjects(
    String word,
    String all,
    String table,
    String name,
    String owner,
    String acl,
    String letter,
    String schema,
    String filter) {

  static PgObjects of(PostgresqlPrivs.Type type) {
    return switch (type) {
      case TABLE ->
          new PgObjects(
              "TABLE",
              "ALL TABLES",
              "pg_class",
              "relname",
              "relowner",
              "relacl",
              "r",
              "relnamespace",
              "o.relkind IN ('r', 'v', 'm', 'f', 'p')");
      case SEQUENCE ->
          new PgObjects(
              "SEQUENCE",
              "ALL SEQUENCES",
              "pg_class",
              "relname",
              "relowner",
              "relacl",
              "s",
              "relnamespace",
              "o.relkind = 'S'");
      case FUNCTION ->
          new PgObjects(
              "FUNCTION",
              "ALL FUNCTIONS",
              "pg_proc",
              "proname",
              "proowner",
              "proacl",
              "f",
              "pronamespace",
              "o.prokind IN ('f', 'a', 'w')");
      case PROCEDURE ->
          new PgObjects(
              "PROCEDURE",
              "ALL PROCEDURES",
              "pg_proc",
              "proname",
              "proowner",
              "proacl",
              "f",
              "pronamespace",
              "o.prokind = 'p'");
      case TYPE ->
          new PgObjects(
              "TYPE", "", "pg_type", "typname", "typowner", "typacl", "T", "typnamespace", "true");
      case SCHEMA ->
          new PgObjects(
              "SCHEMA", "", "pg_namespace", "nspname", "nspowner", "nspacl", "n", "", "true");
      case DATABASE ->
          new PgObjects(
              "DATABASE", "", "pg_database", "datname", "datdba", "datacl", "d", "", "true");
      case LANGUAGE ->
          new PgObjects(
              "LANGUAGE", "", "pg_language", "lanname", "lanowner", "lanacl", "l", "", "true");
      case TABLESPACE ->
          new PgObjects(
              "TABLESPACE", "", "pg_tablespace", "spcname", "spcowner", "spcacl", "t", "", "true");
      case FOREIGN_DATA_WRAPPER ->
          new PgObjects(
              "FOREIGN DATA WRAPPER",
              "",
              "pg_foreign_data_wrapper",
              "fdwname",
              "fdwowner",
              "fdwacl",
              "F",
              "",
              "true");
      case FOREIGN_SERVER ->
          new PgObjects(
              "FOREIGN SERVER",
              "",
              "pg_foreign_server",
              "srvname",
              "srvowner",
              "srvacl",
              "S",
              "",
              "true");
      case GROUP, DEFAULT_PRIVS -> throw new IllegalArgumentException(type.name());
    };
  }

  boolean function() {
    return table.equals("pg_proc");
  }

  /**
   * A SELECT of every right: object, grantee, right, whether it may be passed on; and for each
   * object what its owner has by default, under the grantee {@code =}: that is what ALL means.
   *
   * @param schemaName empty if it is in none
   * @param objects names, functions with their arguments; empty for all in the schema
   */
  String select(String schemaName, List<String> objects) {
    String label =
        function()
            ? "o." + name + " || '(' || pg_get_function_identity_arguments(o.oid) || ')'"
            : "o." + name + "::text";
    String list = "";
    if (!objects.isEmpty()) {
      List<String> each = new ArrayList<>();
      for (String object : objects) {
        each.add(
            function()
                ? "o.oid = "
                    + SqlText.text(SqlText.name(schemaName) + "." + signature(object))
                    + "::regprocedure"
                : "o." + name + " = " + SqlText.text(object));
      }
      list = " AND (" + String.join(" OR ", each) + ")";
    }
    String in =
        schema.isEmpty()
            ? ""
            : " AND o."
                + schema
                + " = (SELECT oid FROM pg_namespace WHERE nspname = "
                + SqlText.text(schemaName)
                + ")";
    String from = " FROM " + table + " o, LATERAL aclexplode(";
    String where = ") a WHERE " + filter + in + list;
    String standard = "acldefault('" + letter + "', o." + owner + ")";
    return "SELECT "
        + label
        + ", CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END,"
        + " a.privilege_type, a.is_grantable"
        + from
        + "COALESCE(o."
        + acl
        + ", "
        + standard
        + ")"
        + where
        + " UNION ALL SELECT "
        + label
        + ", '=', a.privilege_type, false"
        + from
        + standard
        + where
        + " AND a.grantee = o."
        + owner;
  }

  /** Colons stand for the commas between the arguments of a function, as in Ansible. */
  static String signature(String function) {
    int open = function.indexOf('(');
    return open < 0
        ? SqlText.name(function) + "()"
        : SqlText.name(function.substring(0, open)) + function.substring(open).replace(':', ',');
  }

  /** An object as GRANT names it. */
  String spelled(String schemaName, String object) {
    String prefix = schema.isEmpty() ? "" : SqlText.name(schemaName) + ".";
    return prefix + (function() ? signature(object) : SqlText.name(object));
  }
}
