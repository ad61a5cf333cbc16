package kit.modules.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Kept;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Step;

/**
 * Brings a file of the host to the controller. It is kept under {@code dest/HOST/PATH}, so that the
 * same file of several hosts finds its place; an equal file that is there already is not brought
 * again.
 *
 * <pre>{@code
 * fetch src: '/etc/fstab', dest: 'kept'
 * fetch src: '/etc/ssl/ca.pem', dest: 'files/', flat: true
 * }</pre>
 *
 * @param src absolute path of the file on the host; a link is followed; a directory is an error
 * @param dest directory of the controller, beside the playbook if relative; with {@code flat} the
 *     file itself, or the directory that gets it under its own name if it ends with a slash
 * @param flat whether to leave out the host's name and the path; off by default
 * @param failOnMissing whether a missing file is an error; on by default
 * @param validateChecksum whether what arrives must be what was read before; on by default
 */
public record Fetch(
    String src,
    String dest,
    @Default("false") boolean flat,
    @Default("true") boolean failOnMissing,
    @Default("true") boolean validateChecksum)
    implements Module {

  @Override
  public String label() {
    return src;
  }

  @Override
  public Plan plan(Host host) {
    String path = checked();
    Kept kept = host.kept(destination(host, path));
    Stat question = new Stat(path, true);
    host.askAll(question, Checksum.sha256(path));
    PathStat there = host.ask(question);
    if (!there.exists()) {
      String message = "there is no " + path;
      return failOnMissing
          ? Plan.refused(message, "failOnMissing: false goes on without it")
          : Plan.unchanged(message, Map.of("file", path));
    }
    if (there.type() != Type.FILE) {
      return Plan.refused(
          path + " is a " + there.type().word() + ", not a file", "fetch its files one by one");
    }
    Optional<String> sum = host.ask(Checksum.sha256(path));
    if (sum.isEmpty()) {
      return Rewrite.unreadable(host, path);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", path);
    values.put("dest", kept.path());
    values.put("checksum", sum.get());
    values.put("size", there.size());
    if (sum.equals(kept.sha256())) {
      return Plan.unchanged(kept.path() + " is the same", values);
    }
    String before = kept.sha256().isPresent() ? line(kept.sha256().get()) : "";
    Change change =
        Plan.change("bring " + path + " to " + kept.path())
            .diff(Diff.of(kept.path(), before, line(sum.get())))
            .step(new Step.Keep(path, kept.path(), validateChecksum ? sum : Optional.empty()));
    for (Map.Entry<String, Object> value : values.entrySet()) {
      change = change.value(value.getKey(), value.getValue());
    }
    return change;
  }

  /** The path, which becomes a part of the controller's: so it may not climb. */
  private String checked() {
    if (!src.startsWith("/")) {
      throw new PlanException(
          "src '" + src + "' is not absolute", "write it from the root: /etc/fstab");
    }
    if (src.endsWith("/")) {
      throw new PlanException("src '" + src + "' is a directory", "name a file in it");
    }
    for (String part : src.split("/", -1)) {
      if (part.equals("..") || part.equals(".") || part.indexOf('\0') >= 0) {
        throw new PlanException("src '" + src + "' has a part that no path needs", "leave it out");
      }
    }
    return src;
  }

  private String destination(Host host, String path) {
    if (dest.isBlank()) {
      throw new PlanException("dest is empty", "name a directory: dest: 'kept'");
    }
    if (flat) {
      return dest.endsWith("/") ? dest + HostPath.name(path) : dest;
    }
    String name = host.name();
    if (name.indexOf('/') >= 0 || name.equals("..") || name.equals(".")) {
      throw new PlanException(
          "the host's name '" + name + "' cannot be a directory", "give dest and flat: true");
    }
    return HostPath.inside(dest, name) + path;
  }

  private static String line(String sum) {
    return "sha256 " + sum + "\n";
  }
}
