package kit.modules.files;

import java.util.List;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Sh;
import kit.spi.SourceTree.Entry;
import kit.spi.SourceTree.Kind;
import kit.spi.Step;

/** How the files of a tree come into a directory of the host that is empty and its own. */
sealed interface Filling {

  /**
   * The commands, run in that directory; they end the script if they fail.
   *
   * @param entries files and links
   */
  String script(List<Entry> entries);

  /** The step for a whole script. */
  Step.Run step(String script, List<Entry> entries);

  /** What a new file holds, to be shown; empty if it is not known here. */
  Optional<byte[]> content(Entry entry);

  /** As one stream from the controller. */
  record Stream() implements Filling {

    @Override
    public String script(List<Entry> entries) {
      return "command -v tar >/dev/null || { echo 'the host has no tar' >&2; exit 127; }\n"
          + "tar -xof - || exit\n";
    }

    @Override
    public Step.Run step(String script, List<Entry> entries) {
      return Step.Run.of(script).reading(TarStream.of(entries));
    }

    @Override
    public Optional<byte[]> content(Entry entry) {
      return Optional.of(entry.content().get());
    }
  }

  /**
   * From another directory of the host.
   *
   * @param from its path
   */
  record Local(String from) implements Filling {

    @Override
    public String script(List<Entry> entries) {
      Batches folders = new Batches();
      Batches files = new Batches();
      StringBuilder links = new StringBuilder();
      for (Entry entry : entries) {
        String name = "./" + entry.name();
        String folder = HostPath.parent(name);
        folders.add("mkdir -p -- " + Batches.PATHS + " || exit\n", folder);
        if (entry.kind() == Kind.LINK) {
          links.append("ln -s -- ").append(Sh.quote(entry.target())).append(' ');
          links.append(Sh.path(name)).append(" || exit\n");
        } else {
          String copy = "cp -- " + Batches.PATHS + " " + Sh.path(folder + "/") + " || exit\n";
          files.add(copy, HostPath.inside(from, entry.name()));
        }
      }
      return folders.script() + files.script() + links;
    }

    @Override
    public Step.Run step(String script, List<Entry> entries) {
      return Step.Run.of(script);
    }

    @Override
    public Optional<byte[]> content(Entry entry) {
      return Optional.empty();
    }
  }
}
