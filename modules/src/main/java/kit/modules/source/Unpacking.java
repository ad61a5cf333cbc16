package kit.modules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.query.HostPath;
import kit.spi.Mode;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * The sh that unpacks an archive.
 *
 * @param archive its path on the host; empty if it comes on standard input
 * @param format how it is packed
 * @param programs what the host has
 * @param dest the directory
 * @param options further options of the program
 * @param keepNewer whether newer files are left alone
 */
record Unpacking(
    Optional<String> archive,
    ArchiveFormat format,
    Set<String> programs,
    String dest,
    List<String> options,
    boolean keepNewer) {

  private static final int LONGEST = 100_000;

  /** Why the host cannot do it; empty if it can. */
  Optional<String> objection() {
    List<String> needed = new ArrayList<>();
    if (format == ArchiveFormat.ZIP) {
      needed.add("unzip");
    } else {
      needed.add("tar");
      // busybox's tar unpacks some formats itself
      if (programs.contains("gnu") || format == ArchiveFormat.ZSTD) {
        needed.add(format.program());
      }
    }
    for (String program : needed) {
      if (!programs.contains(program)) {
        return Optional.of("the host has no " + program + " for a " + format.word() + " archive");
      }
    }
    boolean gnu = programs.contains("gnu");
    if (format == ArchiveFormat.ZSTD && !gnu) {
      return Optional.of("the host's tar does not know a tar.zst archive");
    }
    return keepNewer && !gnu
        ? Optional.of("the host's tar does not know keepNewer")
        : Optional.empty();
  }

  /** Unpacks all, or only these names. */
  String script(Optional<List<Member>> only) {
    return format == ArchiveFormat.ZIP ? zip(only) : tar(only);
  }

  private String tar(Optional<List<Member>> only) {
    StringBuilder line = new StringBuilder("tar -x ");
    line.append(format.flag()).append(" -f ").append(archive.map(Sh::path).orElse("-"));
    line.append(" -C ").append(Sh.path(dest));
    line.append(keepNewer ? " --keep-newer-files" : "");
    line.append(options.isEmpty() ? "" : " " + Sh.quote(options));
    if (only.isEmpty()) {
      return line.append(" || exit\n").toString();
    }
    if (programs.contains("gnu")) {
      boolean odd = only.get().stream().anyMatch(member -> member.name().startsWith("-"));
      line.append(" --no-recursion --no-unquote ").append(odd ? "--verbatim-files-from " : "");
      line.append("-T /dev/fd/9 9<<").append(here(names(only.get()), " || exit"));
      return line.toString();
    }
    for (String name : names(only.get())) {
      if (!pattern(name).equals(name)) {
        // busybox's tar takes names for globs and then misses them by name
        throw new PlanException(
            "the host's tar cannot choose '" + name + "'", "install GNU tar, or unpack all");
      }
    }
    return directories(only.get())
        + line.append(" -- ").append(words(patterns(only.get()))).append(" || exit\n");
  }

  /** Other tars take a directory for all that is in it: so it is made, and its files are named. */
  private String directories(List<Member> members) {
    List<String> paths = new ArrayList<>();
    for (Member member : Selection.of(List.of(), List.of(), options).placed(members)) {
      if (member.type() == Member.Type.DIRECTORY) {
        paths.add(HostPath.inside(dest, member.place()));
      }
    }
    return paths.isEmpty() ? "" : "mkdir -p -- " + words(paths) + " || exit\n";
  }

  /** A zip archive is read from its end, so it has to be a file. */
  private String zip(Optional<List<Member>> only) {
    StringBuilder script = new StringBuilder(only.map(this::directories).orElse(""));
    if (archive.isEmpty()) {
      script.append("umask 077; n=$(mktemp) || exit\n").append(Sh.atExit("rm -f -- \"$n\""));
      script.append("cat >\"$n\" || exit; umask 022\n");
    }
    script.append("unzip -q -o ").append(options.isEmpty() ? "" : Sh.quote(options) + " ");
    script.append(archive.map(Sh::path).orElse("\"$n\""));
    if (only.isPresent()) {
      script.append(' ').append(words(patterns(only.get())));
    }
    // 1 is a warning
    return script
        .append(" -d ")
        .append(Sh.path(dest))
        .append(" </dev/null || [ $? -eq 1 ] || exit\n")
        .toString();
  }

  /** Globs that match the names of the files and links only. */
  private static List<String> patterns(List<Member> members) {
    List<String> patterns = new ArrayList<>();
    for (Member member : members) {
      if (member.type() != Member.Type.DIRECTORY) {
        patterns.add(pattern(member.name()));
      }
    }
    return patterns;
  }

  private static String pattern(String name) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      pattern.append("*?[]\\".indexOf(name.charAt(i)) >= 0 ? "\\" : "").append(name.charAt(i));
    }
    return pattern.toString();
  }

  private static List<String> names(List<Member> members) {
    List<String> names = new ArrayList<>();
    for (Member member : members) {
      names.add(member.name());
    }
    return names;
  }

  private static String words(List<String> names) {
    for (String name : names) {
      if (name.startsWith("-")) {
        throw new PlanException("'" + name + "' would be an option of the host's program", "");
      }
    }
    String words = Sh.quote(names);
    if (words.length() > LONGEST) {
      throw new PlanException(
          "include or exclude leave too many names for the host's program",
          "install GNU tar, or unpack all");
    }
    return words;
  }

  /** Lines as a here-document whose end is none of them. */
  private static String here(List<String> lines, String after) {
    String end = "KIT_END";
    while (lines.contains(end)) {
      end += "_";
    }
    return "'" + end + "'" + after + "\n" + String.join("\n", lines) + "\n" + end + "\n";
  }

  /**
   * For what the controller could not look into: unpacks it only if no name leads out of dest, and
   * no link that is there would be followed out of it.
   */
  String checked() {
    String tar = "tar -t " + format.flag() + " -f \"$n\"";
    Unpacking stored = new Unpacking(Optional.of("$n"), format, programs, dest, options, keepNewer);
    return "umask 077; n=$(mktemp) || exit\n"
        + Sh.atExit("rm -f -- \"$n\"")
        + "cat >\"$n\" || exit; umask 022\n"
        + tar
        + " >/dev/null || exit\nif "
        + tar
        // busybox's tar hides such names and says so
        + " 2>&1 | grep -q -E -e '^/' -e '(^|/)\\.\\.(/|$)' -e '^tar: removing leading'; then echo 'a name in it leads out of dest'"
        + " >&2; exit 1; fi\n"
        + "if "
        + tar
        + " | while IFS= read -r f; do while case $f in */*) ;; *) false;; esac; do f=${f%/*}\n"
        + "if [ -L "
        + Sh.path(dest)
        + "/\"$f\" ]; then exit 1; fi; done; done; then :; else echo 'a name in it is below a link'"
        + " >&2; exit 1; fi\n"
        + stored.tar(Optional.empty()).replace("'$n'", "\"$n\"");
  }

  /** Gives mode, owner and group to what was unpacked, named below dest. */
  String permissions(Permissions wanted, List<Member> members) {
    List<String> all = new ArrayList<>();
    List<String> solid = new ArrayList<>();
    for (Member member : members) {
      String path = HostPath.inside(dest, member.place());
      all.add(path);
      if (member.type() != Member.Type.LINK) {
        solid.add(path);
      }
    }
    StringBuilder script = new StringBuilder();
    wanted.owner().ifPresent(name -> each(script, "chown -h -- " + Sh.quote(name), all));
    wanted.group().ifPresent(name -> each(script, "chgrp -h -- " + Sh.quote(name), all));
    wanted.mode().ifPresent(mode -> each(script, "chmod -- " + text(mode), solid));
    return script.toString();
  }

  /** Five digits, because with four GNU's chmod keeps setuid and setgid of directories. */
  private static String text(Mode mode) {
    return Sh.quote(mode.symbolic() ? mode.text() : "0" + Permissions.octal(mode.bits(0, false)));
  }

  private static void each(StringBuilder script, String command, List<String> paths) {
    if (!paths.isEmpty()) {
      script.append("tr '\\n' '\\0' <<").append(here(paths, " | xargs -0 " + command + " || exit"));
    }
  }
}
