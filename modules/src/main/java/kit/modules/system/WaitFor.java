package kit.modules.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Shadows;
import kit.spi.Step;

/**
 * Waits on the host until a port is open or closed, or a file is there or gone.
 *
 * <pre>{@code
 * waitFor port: 8080
 * waitFor host: 'db1', port: 5432, timeout: 60
 * waitFor path: '/var/log/app.log', searchRegex: 'ready in [0-9]+ ms'
 * waitFor path: '/run/app.lock', state: 'absent'
 * }</pre>
 *
 * <p>Whether the host itself listens is read in {@code /proc/net/tcp}, so that nothing connects. A
 * port of another host needs one of bash, nc or perl on the host that waits; where none is there,
 * that is an error at once. Without port and path it waits for {@code timeout}. The result has
 * {@code elapsed}, in seconds.
 *
 * @param host name or address that is connected to from the host; the host itself by default
 * @param port number of the TCP port
 * @param path absolute path, or from a home directory ({@code ~/x}); either this or a port
 * @param state {@code started} or {@code present}: open, or there; {@code stopped} or {@code
 *     absent}: closed, or gone; {@code drained}: no connections to the host's own port
 * @param searchRegex expression, as {@code grep -E} reads it, that a line of the file must match,
 *     or of what the port says to who connects
 * @param timeout how long to wait at most, 300 s by default; then it is an error
 * @param delay how long to wait before looking at all
 * @param sleep how long to wait between two looks, 1 s by default
 * @param connectTimeout how long one attempt to connect may take, 5 s by default
 * @param msg what to say when the time is up
 */
@Lacks(value = "excludeHosts", instead = "all connections to the port count")
@Lacks(
    value = "activeConnectionStates",
    instead = "all states but closed, closing and listening count")
public record WaitFor(
    @Default("127.0.0.1") String host,
    Optional<Integer> port,
    Optional<String> path,
    @Default("started") State state,
    Optional<String> searchRegex,
    @Default("300") @Shadows Duration timeout,
    @Default("0") @Shadows Duration delay,
    @Default("1") Duration sleep,
    @Default("5") Duration connectTimeout,
    Optional<String> msg)
    implements Module {

  /** What is waited for. */
  public enum State {
    STARTED,
    PRESENT,
    STOPPED,
    ABSENT,
    DRAINED
  }

  @Override
  public String label() {
    return goal();
  }

  @Override
  public Plan plan(Host target) {
    if (port.isEmpty() && path.isEmpty()) {
      return Plan.change("wait for " + timeout.toSeconds() + " s")
          .step(Step.Run.of("sleep " + timeout.toSeconds() + "\n"))
          .value("elapsed", timeout.toSeconds())
          .waiting();
    }
    check();
    String condition = condition(target);
    if (delay.isZero()) {
      // asked by each call anew, since time alone can change the answer
      Object call = target.once("call", Object::new);
      Awaited.Look look = target.ask(new Awaited(condition, path, call));
      if (look.impossible().isPresent()) {
        return Plan.refused(look.impossible().get(), hint());
      }
      if (look.reached()) {
        return Plan.unchanged(goal(), values(0));
      }
    }
    return Plan.change("wait until " + goal())
        .run(condition + loop())
        .reads(this::fields)
        .waiting();
  }

  private void check() {
    if (port.isPresent() && path.isPresent()) {
      throw new PlanException("both port and path are given", "give one of them");
    }
    if (port.isPresent() && (port.get() < 1 || port.get() > 65535)) {
      throw new PlanException("there is no port " + port.get(), "ports are 1 to 65535");
    }
    if (host.isEmpty() || host.startsWith("-") || !plain(host)) {
      throw new PlanException("'" + host + "' is no name or address of a host", "");
    }
    if (path.isPresent() && state == State.DRAINED) {
      throw new PlanException("only a port can be drained", "give port, or state: 'absent'");
    }
    boolean there = state == State.STARTED || state == State.PRESENT;
    if (searchRegex.isPresent() && !there) {
      throw new PlanException("searchRegex is for what is there", "leave state or it out");
    }
  }

  private static boolean plain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && "._-:%".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private String condition(Host target) {
    boolean gone = state == State.STOPPED || state == State.ABSENT;
    if (path.isPresent()) {
      return Condition.path(HostPath.of(target, path.get(), "path"), gone, searchRegex);
    }
    int number = port.orElseThrow();
    return state == State.DRAINED
        ? Condition.drained(number)
        : Condition.port(host, number, gone, searchRegex, seconds(connectTimeout, 1));
  }

  private String loop() {
    String message = msg.orElse("it is not so after " + timeout.toSeconds() + " s: " + goal());
    return Condition.loop(seconds(delay, 0), seconds(timeout, 0), seconds(sleep, 1), message);
  }

  private Map<String, Object> fields(List<Output> outputs) {
    String text = outputs.get(outputs.size() - 1).text().strip();
    return text.isEmpty() ? Map.of() : values(Long.parseLong(text));
  }

  private Map<String, Object> values(long elapsed) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("elapsed", elapsed);
    port.ifPresent(number -> values.put("port", number));
    path.ifPresent(place -> values.put("path", place));
    return values;
  }

  private String goal() {
    String what = path.orElseGet(() -> host + ":" + port.map(String::valueOf).orElse(""));
    String said = searchRegex.map(regex -> " says '" + regex + "'").orElse("");
    return what
        + switch (state) {
          case STARTED, PRESENT ->
              said.isEmpty() ? path.isPresent() ? " is there" : " is open" : said;
          case STOPPED, ABSENT -> path.isPresent() ? " is gone" : " is closed";
          case DRAINED -> " has no connections";
        };
  }

  private String hint() {
    return "install bash, nc or perl on the host that waits, or wait on " + host + " itself";
  }

  private static long seconds(Duration duration, long least) {
    return Math.max(least, duration.plusMillis(999).toSeconds());
  }
}
