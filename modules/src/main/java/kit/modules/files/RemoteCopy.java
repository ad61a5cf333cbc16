package kit.modules.files;

import java.util.Optional;
import kit.query.Checksum;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * A copy from one place of the host to another; the content does not travel.
 *
 * @param call what is wanted
 * @param src file or directory on the host
 * @param attributes mode, owner and group
 */
record RemoteCopy(Copy call, String src, Attributes attributes) {

  RemoteCopy {
    Rewrite.check(call.validate());
  }

  Plan plan(Host host) {
    String from = HostPath.of(host, src, "src");
    Stat source = new Stat(from, true);
    String place = HostPath.of(host, call.dest(), "dest");
    host.askAll(
        source,
        Checksum.sha256(from),
        new Stat(place, true),
        Checksum.sha256(place),
        new Stat(HostPath.parent(place), true));
    PathStat original = host.ask(source);
    if (original.type() == Type.DIRECTORY) {
      return tree(host, from);
    }
    if (original.type() != Type.FILE) {
      return Plan.refused(
          original.exists()
              ? "src " + from + " is a " + original.type().word() + ", not a file"
              : "there is no file " + from + " on the host",
          original.exists()
              ? "copy takes files and directories"
              : "without remoteSrc it is the controller's");
    }
    Destination destination = Destination.of(host, call.dest(), Optional.of(HostPath.name(from)));
    String path = destination.path();
    PathStat there = destination.there(host);
    if (Rewrite.impossible(there)) {
      return Rewrite.refuse(path, there);
    }
    if (there.exists() && !call.force()) {
      return Plan.unchanged(path + " is there", new Settled(path, there).values("dest"));
    }
    if (destination.homeless(host)) {
      return destination.refuseHomeless(host);
    }
    Directories directories = destination.directories(host, call.directoryMode(), attributes);
    if (!directories.obstacle().isEmpty()) {
      return directories.refusal();
    }
    Optional<String> sum = host.ask(Checksum.sha256(from));
    if (sum.isEmpty()) {
      return Rewrite.unreadable(host, from);
    }
    Attributes wanted = attributes.preserving(original.mode());
    if (destination.sha256(host).equals(sum)) {
      return wanted.plan(path, there, "dest");
    }
    return change(host, from, original, destination, directories, wanted);
  }

  private Plan tree(Host host, String from) {
    String root = TreeCopy.root(host, call.dest(), src);
    if ((root + "/").startsWith(from + "/")) {
      throw new PlanException("dest " + root + " is inside of src " + from, "");
    }
    return call.directory(
        host, src, RemoteTree.entries(host, from, call.localFollow()), new Filling.Local(from));
  }

  private Change change(
      Host host,
      String from,
      PathStat original,
      Destination destination,
      Directories directories,
      Attributes wanted) {
    String path = destination.path();
    PathStat there = destination.there(host);
    host.askAll(new Content(from), new Content(path));
    FileContent content = host.ask(new Content(from));
    long now = host.now().getEpochSecond();
    PathStat fresh = PathStat.created(Type.FILE, 0644, host.user(), 0, now);
    PathStat after =
        wanted
            .applied(there.exists() ? there : fresh.withTarget(there.target(), there.realPath()))
            .withContent(original.size(), now);
    String real = there.realPath().isEmpty() ? path : there.realPath();
    Optional<FileContent> old = Optional.of(host.ask(new Content(path)));
    Diff diff =
        content.held()
            ? ContentDiff.of(host, path, there, old.filter(FileContent::held), content.raw())
            : Diff.of(path, "", "the content of " + from + ", not shown\n");
    Change change =
        directories
            .make(host, Plan.change((there.exists() ? "write " : "create ") + path))
            .diff(diff)
            .run(
                RemoteScript.of(
                    from, real, there.exists(), after, wanted, call.backup(), call.validate()));
    Settled settled = new Settled(path, after);
    change = settled.on(change, "dest").value("src", from);
    return content.held() ? settled.holding(change, content.raw()) : change;
  }
}
