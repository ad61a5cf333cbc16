package kit.modules.system;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kit.query.Content;
import kit.query.FileContent;
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
 * Sets the host's name, now and for the next boot. {@code /etc/hosts} is left alone.
 *
 * <pre>{@code
 * hostname 'web1'
 * }</pre>
 *
 * @param name the name, with or without a domain
 * @param use how to set it: {@code systemd} by hostnamectl, {@code file} by writing {@code
 *     /etc/hostname}; {@code auto} by default, which is systemd where it runs and may replace the
 *     file, else the file
 */
public record Hostname(String name, @Default("auto") Use use) implements Module {

  /** How the name is set. */
  public enum Use {
    AUTO,
    SYSTEMD,
    FILE
  }

  private static final String FILE = "/etc/hostname";

  @Override
  public String label() {
    return name;
  }

  @Override
  public Plan plan(Host host) {
    check();
    CurrentName question = new CurrentName();
    host.askAll(question, new Content(FILE));
    CurrentName.Found found = host.ask(question);
    String stored = stored(host.ask(new Content(FILE)));
    if (found.name().equals(name) && stored.equals(name)) {
      return Plan.unchanged("the host is called " + name, Map.of("name", name));
    }
    boolean systemd = use == Use.SYSTEMD || use == Use.AUTO && found.systemd();
    if (use == Use.SYSTEMD && !found.systemd()) {
      return Plan.refused(
          "hostnamectl cannot be used: systemd does not run, or " + FILE + " is a mount",
          "leave use out, or give use: 'file'");
    }
    Change change =
        Plan.change("call the host " + name)
            .diff(Diff.of("host name", shown(found.name(), stored), shown(name, name)))
            .value("name", name)
            .predicts(question, new CurrentName.Found(name, found.systemd()))
            .predicts(
                new Content(FILE), FileContent.of((name + "\n").getBytes(StandardCharsets.UTF_8)))
            .touches(new Resource("hostname", "*"), Resource.path(FILE));
    return systemd
        ? change.run("hostnamectl --no-ask-password set-hostname " + Sh.quote(name) + "\n")
        : written(change, stored);
  }

  private Change written(Change change, String stored) {
    Step file = Step.Write.of(FILE, name + "\n").at(0644);
    // first what may not be allowed
    Change told = change.run("hostname " + Sh.quote(name) + "\n");
    return stored.equals(name) ? told : told.step(file);
  }

  /** What Linux and hostnamectl take; a dash at the front would be an option. */
  private void check() {
    boolean good = !name.isEmpty() && name.length() <= 64;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean inside = i > 0 && i < name.length() - 1;
      good &= letter || inside && (c == '-' || c == '.');
    }
    if (!good || name.contains("..")) {
      throw new PlanException(
          "'" + name + "' is no host name",
          "letters, digits, dashes and dots, at most 64, a letter or digit at both ends");
    }
  }

  /** The name in the file, which may have comments. */
  private static String stored(FileContent content) {
    for (String line : content.text().split("\n")) {
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        return stripped;
      }
    }
    return "";
  }

  private static String shown(String now, String boot) {
    return "now " + now + "\nfrom the next boot " + boot + "\n";
  }
}
