package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.FileContent.State;
import kit.query.FileLines;
import kit.query.HostPath;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Step;

/**
 * Tells a host's SSH client which keys another host has.
 *
 * <p>A host may have one key of each kind: another of the same kind is replaced. Lines that begin
 * with {@code @} (authorities, revoked keys) are left alone. The result has {@code path}.
 *
 * <pre>{@code
 * knownHosts name: 'git.example.org', key: 'git.example.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHFhYWFhYWFhYWFh'
 * knownHosts name: '[db1]:2222', path: '/etc/ssh/ssh_known_hosts', state: 'absent'
 * }</pre>
 *
 * @param name name or address of the other host as clients write it; {@code [name]:port} for a port
 *     other than 22
 * @param key lines as in the file: {@code name kind key}, the name being the same as {@code name};
 *     needed if it should be present; without it {@code absent} removes all keys of the host
 * @param state present (by default) or absent
 * @param path the file; {@code ~/.ssh/known_hosts} by default; it is made if missing, its directory
 *     is not
 * @param hashHost whether the name is written as a hash; off by default
 */
public record KnownHosts(
    @Alias("host") String name,
    Optional<String> key,
    @Default("present") Presence state,
    @Default("~/.ssh/known_hosts") String path,
    @Default("false") boolean hashHost)
    implements Module {

  /** Whether the keys should be there. */
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
    List<HostKey> keys = keys();
    String file = HostPath.of(host, path, "path");
    Content content = new Content(file);
    Stat folder = new Stat(HostPath.parent(file), true);
    host.askAll(content, folder);
    FileContent old = host.ask(content);
    if (!old.held() && old.state() != State.ABSENT) {
      return Plan.refused(file + " cannot be read by " + host.user(), "become a user who may");
    }
    String salt = host.once("salt", HostKey::salt);
    List<String> before = FileLines.of(old);
    List<String> after = edited(before, keys, salt);
    if (after.equals(before)) {
      boolean present = state == Presence.PRESENT;
      return Plan.unchanged(name + (present ? " is known" : " is not known"), Map.of("path", file));
    }
    if (host.ask(folder).type() != Type.DIRECTORY) {
      return Plan.refused(
          "there is no directory " + HostPath.parent(file), "file makes it: state: 'directory'");
    }
    FileContent shall = FileLines.content(after);
    Optional<Integer> mode = old.held() ? Optional.empty() : Optional.of(0644);
    return Plan.change((state == Presence.PRESENT ? "set" : "remove") + " host keys of " + name)
        .diff(Diff.of(file, old.text(), shall.text()))
        .step(Step.Write.of(file, shall.raw()).at(mode))
        .touches(Resource.path(file))
        .predicts(content, shall)
        .value("path", file);
  }

  private List<HostKey> keys() {
    String host = name.toLowerCase(Locale.ROOT);
    if (host.isBlank() || host.indexOf(' ') >= 0 || host.indexOf(',') >= 0) {
      throw new PlanException("name '" + name + "' is not one host", "one call for each name");
    }
    if (key.isEmpty() && state == Presence.PRESENT) {
      throw new PlanException("key is missing", "key: '" + name + " ssh-ed25519 AAAA...'");
    }
    List<HostKey> keys = new ArrayList<>();
    for (String line : key.orElse("").split("\n")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Optional<HostKey> parsed = HostKey.of(line);
      if (parsed.isEmpty()) {
        throw new PlanException("'" + line + "' is no host key", "name ssh-ed25519 AAAA...");
      }
      if (!parsed.get().speaksOf(host)) {
        throw new PlanException(
            "the key is one of '" + parsed.get().names() + "', not of '" + name + "'",
            "write the same name in both");
      }
      keys.add(parsed.get());
    }
    return keys;
  }

  private List<String> edited(List<String> before, List<HostKey> keys, String salt) {
    String host = name.toLowerCase(Locale.ROOT);
    List<HostKey> missing = new ArrayList<>(keys);
    List<String> lines = new ArrayList<>();
    for (String line : before) {
      Optional<HostKey> has = HostKey.of(line).filter(found -> found.speaksOf(host));
      if (has.isEmpty()) {
        lines.add(line);
        continue;
      }
      Optional<HostKey> wanted =
          keys.stream().filter(key -> key.type().equals(has.get().type())).findFirst();
      if (state == Presence.ABSENT) {
        boolean stays =
            !keys.isEmpty() && keys.stream().noneMatch(key -> key.key().equals(has.get().key()));
        if (stays) {
          lines.add(line);
        }
      } else if (wanted.isEmpty()) {
        lines.add(line);
      } else if (missing.remove(wanted.get())) {
        boolean same =
            wanted.get().key().equals(has.get().key()) && (has.get().hashed() || !hashHost);
        lines.add(same ? line : spelled(wanted.get(), salt));
      }
    }
    if (state == Presence.PRESENT) {
      missing.forEach(key -> lines.add(spelled(key, salt)));
    }
    return lines;
  }

  private String spelled(HostKey key, String salt) {
    return (hashHost ? key.named(HostKey.hash(name.toLowerCase(Locale.ROOT), salt)) : key)
        .toString();
  }
}
