package kit.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.FileContent.State;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Plan;

/**
 * A change of a file that depends on what it holds: what lineinfile, blockinfile and replace share.
 * Contents are bytes written as {@link FileContent} writes them.
 *
 * @param path the file
 * @param create whether it is made if there is none, with the directories above it
 * @param removing whether nothing is to be done if there is none
 * @param attributes mode, owner and group
 * @param backup whether the old file is kept
 * @param validate command that must accept the new file
 */
record Edit(
    String path,
    boolean create,
    boolean removing,
    Attributes attributes,
    boolean backup,
    Optional<String> validate) {

  /**
   * Compares the content with its edited form.
   *
   * @param editor makes the new content; empty to leave the file as it is
   */
  Plan plan(Host host, Function<String, Optional<String>> editor) {
    String place = HostPath.of(host, path, "path");
    Stat stat = new Stat(place, true);
    Content content = new Content(place);
    host.askAll(stat, content);
    PathStat there = host.ask(stat);
    FileContent old = host.ask(content);
    if (Rewrite.impossible(there)) {
      return Rewrite.refuse(place, there);
    }
    if (!there.exists()) {
      return removing
          ? Plan.unchanged("there is no " + place, new Settled(place, there).values("path"))
          : missing(host, place, there, editor);
    }
    if (old.state() == State.TOO_BIG) {
      return Plan.refused(
          place + " has " + there.size() + " bytes, too many to edit by lines",
          "the limit is " + Content.LIMIT + " bytes; use a template, or sed in a command");
    }
    if (!old.held()) {
      return Rewrite.unreadable(host, place);
    }
    String edited = editor.apply(old.bytes()).orElse(old.bytes());
    return rewrite(host, place, there, old, edited, Directories.NONE);
  }

  private Plan missing(
      Host host, String place, PathStat there, Function<String, Optional<String>> editor) {
    if (!create) {
      return Plan.refused(
          place + " does not exist", "create: true makes it, copy gives it a content");
    }
    Optional<String> fresh = editor.apply("");
    if (fresh.isEmpty()) {
      return Plan.unchanged("there is nothing to write", new Settled(place, there).values("path"));
    }
    String parent = HostPath.parent(place);
    boolean home = host.ask(new Stat(parent, true)).type() == Type.DIRECTORY;
    Directories directories =
        home ? Directories.NONE : Directories.upTo(host, parent, Attributes.NONE);
    return directories.obstacle().isEmpty()
        ? rewrite(host, place, there, FileContent.missing(State.ABSENT), fresh.get(), directories)
        : directories.refusal();
  }

  private Plan rewrite(
      Host host,
      String place,
      PathStat there,
      FileContent old,
      String edited,
      Directories directories) {
    boolean same = there.exists() && edited.equals(old.bytes());
    byte[] bytes = edited.getBytes(StandardCharsets.ISO_8859_1);
    return new Rewrite(place, bytes, attributes, backup, validate, false)
        .plan(host, there, same, Optional.of(old), directories, "path");
  }
}
