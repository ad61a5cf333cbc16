package kit.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.cli.terminal.Words;
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
public record PlayOptions(
    List<String> tags,
    List<String> skipTags,
    List<String> extraVars,
    boolean check,
    List<Path> rolesPath) {

  /** All that a playbook says, with roles where they are known to be. */
  public PlayOptions(
      List<String> tags, List<String> skipTags, List<String> extraVars, boolean check) {
    this(tags, skipTags, extraVars, check, List.of());
  }

  public static void add(CommandSpec spec) {
    Words.texts(spec, "TAGS", "Only what has one of these tags.", "-t", "--tags");
    Words.texts(spec, "TAGS", "All but what has one of these tags.", "--skip-tags");
    addExtraVars(spec);
  }

  public static void addVariables(CommandSpec spec) {
    String extra = "Set variables: name=value, @file or JSON (repeatable).";
    Words.texts(spec, "VARS", extra, "-e", "--extra-vars");
  }

  public static void addExtraVars(CommandSpec spec) {
    addVariables(spec);
    Words.texts(spec, "DIR", "Look for roles here too (repeatable).", "--roles-path");
  }

  public static List<Path> paths(ParseResult said) {
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

  public static List<String> extraVars(ParseResult said) {
    return List.copyOf(Words.texts(said, "-e"));
  }

  public static PlayOptions of(ParseResult said, boolean check) {
    return new PlayOptions(
        Words.separated(said, "-t"),
        Words.separated(said, "--skip-tags"),
        extraVars(said),
        check,
        paths(said));
  }
}
