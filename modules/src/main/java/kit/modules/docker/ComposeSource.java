package kit.modules.docker;

import java.util.List;
import kit.spi.Sh;

/**
 * Where a project of Compose comes from.
 *
 * @param engine that runs it
 * @param directory of the project on the host
 * @param name of the project; empty for what Compose makes of the rest
 * @param files of the definition; none for those that Compose looks for
 * @param envFiles with values for the definition
 * @param profiles that are on
 * @param definition text of the definition itself; empty for files
 */
record ComposeSource(
    Engine engine,
    String directory,
    String name,
    List<String> files,
    List<String> envFiles,
    List<String> profiles,
    String definition) {

  private static final String END = "KIT_DEFINITION";

  /**
   * Defines {@code kit_c}, which is Compose with the options that say which project, and sets
   * {@code kit_t} to {@code plugin} or {@code classic}.
   */
  String compose() {
    String options = options();
    return "if kit_docker compose version >/dev/null 2>&1; then kit_t=plugin\n"
        + "kit_c() { kit_docker compose"
        + options
        + " \"$@\"; }\n"
        + "elif command -v docker-compose >/dev/null 2>&1; then kit_t=classic\n"
        + "kit_c() { docker-compose"
        + options
        + " \"$@\"; }\n"
        + "else echo 'kit: no compose' >&2; exit 127; fi\n";
  }

  /** Puts the definition where a question can show it to Compose, which changes nothing. */
  String shown() {
    return definition.isEmpty()
        ? ""
        : "cat >\"$kit_d/docker-compose.yml\" <<'" + END + "'\n" + definition + END + "\n";
  }

  private String options() {
    StringBuilder words = new StringBuilder();
    option(words, "--project-name", name);
    if (!definition.isEmpty()) {
      words.append(" --project-directory ").append(Sh.quote(directory));
      words.append(" --file \"${kit_f:-$kit_d/docker-compose.yml}\"");
    }
    files.forEach(file -> option(words, "--file", file));
    envFiles.forEach(file -> option(words, "--env-file", file));
    profiles.forEach(profile -> option(words, "--profile", profile));
    return words.toString();
  }

  /** The stored definition. */
  String file() {
    return directory + "/docker-compose.yml";
  }

  private static void option(StringBuilder words, String name, String value) {
    if (!value.isEmpty()) {
      words.append(' ').append(name).append(' ').append(Sh.quote(value));
    }
  }
}
