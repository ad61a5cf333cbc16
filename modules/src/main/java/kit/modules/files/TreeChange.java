package kit.modules.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.SourceTree.Entry;
import kit.spi.SourceTree.Kind;

/** What differs between a tree and what it shall be, and the change that makes up for it. */
final class TreeChange {

  private static final int SHOWN = 20;
  private static final int KEPT = 64 * 1024;

  /**
   * Something to put in place.
   *
   * @param entry what
   * @param path where: a link to a file is written through
   * @param before what is there
   * @param after what will be
   */
  private record Put(Entry entry, String path, PathStat before, PathStat after) {}

  private final TreeCopy tree;
  private final Host host;
  private final List<String> directories;
  private final List<Put> puts = new ArrayList<>();
  private final Batches mended = new Batches();
  private final Map<Query<?>, Object> predicted = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final StringBuilder mendedText = new StringBuilder();
  private int count;

  TreeChange(TreeCopy tree, Host host, List<String> directories) {
    this.tree = tree;
    this.host = host;
    this.directories = directories;
  }

  void directory(String path) {
    directories.add(path);
  }

  void link(Entry entry, PathStat there) {
    PathStat fresh =
        PathStat.created(Type.LINK, 0777, host.user(), 0, now())
            .withTarget(entry.target(), there.realPath());
    puts.add(new Put(entry, tree.path(entry), there, tree.attributes().applied(fresh)));
  }

  void file(Entry entry, PathStat there, boolean same) {
    Attributes wanted = tree.attributes().preserving(entry.mode());
    PathStat fresh = PathStat.created(Type.FILE, 0644, host.user(), 0, now());
    PathStat was = there.exists() ? there : fresh.withTarget(there.target(), there.realPath());
    PathStat after = wanted.applied(was);
    String path = tree.path(entry);
    if (!same) {
      String place = there.linked() ? there.realPath() : path;
      puts.add(new Put(entry, place, there, after.withContent(entry.size(), now())));
    } else if (!after.equals(there)) {
      for (String line : wanted.script(Batches.PATHS, there, after).strip().split(" && ")) {
        mended.add(line + " || exit\n", path);
      }
      Difference difference = Difference.of(there, after);
      mendedText.append(entry.name()).append(": ").append(difference.summary()).append('\n');
      count++;
      predict(path, after);
    }
  }

  Plan plan(Attributes ofDirectories) {
    if (puts.isEmpty() && directories.isEmpty() && count == 0) {
      return Plan.unchanged(
          tree.root() + " holds all of it", Map.of("dest", tree.root(), "files", List.of()));
    }
    Change change = shown(Plan.change(summary()));
    change = new Directories(List.copyOf(directories), ofDirectories, "").make(host, change);
    List<Entry> entries = new ArrayList<>();
    for (Put put : puts) {
      entries.add(put.entry());
      names.add(put.entry().name());
      if (put.entry().kind() == Kind.LINK) {
        predicted.put(new Stat(tree.path(put.entry()), false), put.after());
      } else {
        predict(tree.path(put.entry()), put.after());
        content(put.entry());
      }
    }
    if (!puts.isEmpty()) {
      change = change.step(tree.filling().step(placing(entries), entries));
    }
    String mending = mended.script();
    change = mending.isEmpty() ? change : change.run(mending);
    return change
        .touches(Resource.tree(tree.root()))
        .predicts(predicted)
        .value("dest", tree.root())
        .value("files", List.copyOf(names));
  }

  private String summary() {
    List<String> parts = new ArrayList<>();
    if (!puts.isEmpty()) {
      parts.add("write " + puts.size() + (puts.size() == 1 ? " file" : " files"));
    }
    if (!directories.isEmpty()) {
      parts.add("make " + directories.size() + (puts.size() == 1 ? " directory" : " directories"));
    }
    if (count > 0) {
      parts.add("set attributes of " + count);
    }
    return String.join(", ", parts) + " in " + tree.root();
  }

