package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container runs, as far as arguments say it.
 *
 * @param entrypoint the program; empty if not given
 * @param command the rest; empty if not given
 */
record CommandLine(Optional<List<String>> entrypoint, Optional<List<String>> command) {

  static CommandLine of(DockerContainer call) {
    Optional<List<String>> entrypoint =
        call.entrypoint().isEmpty() ? Optional.empty() : Optional.of(call.entrypoint());
    return new CommandLine(entrypoint, Given.command(call));
  }

  /** What a container has besides its image's. */
  static CommandLine own(Node container, Node image) {
    List<String> entrypoint = container.at("Config", "Entrypoint").texts();
    List<String> command = container.at("Config", "Cmd").texts();
    boolean other = !entrypoint.equals(image.at("Config", "Entrypoint").texts());
    boolean same = !other && command.equals(image.at("Config", "Cmd").texts());
    return new CommandLine(
        other ? Optional.of(entrypoint.isEmpty() ? List.of("") : entrypoint) : Optional.empty(),
        same ? Optional.empty() : Optional.of(command));
  }

  /** All words of what a container runs. */
  static List<String> of(Node container) {
    List<String> words = new ArrayList<>(container.at("Config", "Entrypoint").texts());
    words.addAll(container.at("Config", "Cmd").texts());
    return words;
  }

  boolean given() {
    return entrypoint.isPresent() || command.isPresent();
  }

  /** The words given. */
  List<String> words() {
    List<String> words = new ArrayList<>(entrypoint.orElse(List.of()));
    words.addAll(command.orElse(List.of()));
    words.removeIf(String::isEmpty);
    return words;
  }

  /** With what the image has, as the engine puts them together. */
  List<String> full(Node image) {
    if (entrypoint.isPresent()) {
      List<String> words = new ArrayList<>(entrypoint.get());
      words.removeIf(String::isEmpty);
      words.addAll(command.orElse(List.of()));
      return words;
    }
    List<String> words = new ArrayList<>(image.at("Config", "Entrypoint").texts());
    words.addAll(command.orElseGet(() -> image.at("Config", "Cmd").texts()));
    return words;
  }

  /** The client takes one word as entrypoint: its others go before the command. */
  List<String> option() {
    return entrypoint.map(words -> List.of("--entrypoint", words.get(0))).orElse(List.of());
  }

  List<String> arguments() {
    List<String> words = new ArrayList<>();
    entrypoint.ifPresent(all -> words.addAll(all.subList(1, all.size())));
    words.addAll(command.orElse(List.of()));
    return words;
  }
}
