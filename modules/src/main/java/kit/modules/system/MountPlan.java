package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Sh;
import kit.spi.Step;

/**
 * From what is mounted and listed to what should be.
 *
 * @param call what is wanted
 * @param path where
 * @param table the fstab
 * @param old what it holds
 * @param mounts what is mounted
 * @param directory what is at the path
 * @param verbs what is to be done, in the making
 */
record MountPlan(
    Mount call,
    String path,
    Content table,
    FileContent old,
    List<Mounts.Mounted> mounts,
    PathStat directory,
    List<String> verbs) {

  Plan plan() {
    Optional<Mounts.Mounted> mounted = Optional.empty();
    for (Mounts.Mounted each : mounts) {
      mounted = each.path().equals(path) ? Optional.of(each) : mounted;
    }
    boolean is = mounted.isPresent();
    return switch (call.state()) {
      case PRESENT -> done(listed(Plan.change("list")), is);
      case ABSENT_FROM_FSTAB -> done(unlisted(Plan.change("unlist")), is);
      case MOUNTED -> mounted(mounted);
      case UNMOUNTED -> done(is ? unmount(Plan.change("unmount")) : Plan.change(""), false);
      case ABSENT -> absent(is);
      case REMOUNTED -> remounted(is);
      case EPHEMERAL -> ephemeral(mounted);
    };
  }

  private Plan mounted(Optional<Mounts.Mounted> mounted) {
    if (directory.exists() && directory.type() != Type.DIRECTORY && mounted.isEmpty()) {
      return Plan.refused(path + " is a " + directory.type().word(), "name a directory");
    }
    Change change = listed(Plan.change("mount"));
    boolean changed = !verbs.isEmpty();
    if (mounted.isEmpty()) {
      change = made(change).step(listedMount("", changed));
      verbs.add("mount");
    } else if (changed) {
      change = change.step(listedMount("remount", true));
      verbs.add("remount");
    }
    return done(change, true);
  }

  private Plan absent(boolean is) {
    Change change = unlisted(Plan.change("remove"));
    change = is ? unmount(change) : change;
    boolean there = directory.type() == Type.DIRECTORY && !path.equals("none");
    if (there && !verbs.isEmpty()) {
      String place = Sh.path(path);
      change =
          change
              .run("[ ! -d " + place + " ] || rmdir -- " + place + " 2>/dev/null || :\n")
              .touches(Resource.path(path));
    }
    return done(change, false);
  }

  private Plan remounted(boolean is) {
    if (!is) {
      return Plan.refused(path + " is not mounted", "state: 'mounted' mounts it");
    }
    verbs.add("remount");
    String options = call.opts().map(opts -> "remount," + opts).orElse("remount");
    return done(Plan.change("remount").run(mount(listedWords(options))), true);
  }

  private Plan ephemeral(Optional<Mounts.Mounted> mounted) {
    String source = call.src().orElseThrow();
    if (mounted.isPresent() && !mounted.get().source().equals(source)) {
      return Plan.refused(mounted.get().source() + " is mounted on " + path, "unmount it first");
    }
    if (mounted.isPresent()) {
      return remounted(true);
    }
    verbs.add("mount");
    List<String> words =
        List.of("mount", "-t", call.fstype().orElseThrow(), "-o", call.options(), source, path);
    return done(made(Plan.change("mount")).run(mount(words)), true);
  }

  private Change made(Change change) {
    return directory.exists()
        ? change
        : change.run("mkdir -p -- " + Sh.path(path) + "\n").touches(Resource.path(path));
  }

  /** An entry that cannot be mounted may stop the host's next boot: the old table comes back. */
  private Step listedMount(String option, boolean changed) {
    List<String> words = listedWords(option);
    String place = Sh.path(table.path());
    String back = old.held() ? "cat >" + place : "rm -f -- " + place;
    return changed
        ? Step.Run.of(Sh.quote(words) + " </dev/null || { kit_r=$?; " + back + "; exit $kit_r; }\n")
            .reading(old.raw())
        : Step.Run.of(mount(words));
  }

  /** A table of one's own is not where mount looks by itself. */
  private List<String> listedWords(String options) {
    List<String> words = new ArrayList<>(List.of("mount"));
    words.addAll(options.isEmpty() ? List.of() : List.of("-o", options));
    words.addAll(table.path().equals("/etc/fstab") ? List.of() : List.of("-T", table.path()));
    words.add(path);
    return words;
  }

  private static String mount(List<String> words) {
    return Sh.quote(words) + "\n";
  }

  private Change unmount(Change change) {
    verbs.add("unmount");
    return change.run("umount -- " + Sh.path(path) + "\n");
  }

  private Change listed(Change change) {
    Fstab after = new Fstab(old);
    after.set(
        new Fstab.Entry(
            FileContent.bytes(call.src().orElseThrow()),
            FileContent.bytes(path),
            FileContent.bytes(call.fstype().orElseThrow()),
            FileContent.bytes(call.options()),
            call.dump(),
            call.passno()));
    return written(change, after, "list");
  }

  private Change unlisted(Change change) {
    Fstab after = new Fstab(old);
    after.remove(FileContent.bytes(path), FileContent.bytes(call.src().orElse("")));
    return written(change, after, "unlist");
  }

  private Change written(Change change, Fstab after, String verb) {
    if (!after.differs(old)) {
      return change;
    }
    verbs.add(verb);
    FileContent content = after.content();
    Optional<Integer> mode = old.held() ? Optional.empty() : Optional.of(0644);
    return change
        .diff(Diff.of(table.path(), old.text(), content.text()))
        .step(Step.Write.of(table.path(), content.raw()).at(mode).keepingOld(call.backup()))
        .touches(Resource.path(table.path()))
        .predicts(table, content);
  }

  private Plan done(Change change, boolean mounted) {
    Map<String, Object> values = Map.of("path", path, "fstab", table.path(), "mounted", mounted);
    if (verbs.isEmpty()) {
      return Plan.unchanged(path + " is as it should be" + (mounted ? ", mounted" : ""), values);
    }
    Change told = Plan.change(String.join(", ", verbs) + " " + path);
    for (Diff diff : change.diffs()) {
      told = told.diff(diff);
    }
    for (Step step : change.steps()) {
      told = told.step(step);
    }
    told = told.touches(change.touches().toArray(new Resource[0])).predicts(change.predicts());
    if (verbs.contains("mount") || verbs.contains("unmount")) {
      String what = call.src().orElse("") + " on " + path + "\n";
      told =
          told.diff(Diff.of("mounts", mounted ? "" : path + "\n", mounted ? what : ""))
              .touches(new Resource("mount", "*"), Resource.tree(path))
              .predicts(new Mounts(), after(mounted));
    }
    for (Map.Entry<String, Object> value : values.entrySet()) {
      told = told.value(value.getKey(), value.getValue());
    }
    return told;
  }

  private List<Mounts.Mounted> after(boolean mounted) {
    List<Mounts.Mounted> after = new ArrayList<>(mounts);
    if (mounted) {
      after.add(new Mounts.Mounted(call.src().orElse(""), path, call.fstype().orElse(""), "/"));
    } else {
      after.removeIf(each -> each.path().equals(path));
    }
    return after;
  }
}
