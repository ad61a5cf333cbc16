package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kit.spi.PlanException;
import kit.spi.Resource;

/**
 * Rights that objects made later will have.
 *
 * @param call what is wanted
 */
record PgDefaults(PostgresqlPrivs call) implements PgRights {

  private static final String NOWHERE = "not-specified";

  @Override
  public String select() {
    return "SELECT CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f'"
        + " THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END,"
        + " pg_get_userbyid(d.defaclrole), CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE"
        + " pg_get_userbyid(a.grantee) END, a.privilege_type, a.is_grantable FROM pg_default_acl d,"
        + " LATERAL aclexplode(d.defaclacl) a WHERE a.grantee <> d.defaclrole AND d.defaclnamespace = "
        + (scoped()
            ? "(SELECT oid FROM pg_namespace WHERE nspname = " + SqlText.text(call.schema()) + ")"
            : "0")
        + " UNION ALL SELECT '', current_user, '', '', false";
  }

  @Override
  public Set<Resource> parts() {
    return Set.of(PgPart.later(call.database(), call.schema()));
  }

  private boolean scoped() {
    return !call.schema().equals(NOWHERE);
  }

  @Override
  public Optional<String> missing(PgQuery.Rows found) {
    return Optional.empty();
  }

  private List<String> owners(PgQuery.Rows found) {
    List<String> last = found.rows().get(found.rows().size() - 1);
    return call.targetRoles().isEmpty() ? List.of(last.get(1)) : call.targetRoles();
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (call.objs().equals(List.of("ALL_DEFAULT"))) {
      return List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES");
    }
    for (String kind : call.objs()) {
      String word = kind.toUpperCase(Locale.ROOT);
      if (!List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS").contains(word)) {
        throw new PlanException(
            "'" + kind + "' has no default rights", "TABLES, SEQUENCES, FUNCTIONS, TYPES, SCHEMAS");
      }
      kinds.add(word);
    }
    return kinds;
  }

  /** What ALL means for each kind, as the manual of GRANT lists it. */
  private List<String> rights(String kind) {
    if (!call.rights().contains("ALL")) {
      return call.rights();
    }
    return switch (kind) {
      case "TABLES" ->
          List.of("INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
      case "SEQUENCES" -> List.of("SELECT", "UPDATE", "USAGE");
      case "FUNCTIONS" -> List.of("EXECUTE");
      case "SCHEMAS" -> List.of("USAGE", "CREATE");
      default -> List.of("USAGE");
    };
  }

  @Override
  public List<String> statements(PgQuery.Rows found) {
    List<String> statements = new ArrayList<>();
    for (String owner : owners(found)) {
      for (String kind : kinds()) {
        boolean differs = false;
        for (String role : call.roles()) {
          for (String right : rights(kind)) {
            differs |= differs(found, List.of(kind, owner, role, right));
          }
        }
        if (differs) {
          statements.add(statement(owner, kind));
        }
      }
    }
    return statements;
  }

  private boolean differs(PgQuery.Rows found, List<String> right) {
    boolean passes = found.rows().contains(with(right, "t"));
    boolean has = passes || found.rows().contains(with(right, "f"));
    boolean option = call.grantOption().orElse(false);
    return call.grants() ? !has || option && !passes : option ? passes : has;
  }

  private static List<String> with(List<String> row, String last) {
    List<String> longer = new ArrayList<>(row);
    longer.add(last);
    return longer;
  }

  private String statement(String owner, String kind) {
    List<String> roles = new ArrayList<>();
    call.roles().forEach(role -> roles.add(PostgresqlPrivs.role(role)));
    boolean option = call.grantOption().orElse(false);
    String rights = String.join(", ", call.rights());
    return "ALTER DEFAULT PRIVILEGES FOR ROLE "
        + SqlText.name(owner)
        + (scoped() ? " IN SCHEMA " + SqlText.name(call.schema()) : "")
        + (call.grants() ? " GRANT " : option ? " REVOKE GRANT OPTION FOR " : " REVOKE ")
        + rights
        + " ON "
        + kind
        + (call.grants() ? " TO " : " FROM ")
        + String.join(", ", roles)
        + (call.grants() && option ? " WITH GRANT OPTION" : "");
  }

  @Override
  public PgQuery.Rows after(PgQuery.Rows found) {
    Set<List<String>> rows = new LinkedHashSet<>();
    for (String owner : owners(found)) {
      for (String kind : kinds()) {
        for (String role : call.roles()) {
          for (String right : rights(kind)) {
            String passes = call.grantOption().orElse(false) ? "t" : "f";
            rows.add(List.of(kind, owner, role, right, passes));
          }
        }
      }
    }
    List<List<String>> all = new ArrayList<>();
    boolean option = call.grantOption().orElse(false);
    for (List<String> row : found.rows()) {
      List<String> right = row.subList(0, row.size() - 1);
      if (!rows.contains(with(right, "t")) && !rows.contains(with(right, "f"))) {
        all.add(row);
      } else if (!call.grants() && option) {
        all.add(with(right, "f"));
      }
    }
    if (call.grants()) {
      all.addAll(0, rows);
    }
    return new PgQuery.Rows(List.copyOf(all), "");
  }
}
