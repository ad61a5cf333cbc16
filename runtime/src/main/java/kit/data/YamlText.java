package kit.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML document. Works on nodes, so nothing is ever constructed by class name and every place
 * is known.
 */
public final class YamlText {
  /** Bytes of memory for a character, measured on inventories: places cost more than text. */
  private static final long PER_CHARACTER = 32;

  private final Node document;
  private final YamlValues values;
  private final String file;

  public YamlText(String text, String file, List<String> warnings) {
    this.file = file;
    this.document = compose(text);
    this.values = new YamlValues(file, warnings);
  }

  /** Whether YAML reads a scalar without quotes as text. */
  public static boolean isPlainText(String scalar) {
    return new YamlTypes().resolve(NodeId.scalar, scalar, true).equals(Tag.STR);
  }

  /** A name and what stands below it. */
  public final class Entry {
    private final Node key;
    private final Node value;

    private Entry(Node key, Node value) {
      this.key = key;
      this.value = value;
    }

    public String name() {
      return String.valueOf(values.of(key));
    }

    /** Whether the name is text; YAML reads {@code no}, {@code 1.10} and {@code 010} otherwise. */
    public boolean isNamed() {
      return key instanceof ScalarNode && key.getTag().equals(Tag.STR);
    }

    /** The name as it stands in the file. */
    public String written() {
      return key instanceof ScalarNode scalar ? scalar.getValue() : name();
    }

    public Location location() {
      return values.location(key);
    }

    public Setting setting() {
      return new Setting(values.of(value), location());
    }

    public boolean isMap() {
      return value instanceof MappingNode;
    }

    public boolean isNull() {
      return value == null || value.getTag().equals(Tag.NULL);
    }

    public boolean isText() {
      return value instanceof ScalarNode && value.getTag().equals(Tag.STR);
    }

    /** The value taken as a name with nothing below it. */
    public Entry asName() {
      return new Entry(value, null);
    }

    public List<Entry> entries() {
      return below(value);
    }
  }

  Node document() {
    return document;
  }

  public boolean isEmpty() {
    return document == null || document.getTag().equals(Tag.NULL);
  }

  public boolean isMap() {
    return document instanceof MappingNode;
  }

  public Location location() {
    return values.location(document);
  }

  /** The whole document as plain values; null if it is empty. */
  public Object root() {
    return document == null ? null : values.of(document);
  }

  /** The top-level entries in order. */
  public List<Entry> entries() {
    return below(document);
  }

  /** The top-level names, merged ones included; later ones win. */
  Map<String, Setting> settings() {
    if (!(root() instanceof Map<?, ?> map)) {
      return Map.of();
    }
    Map<String, Location> places = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      places.put(entry.name(), entry.location());
    }
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      settings.put(name, new Setting(entry.getValue(), places.getOrDefault(name, location())));
    }
    return settings;
  }

  private List<Entry> below(Node node) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      values.of(map);
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
          merge(tuple.getValueNode(), entries);
        }
      }
      for (NodeTuple tuple : map.getValue()) {
        if (!tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
          Entry entry = new Entry(tuple.getKeyNode(), tuple.getValueNode());
          entries.put(entry.name(), entry);
        }
      }
    }
    return new ArrayList<>(entries.values());
  }

  private void merge(Node source, Map<String, Entry> into) {
    List<Node> parts = source instanceof SequenceNode list ? list.getValue() : List.of(source);
    for (Node part : parts) {
      for (Entry entry : below(part)) {
        into.putIfAbsent(entry.name(), entry);
      }
    }
  }

  private Node compose(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(50);
    limits.setNestingDepthLimit(50);
    limits.setCodePointLimit(Integer.MAX_VALUE);
    refuseLarge(text);
    try {
      StreamReader reader = new StreamReader(text);
      return new Composer(new ParserImpl(reader, limits), new YamlTypes(), limits).getSingleNode();
    } catch (MarkedYAMLException e) {
      throw new KitException(problem(e));
    } catch (YAMLException e) {
      String why = e.getMessage().lines().findFirst().orElse("");
      throw new KitException(new Problem(new Location(file, 0, 0), "not valid YAML: " + why, ""));
    }
  }

  /** Said at once, not after a minute of looking for memory that is not there. */
  private void refuseLarge(String text) {
    long memory = Runtime.getRuntime().maxMemory();
    if (text.length() > memory / PER_CHARACTER) {
      long wanted = (text.length() * PER_CHARACTER >> 27) + 1 << 7; // in steps of 128 MB
      String more = "KIT_OPTS=-Xmx" + wanted + "m gives kit enough";
      String message = "it is too large for the " + (memory >> 20) + " MB of memory that kit has";
      throw new KitException(new Problem(new Location(file, 0, 0), message, more));
    }
  }

  private Problem problem(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    Location at =
        mark == null
            ? new Location(file, 0, 0)
            : new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    String what = e.getProblem() == null ? "" : e.getProblem();
    int advice = what.indexOf(". (");
    what = advice < 0 ? what : what.substring(0, advice);
    String hint = "check this line and the one above it";
    if (what.contains("(TAB)")) {
      hint = "indent with spaces, not with tabs";
    } else if (what.startsWith("mapping values are not allowed")) {
      hint = "check the indentation of this line, or quote the text that holds ': '";
    }
    return new Problem(at, "not valid YAML: " + what, hint);
  }
}
