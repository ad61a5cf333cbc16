package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What docker inspect tells of a thing; all that are asked of one engine share a call for each kind
 * of thing.
 *
 * @param engine that is asked
 * @param type of the thing
 * @param name of the thing
 */
record Inspect(Engine engine, Type type, String name) implements Query<Inspect.Found> {

  /** What things an engine has. */
  enum Type {
    CONTAINER,
    IMAGE,
    NETWORK,
    VOLUME;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The answer.
   *
   * @param it what there is; nothing if it is not there
   * @param image of a container: what it was made of
   * @param error why nothing is known; empty if all went well
   */
  record Found(Node it, Node image, String error) {
    static final Found ABSENT = new Found(Node.NONE, Node.NONE, "");

    static Found of(Object value) {
      return new Found(new Node(value), Node.NONE, "");
    }

    boolean there() {
      return it.there();
    }
  }

  @Override
  public Object kind() {
    return List.of(Inspect.class, engine);
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder body = new StringBuilder();
    for (Type type : Type.values()) {
      Set<String> names = new LinkedHashSet<>();
      batch.forEach(query -> names.addAll(((Inspect) query).named(type)));
      if (!names.isEmpty()) {
        body.append("echo @").append(type.word()).append('\n');
        body.append("kit_docker ").append(type.word()).append(" inspect -f '{{json .}}' ");
        body.append(Sh.quote(List.copyOf(names))).append(" 2>>\"$kit_d/err\"");
        // what is not there is no error, and the client's words for it differ
        body.append(type == Type.CONTAINER ? " | tee \"$kit_d/out\"\n" : "\n");
      }
      if (type == Type.CONTAINER && !names.isEmpty()) {
        body.append(
            """
            kit_i=$(sed -n 's/.*"Image":"\\(sha256:[0-9a-f]*\\)".*/\\1/p' "$kit_d/out" | sort -u)
            echo '@made'
            [ -z "$kit_i" ] || kit_docker image inspect -f '{{json .}}' $kit_i 2>/dev/null
            """);
      }
    }
    body.append("echo @errors; cat \"$kit_d/err\"\n");
    return new Probe<>(engine.script(body.toString()), output -> read(batch, output));
  }

  private List<String> named(Type which) {
    return type == which ? List.of(name) : List.of();
  }

  @Override
  public Set<Resource> about() {
    return Set.of(resource(type, name));
  }

  /** What a change of it touches. A slash in a name would make it another's part. */
  static Resource resource(Type type, String name) {
    return new Resource("docker", type.word() + "/" + name.replace('/', '|'));
  }

  private static List<Found> read(List<Query<Found>> batch, Output output) {
    String text = output.text();
    String error = output.rc() == 127 ? output.errors() : trouble(text);
    if (output.rc() != 0 && error.isEmpty()) {
      error = output.errors().isBlank() ? "the client failed" : output.errors();
    }
    List<Node> made = Node.lines(section(text, "made"));
    List<Found> answers = new ArrayList<>();
    for (Query<Found> query : batch) {
      Inspect asked = (Inspect) query;
      Node it = Node.NONE;
      for (Node node : Node.lines(section(text, asked.type.word()))) {
        it = asked.means(node) ? node : it;
      }
      Node image = Node.NONE;
      for (Node node : made) {
        image = node.at("Id").text().equals(it.at("Image").text()) ? node : image;
      }
      answers.add(new Found(it, asked.type == Type.CONTAINER ? image : Node.NONE, error));
    }
    return answers;
  }

  private boolean means(Node node) {
    return switch (type) {
      case CONTAINER -> node.at("Name").text().equals("/" + name);
      case IMAGE -> ImageName.of(name).names(node);
      case NETWORK, VOLUME -> node.at("Name").text().equals(name);
    };
  }

  private static String section(String text, String name) {
    int from = ("\n" + text).indexOf("\n@" + name + "\n");
    if (from < 0) {
      return "";
    }
    int start = from + name.length() + 2;
    int end = text.indexOf("\n@", start - 1);
    return text.substring(Math.min(start, text.length()), end < start ? text.length() : end + 1);
  }

  /** Complaints that are more than that something is not there. */
  private static String trouble(String text) {
    StringBuilder trouble = new StringBuilder();
    for (String line : section(text, "errors").split("\n")) {
      String low = line.toLowerCase(Locale.ROOT);
      if (!line.isBlank() && !low.contains("no such") && !low.contains("not found")) {
        trouble.append(line).append('\n');
      }
    }
    return trouble.toString();
  }
}
