package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Resource;

/**
 * Rights on objects that are there.
 *
 * @param call what is wanted
 */
record PgGrants(PostgresqlPrivs call) implements PgRights {

  private static final String OWNER = "=";
  private static final String SCHEMA = "@";

  @Override
  public String select() {
    String rights = objects().select(call.schema(), all() ? List.of() : named());
    return all() ? rights + schema() : rights;
  }

  /** A schema that has nothing is not one that is not there. */
  private String schema() {
    return " UNION ALL SELECT nspname, "
        + SqlText.text(SCHEMA)
        + ", '', false FROM pg_namespace WHERE nspname = "
        + SqlText.text(call.schema());
  }

  @Override
  public Set<Resource> parts() {
    if (all()) {
      return Set.of(PgPart.ALL);
    }
    Set<Resource> parts = new LinkedHashSet<>();
    for (String name : named()) {
      parts.add(
          call.type() == PostgresqlPrivs.Type.DATABASE
              ? PgPart.database(name)
              : PgPart.rights(place(), call.schema(), name));
    }
    return parts;
  }

  /** Tablespaces are the same from every database. */
  private String place() {
    return call.type() == PostgresqlPrivs.Type.TABLESPACE ? "" : call.database();
  }

  private PgObjects objects() {
    return PgObjects.of(call.type());
  }

  private boolean all() {
    return call.objs().equals(List.of("ALL_IN_SCHEMA")) && !objects().all().isEmpty();
  }

  private List<String> named() {
    return call.objs().isEmpty() ? List.of(call.database()) : call.objs();
  }

  @Override
  public Optional<String> missing(PgQuery.Rows found) {
    if (all()) {
      boolean there = found.rows().stream().anyMatch(row -> row.get(1).equals(SCHEMA));
      return there ? Optional.empty() : Optional.of("there is no schema " + call.schema());
    }
    if (objects().function()) {
      return Optional.empty();
    }
    Set<String> there = rights(found).keySet();
    for (String name : named()) {
      if (!there.contains(name)) {
        return Optional.of("there is no " + objects().word().toLowerCase(Locale.ROOT) + " " + name);
      }
    }
    return Optional.empty();
  }

  /** By object: what each grantee has; with a star what may be passed on. */
  private static Map<String, Set<String>> rights(PgQuery.Rows found) {
    Map<String, Set<String>> rights = new LinkedHashMap<>();
    for (List<String> row : found.rows()) {
      if (row.get(1).equals(SCHEMA)) {
        continue;
      }
      Set<String> held = rights.computeIfAbsent(row.get(0), key -> new LinkedHashSet<>());
      held.add(row.get(1) + " " + row.get(2));
      if (row.get(3).equals("t")) {
        held.add(row.get(1) + " " + row.get(2) + "*");
      }
    }
    return rights;
  }

  @Override
  public List<String> statements(PgQuery.Rows found) {
    boolean differs = false;
    Map<String, Set<String>> rights = rights(found);
    for (Map.Entry<String, Set<String>> object : rights.entrySet()) {
      for (String role : call.roles()) {
        for (String right : wanted(object.getValue())) {
          differs |= differs(object.getValue(), role + " " + right);
        }
      }
    }
    return differs ? List.of(statement()) : List.of();
  }

  private boolean differs(Set<String> held, String right) {
    boolean has = held.contains(right);
    boolean passes = held.contains(right + "*");
    boolean option = call.grantOption().orElse(false);
    if (call.grants()) {
      return !has || option && !passes || call.grantOption().isPresent() && !option && passes;
    }
    return option ? passes : has;
  }

  private List<String> wanted(Set<String> held) {
    List<String> wanted = new ArrayList<>();
    for (String right : call.rights()) {
      if (!right.equals("ALL")) {
        wanted.add(right);
        continue;
      }
      for (String each : held) {
        if (each.startsWith(OWNER + " ")) {
          wanted.add(each.substring(2));
        }
      }
    }
    return wanted;
  }

  private String statement() {
    PgObjects objects = objects();
    String what =
        all()
            ? objects.all() + " IN SCHEMA " + SqlText.name(call.schema())
            : objects.word() + " " + spelled(objects);
    List<String> roles = new ArrayList<>();
    call.roles().forEach(role -> roles.add(PostgresqlPrivs.role(role)));
    String who = String.join(", ", roles);
    String rights = String.join(", ", call.rights());
    boolean option = call.grantOption().orElse(false);
    if (!call.grants()) {
      String only = option ? "GRANT OPTION FOR " : "";
      return "REVOKE " + only + rights + " ON " + what + " FROM " + who;
    }
    String grant = "GRANT " + rights + " ON " + what + " TO " + who;
    boolean takes = call.grantOption().isPresent() && !option;
    return option
        ? grant + " WITH GRANT OPTION"
        : takes
            ? grant + ";\nREVOKE GRANT OPTION FOR " + rights + " ON " + what + " FROM " + who
            : grant;
  }

  private String spelled(PgObjects objects) {
    List<String> names = new ArrayList<>();
    named().forEach(name -> names.add(objects.spelled(call.schema(), name)));
    return String.join(", ", names);
  }

  @Override
  public PgQuery.Rows after(PgQuery.Rows found) {
    Set<List<String>> rows = new LinkedHashSet<>(found.rows());
    boolean option = call.grantOption().orElse(false);
    rights(found)
        .forEach(
            (object, held) -> {
              for (String role : call.roles()) {
                for (String right : wanted(held)) {
                  boolean had = rows.remove(List.of(object, role, right, "t"));
                  had |= rows.remove(List.of(object, role, right, "f"));
                  // without the option the right itself stays
                  if (!call.grants() && option && had) {
                    rows.add(List.of(object, role, right, "f"));
                  } else if (call.grants()) {
                    rows.add(List.of(object, role, right, option ? "t" : "f"));
                  }
                }
              }
            });
    return new PgQuery.Rows(List.copyOf(rows), "");
  }
}
