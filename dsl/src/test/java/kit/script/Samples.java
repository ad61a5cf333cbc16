package kit.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.ModuleCatalog;
import kit.spi.Assigning;
import kit.spi.Default;
import kit.spi.Detachable;
import kit.spi.Free;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Shadows;

/** Modules with the arguments of real ones that do nothing. */
final class Samples {

  private Samples() {}

  static final ModuleCatalog CATALOG =
      ModuleCatalog.of(
          Apt.class,
          AsyncStatus.class,
          Command.class,
          Copy.class,
          Debug.class,
          Fail.class,
          Ping.class,
          Service.class,
          SetFact.class,
          Template.class,
          WaitFor.class);

  interface Sample extends Module {
    @Override
    default Plan plan(Host host) {
      return Plan.unchanged("sample");
    }
  }

  enum Installed {
    PRESENT,
    ABSENT,
    LATEST
  }

  enum Running {
    STARTED,
    STOPPED,
    RELOADED
  }

  record Apt(
      List<String> name, @Default("present") Installed state, @Default("false") boolean updateCache)
      implements Sample {}

  record Command(String cmd, Optional<String> chdir, @Default("false") boolean readOnly)
      implements Sample, Detachable {}

  record AsyncStatus(String jid, Optional<String> mode) implements Sample {}

  record Copy(String dest, Optional<String> src, Optional<String> content, Optional<Mode> mode)
      implements Sample {}

  record Debug(@Default("") Object msg) implements Sample {}

  record Fail(@Default("failed") String msg) implements Sample {}

  record Ping() implements Sample {}

  record Service(String name, Optional<Running> state) implements Sample {}

  record SetFact(@Free Map<String, Object> variables) implements Sample, Assigning {}

  record Template(String src, String dest, Optional<Mode> mode, Map<String, Object> vars)
      implements Sample {}

  record WaitFor(int port, @Shadows @Default("300s") Duration timeout) implements Sample {}
}
