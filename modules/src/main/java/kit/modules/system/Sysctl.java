package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.FileLines;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * Sets a parameter of the kernel, for every boot and now.
 *
 * <p>Other than Ansible's, it writes a file of its own in {@code /etc/sysctl.d} unless told
 * otherwise, since newer systems no longer read {@code /etc/sysctl.conf}. The result has {@code
 * path}.
 *
 * <pre>{@code
 * sysctl name: 'net.ipv4.ip_forward', value: 1, sysctlSet: true
 * sysctl name: 'vm.swappiness', value: 10, reload: false
 * sysctl name: 'kernel.panic', state: 'absent'
 * }</pre>
 *
 * @param name the parameter; parts with dots between them, or with slashes ({@code
 *     net/ipv4/conf/eth0.1/forwarding})
 * @param value what it should be, yes and no being 1 and 0; needed if present
 * @param state whether the file should have it; absent leaves the kernel's value as it is
 * @param sysctlFile the file; {@code /etc/sysctl.d/99-kit.conf} by default; made if missing
 * @param sysctlSet whether the kernel's value is compared too, and set if it differs; off by
 *     default
 * @param reload whether the kernel takes all of the file when it was changed; on by default
 * @param ignoreerrors whether parameters that the kernel does not know are passed over
 */
public record Sysctl(
    @Alias("key") String name,
    @Alias("val") Optional<String> value,
    @Default("present") Presence state,
    @Default("/etc/sysctl.d/99-kit.conf") String sysctlFile,
    @Default("false") boolean sysctlSet,
    @Default("true") boolean reload,
    @Default("false") boolean ignoreerrors)
    implements Module {

  /** Whether the parameter should be in the file. */
  public enum Presence {
    PRESENT,
    ABSENT
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    check();
    boolean present = state == Presence.PRESENT;
    String wanted = wanted();
    String file = HostPath.of(host, sysctlFile, "sysctlFile");
    Content content = new Content(file);
    KernelSetting setting = new KernelSetting(name);
    host.askAll(content, setting);
    FileContent old = host.ask(content);
    if (!old.held() && old.state() != FileContent.State.ABSENT) {
      return Plan.refused(file + " cannot be read by " + host.user(), "become root");
    }
    Optional<String> now = host.ask(setting);
    List<String> lines = edited(FileLines.of(old), wanted);
    boolean write = !lines.equals(FileLines.of(old));
    boolean set = present && sysctlSet && !now.equals(Optional.of(wanted));
    if (!write && !set) {
      return Plan.unchanged(
          name + (present ? " is " + wanted : " is not in " + file), Map.of("path", file));
    }
    boolean loads = write && present && reload;
    if (now.isEmpty() && (set || loads) && !ignoreerrors) {
      return Plan.refused(
          "the kernel has no parameter " + name,
          "check its name, load its module first, or give ignoreerrors: true");
    }
    return change(file, old, FileLines.content(lines), now, write, set);
  }

  private Change change(
      String file,
      FileContent old,
      FileContent shall,
      Optional<String> now,
      boolean write,
      boolean set) {
    boolean present = state == Presence.PRESENT;
    String wanted = wanted();
    Change change =
        Plan.change(present ? "set " + name + " to " + wanted : "remove " + name + " from " + file)
            .value("path", file);
    if (write) {
      Optional<Integer> mode = old.held() ? Optional.empty() : Optional.of(0644);
      change =
          change
              .diff(Diff.of(file, old.text(), shall.text()))
              .step(Step.Write.of(file, shall.raw()).at(mode))
              .touches(Resource.path(file))
              .predicts(new Content(file), shall);
    }
    String lenient = ignoreerrors ? "-e " : "";
    if (set) {
      change =
          change
              .diff(Diff.of("kernel", name + " = " + now.orElse("") + "\n", line(wanted) + "\n"))
              .run("sysctl " + lenient + "-w " + Sh.quote(name + "=" + wanted) + "\n");
    }
    boolean loads = write && reload;
    change = loads ? change.run("sysctl " + lenient + "-p " + Sh.path(file) + "\n") : change;
    // what else is in the file may change as well
    change = loads ? change.touches(new Resource("sysctl", "*")) : change;
    return present && (set || loads)
        ? change
            .touches(new Resource("sysctl", name))
            .predicts(new KernelSetting(name), Optional.of(wanted))
        : change;
  }

  private List<String> edited(List<String> before, String wanted) {
    boolean present = state == Presence.PRESENT;
    List<String> lines = new ArrayList<>();
    boolean done = false;
    for (String line : before) {
      int equals = line.indexOf('=');
      String key = equals < 0 ? "" : line.substring(0, equals).strip();
      boolean comment = line.startsWith("#") || line.startsWith(";");
      if (comment || !same(key.startsWith("-") ? key.substring(1).strip() : key)) {
        lines.add(line);
      } else if (present && !done) {
        boolean as = KernelSetting.plain(line.substring(equals + 1)).equals(wanted);
        lines.add(as ? line : line(wanted));
        done = true;
      }
    }
    if (present && !done) {
      lines.add(line(wanted));
    }
    return lines;
  }

  /** The kernel knows numbers only where playbooks say yes or false. */
  private String wanted() {
    String plain = KernelSetting.plain(value.orElse(""));
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> "1";
      case "no", "false", "off" -> "0";
      default -> plain;
    };
  }

  private String line(String wanted) {
    return FileContent.bytes(name + "=" + wanted);
  }

  private boolean same(String key) {
    return !key.isEmpty() && new KernelSetting(key).file().equals(new KernelSetting(name).file());
  }

  private void check() {
    boolean good = !name.isBlank() && !name.startsWith("-") && !name.contains("..");
    for (int i = 0; i < name.length(); i++) {
      good &= name.charAt(i) > ' ' && name.charAt(i) != '=';
    }
    if (!good) {
      throw new PlanException("'" + name + "' is no parameter of the kernel", "net.core.somaxconn");
    }
    if (state == Presence.PRESENT && value.filter(v -> !v.isBlank()).isEmpty()) {
      throw new PlanException("value is missing", "sysctl name: '" + name + "', value: ...");
    }
    if (value.orElse("").indexOf('\n') >= 0) {
      throw new PlanException("value has several lines", "");
    }
  }
}
