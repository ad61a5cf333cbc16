package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.Stat;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Builds, pulls, loads, tags, saves, pushes and removes images of Docker.
 *
 * <p>An image that is there is left alone, unless {@code forceSource} asks for it anew; it then
 * counts as changed if another one came of it. The result has {@code image}.
 *
 * <pre>{@code
 * dockerImage name: 'shop/web:1.2', source: 'build', path: '/srv/shop', args: [VERSION: '1.2']
 * dockerImage name: 'busybox:1.36', source: 'pull'
 * dockerImage name: 'shop/web:1.2', source: 'load', loadPath: '/srv/web.tar'
 * dockerImage name: 'shop/web:1.2', repository: 'shop/web:stable', archivePath: '/srv/web.tar'
 * dockerImage name: 'shop/web:1.1', state: 'absent'
 * }</pre>
 *
 * @param name with its tag, {@code latest} by default; or its id
 * @param tag instead of one in name
 * @param state present (by default) or absent
 * @param source where it comes from if it is not there: build, pull, load, or local (by default),
 *     which must be there
 * @param path directory on the host that it is built from
 * @param dockerfile in that directory
 * @param args for the build; a secret does not belong there, since the image shows them
 * @param target stage of the build that is wanted
 * @param labels that a built image gets
 * @param network for the steps of the build
 * @param pullBase whether a build pulls newer images to build on
 * @param noCache whether a build does every step anew
 * @param loadPath archive on the host that it is loaded from
 * @param archivePath archive on the host that it is saved to
 * @param repository further name that it gets
 * @param push whether it, under that name, is pushed to its registry
 * @param forceSource whether it is built, pulled or loaded anew though it is there
 * @param forceTag whether the further name may be taken from another image
 * @param forceAbsent whether an image goes that containers use
 * @param dockerHost address of the engine; the client's own by default
 * @param dockerCli the client; docker by default
 */
@EngineLacks
@Lacks(
    value = "build",
    instead = "its parts are arguments here: source: 'build', path: '/srv/shop', args: [...]")
@Lacks(
    value = "pull",
    instead = "source: 'pull'; pullBase: true for the images that a build begins with")
