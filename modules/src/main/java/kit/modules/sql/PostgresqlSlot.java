package kit.modules.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Creates and drops replication slots of PostgreSQL, with which a server keeps what its standby or
 * subscriber has not got yet.
 *
 * <p>A role that may REPLICATION is enough. The result has {@code name}.
 *
 * <pre>{@code
 * postgresqlSlot name: 'db2', immediatelyReserve: true
 * postgresqlSlot name: 'reports', slotType: 'logical', db: 'shop'
 * postgresqlSlot name: 'gone', state: 'absent'
 * }</pre>
 *
 * @param name of the slot: small letters, digits and underscores
 * @param slotType physical for a standby, logical for a subscriber
 * @param state present (by default) or absent
 * @param immediatelyReserve whether a new physical slot keeps what is written from now on, not only
 *     from the first connection
 * @param outputPlugin what a new logical slot puts changes into words with
 * @param db database to be connected to; that of a logical slot
 * @param loginHost server; the socket on the host by default
 * @param port of the server
 * @param loginUser database user
 * @param loginPassword of that user
 * @param connectParams further parameters of the connection, as libpq has them: sslmode, ...
 */
@PgLacks
public record PostgresqlSlot(
    @Alias("slotName") String name,
    @Default("physical") Type slotType,
    @Default("present") State state,
    @Default("false") boolean immediatelyReserve,
    @Default("test_decoding") String outputPlugin,
    @Alias("loginDb") @Default("postgres") String db,
    @Alias({"loginUnixSocket", "unixSocket", "host"}) Optional<String> loginHost,
    @Alias("loginPort") @Default("5432") int port,
    @Alias("login") Optional<String> loginUser,
    Optional<String> loginPassword,
    Map<String, Object> connectParams)
    implements Module {

  /** What a slot sends. */
  public enum Type {
    PHYSICAL,
    LOGICAL
  }

  /** Whether the slot should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    if (name.isEmpty() || !name.chars().allMatch(PostgresqlSlot::fits)) {
      throw new PlanException("'" + name + "' is no slot", "small letters, digits, underscores");
    }
    PgLogin login = PgLogin.of(host, loginHost, port, loginUser, loginPassword, connectParams);
    PgQuery question =
        new PgQuery(
            login,
            db,
            "SELECT slot_type FROM pg_replication_slots WHERE slot_name = " + SqlText.text(name),
            Set.of(PgPart.slot(name)));
    PgQuery.Rows found = host.ask(question);
    if (!found.error().isEmpty()) {
      return PgChange.refused(found);
    }
    boolean wanted = state == State.PRESENT;
    String type = slotType == Type.PHYSICAL ? "physical" : "logical";
    if (wanted && !found.none() && !found.first(0).equals(type)) {
      return Plan.refused("slot " + name + " is " + found.first(0), "drop it, or name another");
    }
    if (wanted != found.none()) {
      return Plan.unchanged(
          "slot " + name + (wanted ? " is there" : " is not there"), Map.of("name", name));
    }
    String sql = "SELECT " + function(wanted);
    PgQuery.Rows after = new PgQuery.Rows(wanted ? List.of(List.of(type)) : List.of(), "");
    return PgChange.statements(change(wanted), login, db, List.of(sql), false)
        .touches(PgPart.slot(name))
        .predicts(question, after)
        .value("name", name);
  }

  private static boolean fits(int c) {
    return c == '_' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private Change change(boolean creates) {
    String line = "slot " + name + "\n";
    return Plan.change((creates ? "create slot " : "drop slot ") + name)
        .diff(Diff.of("replication slots", creates ? "" : line, creates ? line : ""));
  }

  private String function(boolean creates) {
    String slot = SqlText.text(name);
    if (!creates) {
      return "pg_drop_replication_slot(" + slot + ")";
    }
    return slotType == Type.PHYSICAL
        ? "pg_create_physical_replication_slot(" + slot + ", " + immediatelyReserve + ")"
        : "pg_create_logical_replication_slot(" + slot + ", " + SqlText.text(outputPlugin) + ")";
  }
}