  private Change shown(Change start) {
    Change change = start;
    List<String> old = new ArrayList<>();
    for (Put put : puts.subList(0, Math.min(SHOWN, puts.size()))) {
      if (put.before().exists() && readable(put)) {
        old.add(put.path());
      }
    }
    TreeCopy.askContents(host, old);
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < puts.size(); i++) {
      Put put = puts.get(i);
      if (i < SHOWN && readable(put)) {
        byte[] content = tree.filling().content(put.entry()).orElseThrow();
        Optional<FileContent> known =
            put.before().exists()
                ? Optional.of(host.ask(new Content(put.path())))
                : Optional.empty();
        change =
            change.diff(
                ContentDiff.of(
                    host, put.path(), put.before(), known.filter(FileContent::held), content));
      } else {
        more.append(put.entry().name());
        more.append(put.entry().kind() == Kind.LINK ? " -> " + put.entry().target() : "");
        more.append(put.before().exists() ? " (replaced)\n" : "\n");
      }
    }
    for (String path : directories) {
      more.append(path).append("/\n");
    }
    more.append(mendedText);
    return more.isEmpty() ? change : change.diff(Diff.of(tree.root(), "", more.toString()));
  }

  private boolean readable(Put put) {
    return put.entry().kind() == Kind.FILE
        && put.entry().size() <= KEPT
        && put.before().size() <= KEPT
        && !(tree.filling() instanceof Filling.Local);
  }

  /** In a directory of its own inside the tree, so that the last step of each file is a rename. */
  private String placing(List<Entry> entries) {
    StringBuilder script = new StringBuilder("umask 077\nkit_s=$(mktemp -d ");
    script.append(Sh.path(HostPath.inside(tree.root(), ".kit.XXXXXX"))).append(") || exit\n");
    script.append(Sh.atExit("rm -rf -- \"$kit_s\"")).append("cd \"$kit_s\" || exit\n");
    script.append(tree.filling().script(entries));
    Batches attributes = new Batches();
    Batches bits = new Batches();
    Batches moves = new Batches();
    StringBuilder backups = new StringBuilder();
    for (Put put : puts) {
      String name = "./" + put.entry().name();
      boolean link = put.entry().kind() == Kind.LINK;
      owner(attributes, put, name, link ? "-h " : "");
      if (!link) {
        bits.add(
            "chmod " + Attributes.exact(put.after().mode()) + " " + Batches.PATHS + " || exit\n",
            name);
      }
      if (tree.backup() && put.before().type() == Type.FILE) {
        String old = Sh.path(put.path());
        backups.append("cp -p -- ").append(old).append(' ').append(old);
        backups.append(".$$.$(date +%Y-%m-%d@%H:%M:%S)~ || exit\n");
      }
      boolean renamed = !HostPath.name(put.path()).equals(HostPath.name(name));
      String place = renamed ? put.path() : HostPath.inside(HostPath.parent(put.path()), "");
      moves.add("mv -f -- " + Batches.PATHS + " " + Sh.path(place) + " || exit\n", name);
    }
    script.append(attributes.script()).append(bits.script());
    script.append("find . -type f -exec sync {} + 2>/dev/null\n");
    return script.append(backups).append(moves.script()).toString();
  }

  private void owner(Batches batches, Put put, String name, String flag) {
    Attributes wanted = tree.attributes();
    if (put.before().type() == Type.FILE) {
      // what nobody asked for is kept as far as the user may
      String ids = put.before().uid() + ":" + put.before().gid();
      batches.add("chown " + ids + " " + Batches.PATHS + " 2>/dev/null\n", name);
    }
    wanted
        .owner()
        .ifPresent(
            who ->
                batches.add(
                    "chown " + flag + "-- " + Sh.quote(who) + " " + Batches.PATHS + " || exit\n",
                    name));
    wanted
        .group()
        .ifPresent(
            who ->
                batches.add(
                    "chgrp " + flag + "-- " + Sh.quote(who) + " " + Batches.PATHS + " || exit\n",
                    name));
  }

  private void predict(String path, PathStat after) {
    predicted.put(new Stat(path, true), after);
    if (!after.linked()) {
      predicted.put(new Stat(path, false), after);
    }
  }

  private void content(Entry entry) {
    String path = tree.path(entry);
    predicted.put(Checksum.sha256(path), Optional.of(entry.sha256()));
    Optional<byte[]> content =
        entry.size() <= KEPT ? tree.filling().content(entry) : Optional.empty();
    content.ifPresent(bytes -> predicted.put(new Content(path), FileContent.of(bytes)));
  }

  private long now() {
    return host.now().getEpochSecond();
  }
}
