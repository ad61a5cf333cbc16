package kit.modules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.PlanException;

/**
 * What shall be checked out.
 *
 * @param kind what the version turned out to be
 * @param name its full name; the commit itself if it is one
 * @param commit the commit that it means
 */
record Revision(Kind kind, String name, String commit) {

  /** What a version can be. */
  enum Kind {
    BRANCH,
    TAG,
    COMMIT,
    OTHER
  }

  private static final String BRANCHES = "refs/heads/";
  private static final String TAGS = "refs/tags/";

  /** Refuses what git's own rules forbid in a name, above all what would be an option. */
  static void check(String name, String argument) {
    boolean good = !name.isEmpty() && !name.startsWith("-") && !name.contains("..");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      good &= c > ' ' && c != 127 && "~^:?*[\\".indexOf(c) < 0;
    }
    if (!good || name.contains("@{") || name.endsWith("/") || name.endsWith(".lock")) {
      throw new PlanException(
          argument + " '" + name + "' is no name of git", "a branch, a tag, or a whole commit id");
    }
  }

  /** Whether a version is a whole commit id, which needs nobody to be asked. */
  static boolean whole(String version) {
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return version.length() == 40 || version.length() == 64;
  }

  /** The names to ask for. */
  static List<String> patterns(String version) {
    List<String> patterns = new ArrayList<>(List.of("HEAD"));
    if (version.startsWith("refs/")) {
      patterns.addAll(List.of(version, version + "^{}"));
    } else if (!version.equals("HEAD")) {
      patterns.addAll(List.of(BRANCHES + version, TAGS + version, TAGS + version + "^{}"));
    }
    return patterns;
  }

  /** What a version means in a repository; a branch wins over a tag of the same name. */
  static Optional<Revision> of(String version, RemoteRefs.Found found) {
    Map<String, String> refs = found.refs();
    if (version.equals("HEAD")) {
      String commit = refs.get("HEAD");
      if (commit == null) {
        return Optional.empty();
      }
      return Optional.of(
          found.head().startsWith(BRANCHES)
              ? new Revision(Kind.BRANCH, found.head(), commit)
              : new Revision(Kind.COMMIT, commit, commit));
    }
    if (refs.containsKey(BRANCHES + version)) {
      return Optional.of(
          new Revision(Kind.BRANCH, BRANCHES + version, refs.get(BRANCHES + version)));
    }
    if (refs.containsKey(TAGS + version)) {
      return Optional.of(new Revision(Kind.TAG, TAGS + version, refs.get(TAGS + version)));
    }
    if (!refs.containsKey(version)) {
      return Optional.empty();
    }
    Kind kind =
        version.startsWith(BRANCHES)
            ? Kind.BRANCH
            : version.startsWith(TAGS) ? Kind.TAG : Kind.OTHER;
    return Optional.of(new Revision(kind, version, refs.get(version)));
  }

  /** The name as people say it. */
  String shortName() {
    return switch (kind) {
      case BRANCH -> name.substring(BRANCHES.length());
      case TAG -> name.substring(TAGS.length());
      case COMMIT, OTHER -> name;
    };
  }
}
