package kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What of a playbook, and with which values.
 *
 * @param tags run only what has one of these; empty for all
 * @param skipTags leave out what has one of these
 * @param extraVars {@code name=value}, {@code @file} or JSON, in the order given
 * @param check only look and tell
 * @param rolesPath directories of roles beside those that are known anyway
 */
record PlayOptions(
    List<String> tags,
    List<String> skipTags,
    List<String> extraVars,
    boolean check,
    List<Path> rolesPath) {

  /** All that a playbook says, with roles where they are known to be. */
  PlayOptions(List<String> tags, List<String> skipTags, List<String> extraVars, boolean check) {
    this(tags, skipTags, extraVars, check, List.of());
  }

  static void add(CommandSpec spec) {
    Words.texts(spec, "TAGS", "Only what has one of these tags.", "-t", "--tags");
    Words.texts(spec, "TAGS", "All but what has one of these tags.", "--skip-tags");
    addExtraVars(spec);
  }

  static void addVariables(CommandSpec spec) {
    String extra = "Set variables: name=value, @file or JSON (repeatable).";
    Words.texts(spec, "VARS", extra, "-e", "--extra-vars");
  }

  static void addExtraVars(CommandSpec spec) {
    addVariables(spec);
    Words.texts(spec, "DIR", "Look for roles here too (repeatable).", "--roles-path");
  }

  static List<Path> paths(ParseResult said) {
    List<Path> paths = new ArrayList<>();
    for (String each : Words.texts(said, "--roles-path")) {
      for (String path : each.split(":")) {
        if (!path.isEmpty()) {
          paths.add(Path.of(path));
        }
      }
    }
    return paths;
  }

  static List<String> extraVars(ParseResult said) {
    return List.copyOf(Words.texts(said, "-e"));
  }

  static PlayOptions of(ParseResult said, boolean check) {
    return new PlayOptions(
        Words.separated(said, "-t"),
        Words.separated(said, "--skip-tags"),
        extraVars(said),
        check,
        paths(said));
  }
}
