package kit.modules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.PlanException;

/**
 * An archive that is on the host.
 *
 * @param path where
 * @param dest where it is to be unpacked
 * @param options further options of tar
 */
record RemoteArchive(String path, String dest, List<String> options) {

  /** How it is packed. */
  ArchiveFormat format(Host host) {
    FilePart head = new FilePart(path, 0, ArchiveFormat.HEAD);
    host.askAll(new Stat(path, true), head);
    PathStat there = host.ask(new Stat(path, true));
    if (there.type() != Type.FILE) {
      throw new PlanException(
          there.exists()
              ? "src " + path + " is a " + there.type().word() + ", not a file"
              : "there is no file " + path + " on the host",
          "getUrl downloads one; without remoteSrc it is the controller's");
    }
    return ArchiveFormat.of(host.ask(head).all())
        .orElseThrow(() -> new PlanException(path + " is no archive that is known", Archive.KNOWN));
  }

  /** What is in it. */
  Archive read(Host host, ArchiveFormat format, Set<String> programs) {
    if (format == ArchiveFormat.ZIP) {
      FilePart tail = new FilePart(path, -1, ZipDirectory.TAIL);
      ZipDirectory directory = ZipDirectory.find(host.ask(tail).all());
      FilePart part = new FilePart(path, directory.offset(), directory.size());
      return new Archive(format, directory.members(host.ask(part).all()), Optional.empty());
    }
    TarListing.Found found =
        host.ask(new TarListing(path, format, programs.contains("gnu"), dest, options));
    if (!found.problem().isEmpty()) {
      throw new PlanException(path + " cannot be read: " + found.problem(), "");
    }
    return new Archive(format, found.members(), found.different());
  }
}