public record DockerImage(
    String name,
    Optional<String> tag,
    @Default("present") State state,
    @Default("local") From source,
    Optional<String> path,
    Optional<String> dockerfile,
    Map<String, Object> args,
    Optional<String> target,
    Map<String, Object> labels,
    Optional<String> network,
    @Default("false") boolean pullBase,
    @Alias("nocache") @Default("false") boolean noCache,
    Optional<String> loadPath,
    Optional<String> archivePath,
    Optional<String> repository,
    @Default("false") boolean push,
    @Default("false") boolean forceSource,
    @Default("false") boolean forceTag,
    @Default("false") boolean forceAbsent,
    @Alias("dockerUrl") Optional<String> dockerHost,
    @Default("docker") String dockerCli)
    implements Module {

  /** Whether it should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  /** Where an image comes from. */
  public enum From {
    BUILD,
    PULL,
    LOAD,
    LOCAL
  }

  @Override
  public String label() {
    return full();
  }

  private String full() {
    return tag.map(text -> name + ":" + text).orElse(name);
  }

  @Override
  public Plan plan(Host host) {
    Engine engine = Engine.of(dockerCli, dockerHost);
    check(host);
    Inspect question = new Inspect(engine, Inspect.Type.IMAGE, full());
    List<Query<?>> questions = new ArrayList<>(List.of(question));
    Optional<Inspect> other = repository.map(text -> new Inspect(engine, Inspect.Type.IMAGE, text));
    other.ifPresent(questions::add);
    Optional<Stat> archive =
        archivePath.map(text -> new Stat(HostPath.of(host, text, "archivePath"), true));
    archive.ifPresent(questions::add);
    host.askAll(questions.toArray(new Query<?>[0]));
    Inspect.Found now = host.ask(question);
    if (!now.error().isEmpty()) {
      return Engine.refused(now.error());
    }
    if (state == State.ABSENT) {
      return absent(engine, question, now);
    }
    boolean comes = !now.there() || forceSource && source != From.LOCAL;
    if (comes && source == From.LOCAL) {
      return Plan.refused(
          "the host has no image " + full(), "say where it comes from: source: 'pull', ...");
    }
    Lines lines = new Lines();
    StringBuilder body = new StringBuilder();
    String id = now.it().at("Id").text();
    if (comes) {
      body.append(fetch(host));
      lines.add("image " + full(), ComposeDrift.brief(id), how());
    }
    String word = Sh.quote(full());
    boolean fixed = true;
    if (other.isPresent()) {
      String old = host.ask(other.get()).it().at("Id").text();
      if (!old.isEmpty() && !old.equals(id) && !forceTag) {
        return Plan.refused(
            repository.get() + " is another image: " + ComposeDrift.brief(old), "forceTag: true");
      }
      if (comes || !old.equals(id)) {
        body.append("kit_docker image tag ").append(word).append(' ');
        body.append(Sh.quote(repository.get())).append(" || exit\n");
      }
      if (!comes && !old.equals(id)) {
        fixed = false;
        lines.add("image " + repository.get(), ComposeDrift.brief(old), ComposeDrift.brief(id));
      }
    }
    if (archive.isPresent()) {
      PathStat file = host.ask(archive.get());
      boolean save = comes || !file.exists();
      if (save) {
        fixed = fixed && file.exists();
        body.append(save(archive.get().path(), word));
        lines.add("archive " + archive.get().path(), file.exists() ? "there" : "", "saved");
      }
    }
    if (push) {
      body.append("kit_docker image push -q ").append(Sh.quote(repository.orElse(full())));
      body.append(" </dev/null >\"$kit_d/push\" || { cat \"$kit_d/push\" >&2; exit 1; }\n");
      lines.add("push", "", repository.orElse(full()));
      fixed = false;
    }
    if (body.isEmpty()) {
      return Plan.unchanged("image " + full() + " is there", values(now.it()));
    }
    body.append("kit_docker image inspect -f '{{json .}}' ").append(word).append('\n');
    boolean sure = !now.there() || !fixed;
    Change change =
        Plan.change(comes ? how() + " image " + full() : "change image " + full())
            .run(engine.script(body.toString()))
            .diff(lines.diff("image " + full()))
            .reads(outputs -> read(outputs, id, sure))
            .touches(new Resource("docker", "image"));
    return archive.map(file -> change.touches(Resource.path(file.path()))).orElse(change);
  }

  private Plan absent(Engine engine, Inspect question, Inspect.Found now) {
    if (!now.there()) {
      return Plan.unchanged("there is no image " + full(), Map.of());
    }
    String force = forceAbsent ? "-f " : "";
    return Plan.change("remove image " + full())
        .run(engine.script("kit_docker image rm " + force + Sh.quote(full()) + " >&2\n"))
        .diff(
            new Lines()
                .add("image " + full(), ComposeDrift.brief(now.it().at("Id").text()), "")
                .diff("image " + full()))
        .predicts(question, Inspect.Found.ABSENT)
        .touches(new Resource("docker", "image"));
  }

  private String how() {
    return switch (source) {
      case BUILD -> "build";
      case PULL -> "pull";
      case LOAD -> "load";
      case LOCAL -> "keep";
    };
  }

  private String fetch(Host host) {
    String word = Sh.quote(full());
    return switch (source) {
      case BUILD ->
          "kit_docker build -q -t "
              + word
              + " "
              + Sh.quote(options())
              + " "
              + Sh.quote(HostPath.of(host, path.orElseThrow(), "path"))
              + " </dev/null >\"$kit_d/built\" || { cat \"$kit_d/built\" >&2; exit 1; }\n";
      case PULL -> "kit_docker image pull -q " + word + " </dev/null >/dev/null || exit\n";
      case LOAD ->
          "kit_docker image load -q -i "
              + Sh.quote(HostPath.of(host, loadPath.orElseThrow(), "loadPath"))
              + " >\"$kit_d/loaded\" || exit\n"
              + "kit_docker image inspect "
              + word
              + " >/dev/null 2>&1 || { echo 'that is not in the archive, but:' >&2;"
              + " cat \"$kit_d/loaded\" >&2; exit 1; }\n";
      case LOCAL -> "";
    };
  }

  private List<String> options() {
    List<String> words = new ArrayList<>();
    dockerfile.ifPresent(
        file ->
            words.addAll(
                List.of("-f", file.startsWith("/") ? file : path.orElse("") + "/" + file)));
    target.ifPresent(stage -> words.addAll(List.of("--target", stage)));
    network.ifPresent(mode -> words.addAll(List.of("--network", mode)));
    Settings.pairs(args).forEach(pair -> words.addAll(List.of("--build-arg", pair)));
    Settings.pairs(labels).forEach(pair -> words.addAll(List.of("--label", pair)));
    if (pullBase) {
      words.add("--pull");
    }
    if (noCache) {
      words.add("--no-cache");
    }
    // so that there is always a word
    words.add("--force-rm");
    return words;
  }

  /** Whole or not at all. */
  private static String save(String file, String image) {
    String dest = Sh.path(file);
    return "kit_docker image save -o \"$kit_d/image\" "
        + image
        + " && cat \"$kit_d/image\" >"
        + Sh.path(file + ".kit-new")
        + " && mv -f "
        + Sh.path(file + ".kit-new")
        + " "
        + dest
        + " || exit\n";
  }

  private static Map<String, Object> read(List<Output> outputs, String old, boolean sure) {
    List<Node> nodes = Node.lines(outputs.get(0).text());
    Node it = nodes.isEmpty() ? Node.NONE : nodes.get(nodes.size() - 1);
    Map<String, Object> values = new LinkedHashMap<>(values(it));
    if (!sure) {
      values.put("changed", !it.at("Id").text().equals(old));
    }
    return values;
  }

  private static Map<String, Object> values(Node it) {
    return Map.of("image", Map.of("id", it.at("Id").text(), "tags", it.at("RepoTags").texts()));
  }

  private void check(Host host) {
    ImageName.checked(full());
    repository.ifPresent(ImageName::checked);
    refuse(
        source == From.BUILD != path.isPresent(), "path goes with source: 'build', and is needed");
    refuse(
        source == From.LOAD != loadPath.isPresent(),
        "loadPath goes with source: 'load', and is needed");
    boolean build = dockerfile.isPresent() || target.isPresent() || noCache || pullBase;
    refuse(
        source != From.BUILD && (build || !args.isEmpty() || !labels.isEmpty()),
        "dockerfile, target, args, labels, noCache and pullBase go with source: 'build'");
    for (String word : Settings.pairs(args)) {
      refuse(
          host.secret(word).isPresent(),
          "args would show a secret: to every user of the host now, and in the image for ever");
    }
    boolean more = push || archivePath.isPresent() || repository.isPresent();
    refuse(state == State.ABSENT && more, "an absent image is neither tagged, saved nor pushed");
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new PlanException(message, "kit doc dockerImage tells more");
    }
  }
}
