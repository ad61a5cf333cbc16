package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Resource;

/**
 * Membership of roles in others.
 *
 * @param call what is wanted
 */
record PgMembership(PostgresqlPrivs call) implements PgRights {

  @Override
  public String select() {
    List<String> groups = new ArrayList<>();
    call.objs().forEach(group -> groups.add(SqlText.text(group)));
    return "SELECT g.rolname, u.rolname, m.admin_option FROM pg_auth_members m JOIN pg_roles g ON"
        + " g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member WHERE g.rolname IN ("
        + String.join(", ", groups)
        + ")";
  }

  @Override
  public Set<Resource> parts() {
    Set<Resource> parts = new LinkedHashSet<>();
    call.objs().forEach(group -> parts.add(PgPart.role(group)));
    call.roles().forEach(role -> parts.add(PgPart.role(role)));
    return parts;
  }

  @Override
  public Optional<String> missing(PgQuery.Rows found) {
    return Optional.empty();
  }

  @Override
  public List<String> statements(PgQuery.Rows found) {
    List<String> statements = new ArrayList<>();
    boolean option = call.grantOption().orElse(false);
    for (String group : call.objs()) {
      for (String role : call.roles()) {
        boolean passes = found.rows().contains(List.of(group, role, "t"));
        boolean member = passes || found.rows().contains(List.of(group, role, "f"));
        String of = SqlText.name(group);
        String who = SqlText.name(role);
        if (!call.grants() && (option ? passes : member)) {
          statements.add("REVOKE " + (option ? "ADMIN OPTION FOR " : "") + of + " FROM " + who);
        } else if (call.grants() && (!member || option && !passes)) {
          statements.add("GRANT " + of + " TO " + who + (option ? " WITH ADMIN OPTION" : ""));
        } else if (call.grants() && passes && !call.grantOption().orElse(true)) {
          statements.add("REVOKE ADMIN OPTION FOR " + of + " FROM " + who);
        }
      }
    }
    return statements;
  }

  @Override
  public PgQuery.Rows after(PgQuery.Rows found) {
    Set<List<String>> rows = new LinkedHashSet<>(found.rows());
    for (String group : call.objs()) {
      for (String role : call.roles()) {
        boolean option = call.grantOption().orElse(false);
        boolean had = rows.remove(List.of(group, role, "t"));
        had |= rows.remove(List.of(group, role, "f"));
        if (call.grants() || option && had) {
          rows.add(List.of(group, role, call.grants() && option ? "t" : "f"));
        }
      }
    }
    return new PgQuery.Rows(List.copyOf(rows), "");
  }
}
