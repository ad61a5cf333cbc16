package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.PlanException;

/**
 * The words of docker create: what is given, and of the rest what the container had.
 *
 * @param call the arguments
 * @param now what there is of it
 * @param given what the arguments say
 */
record ContainerWords(DockerContainer call, Inspect.Found now, Given given) {

  List<String> create(Map<String, String> environment) {
    List<String> words = new ArrayList<>(List.of("--name", call.name()));
    for (Setting setting : Settings.all()) {
      List<String> values = given.values().get(setting.name());
      boolean swap = setting.name().equals("memorySwap") && given.values().containsKey("memory");
      if (values == null && now.there() && !swap) {
        values = setting.own(now.it(), now.image());
      }
      if (values != null) {
        words.addAll(
            setting.name().equals("healthcheck")
                ? Healthcheck.words(values)
                : setting.words(values));
      }
    }
    words.addAll(Environment.words(environment));
    Optional<String> mode = mode();
    mode.ifPresent(network -> words.addAll(List.of("--network", network)));
    Attachment first = mode.map(attachments()::get).orElse(null);
    if (first != null) {
      words.addAll(first.words("--network-alias"));
    }
    CommandLine asked = CommandLine.of(call);
    CommandLine own = now.there() ? CommandLine.own(now.it(), now.image()) : asked;
    CommandLine line =
        asked.entrypoint().isPresent()
            ? asked
            : new CommandLine(own.entrypoint(), asked.command().or(own::command));
    words.addAll(line.option());
    words.add(image());
    words.addAll(line.arguments());
    return words;
  }

  private String image() {
    String text = call.image().orElseGet(() -> now.it().at("Config", "Image").text());
    if (text.isEmpty() && call.state() != DockerContainer.State.ABSENT) {
      throw new PlanException("image is missing", "give image");
    }
    return text;
  }

  /** Networks to connect to once it is made. */
  List<Attachment> rest() {
    Optional<String> mode = mode();
    String network = mode.orElse("bridge");
    boolean alone = network.equals("host") || network.equals("none") || network.contains(":");
    List<Attachment> rest = new ArrayList<>();
    if (!alone) {
      attachments().values().stream()
          .filter(each -> !each.network().equals(network))
          .forEach(rest::add);
    }
    return rest;
  }

  /** Networks that must be there. */
  List<String> networks() {
    List<String> names = new ArrayList<>();
    mode().filter(Names::good).ifPresent(names::add);
    names.removeAll(List.of("bridge", "host", "none", "default"));
    rest().forEach(each -> names.add(each.network()));
    return names;
  }

  private Optional<String> mode() {
    if (call.networkMode().isPresent()) {
      return call.networkMode();
    }
    if (!given.networks().isEmpty()) {
      return Optional.of(given.networks().get(0).network());
    }
    String old = now.it().at("HostConfig", "NetworkMode").text();
    return old.isEmpty() ? Optional.empty() : Optional.of(old.equals("default") ? "bridge" : old);
  }

  private Map<String, Attachment> attachments() {
    Map<String, Attachment> all = new LinkedHashMap<>();
    if (!call.purges()) {
      all.putAll(Attachment.read(now.it()));
    }
    given.networks().forEach(each -> all.put(each.network(), each));
    return all;
  }
}
