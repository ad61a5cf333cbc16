package kit.modules.files;

import java.util.Optional;
import kit.query.PathStat;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Plan;
import kit.spi.Source;

/**
 * Content from the controller that belongs into a file of the host: what copy and template share.
 *
 * @param dest where
 * @param name the file's name if dest is a directory; empty if it has none
 * @param content what it shall hold
 * @param force whether a file that is there is replaced
 * @param directoryMode mode of directories made on the way
 * @param attributes mode, owner and group
 * @param backup whether the old file is kept
 * @param validate command that must accept the new file
 * @param secret whether the content may be shown to nobody
 */
record Delivery(
    String dest,
    Optional<String> name,
    byte[] content,
    boolean force,
    Optional<Mode> directoryMode,
    Attributes attributes,
    boolean backup,
    Optional<String> validate,
    boolean secret) {

  Plan plan(Host host) {
    Destination destination = Destination.of(host, dest, name);
    String path = destination.path();
    PathStat there = destination.there(host);
    if (Rewrite.impossible(there)) {
      return Rewrite.refuse(path, there);
    }
    if (there.exists() && !force) {
      return Plan.unchanged(path + " is there", new Settled(path, there).values("dest"));
    }
    if (destination.homeless(host)) {
      return destination.refuseHomeless(host);
    }
    Directories directories = destination.directories(host, directoryMode, attributes);
    if (!directories.obstacle().isEmpty()) {
      return directories.refusal();
    }
    Optional<String> sum = destination.sha256(host);
    if (there.exists() && sum.isEmpty()) {
      return Rewrite.unreadable(host, path);
    }
    boolean same = sum.isPresent() && sum.get().equals(Source.sha256(content));
    return new Rewrite(path, content, attributes, backup, validate, secret)
        .plan(host, there, same, Optional.empty(), directories, "dest");
  }
}
