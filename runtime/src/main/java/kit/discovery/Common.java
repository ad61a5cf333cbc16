package kit.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.catalog.Given;
import kit.catalog.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * What every source may be told beside its own settings; names and meaning are Ansible's.
 *
 * @param strict whether an expression that does not work is an error
 * @param compose expressions by the name of the variable they give
 * @param groups conditions by the name of the group they put a host into
 * @param keyed groups by value
 * @param choices which hosts are kept; the first whose condition holds decides, else they are
 * @param leadingSeparator whether a keyed group without a prefix begins with the separator
 * @param cache whether an answer is kept
 * @param cacheTimeout how long; zero for as long as it is there
 * @param warnings what the user should know of the settings
 */
record Common(
    boolean strict,
    Map<String, Written> compose,
    Map<String, Written> groups,
    List<KeyedGroup> keyed,
    List<Choice> choices,
    boolean leadingSeparator,
    boolean cache,
    Duration cacheTimeout,
    List<String> warnings,
    Location location) {

  /** How long answers are kept where nothing else is said. */
  static final Duration KEPT = Duration.ofSeconds(60);

  private static final List<String> KEYED =
      List.of("key", "prefix", "separator", "parent_group", "default_value", "trailing_separator");

  /** Where Ansible keeps answers; kit has its own place. */
  private static final Set<String> ELSEWHERE =
      Set.of("cachePlugin", "cacheConnection", "cachePrefix");

  /** An expression and where it stands. */
  record Written(String expression, Location location) {}

  /** Takes the common settings out of a source's; what is left is the source's own. */
  static Common of(List<Given> settings, Location at) {
    Map<String, Given> common = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    settings.removeIf(
        given -> {
          String name = Settings.camel(given.name().orElse(""));
          if (ELSEWHERE.contains(name)) {
            warnings.add(
                given.location()
                    + ": '"
                    + given.name().get()
                    + "' is of no use to kit, which keeps"
                    + " answers in its own cache");
            return true;
          }
          if (Choice.isList(name, given)) {
            choices.addAll(Choice.of(given));
            return true;
          }
          boolean its = Settings.NAMES.contains(name);
          if (its && common.put(name, given) != null) {
            throw new KitException(
                new Problem(given.location(), "'" + name + "' is given twice", "remove one"));
          }
          return its;
        });
    Settings read = new Settings(common);
    refuse(
        "useExtraVars",
        "expressions see what the source says",
        "use the extra variables in the playbook",
        common);
    refuse(
        "useVarsPlugins",
        "expressions do not see group_vars and host_vars",
        "write the variables into an inventory before this one",
        common);
    List<KeyedGroup> keyed = new ArrayList<>();
    for (Object each : read.list("keyedGroups")) {
      keyed.add(keyed(each, common.get("keyedGroups").location()));
    }
    return new Common(
        read.flag("strict", false),
        read.expressions("compose"),
        read.expressions("groups"),
        keyed,
        choices,
        read.flag("leadingSeparator", true),
        read.flag("cache", true),
        read.seconds("cacheTimeout", KEPT),
        warnings,
        at);
  }

  /** Where it is false it says what holds anyway. */
  private static void refuse(String name, String why, String instead, Map<String, Given> common) {
    if (new Settings(common).flag(name, false)) {
      String message = name + " is not supported: " + why;
      throw new KitException(new Problem(common.get(name).location(), message, instead));
    }
  }

  private static KeyedGroup keyed(Object value, Location at) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new KitException(
          new Problem(at, "keyedGroups wants maps", "- key: tags.role\n  prefix: role"));
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> part : map.entrySet()) {
      String name = Settings.snake(part.getKey().toString());
      if (!KEYED.contains(name)) {
        throw new KitException(
            new Problem(
                at,
                "keyedGroups knows no '" + part.getKey() + "'",
                Suggestion.hint(name, KEYED, "it knows " + String.join(", ", KEYED))));
      }
      parts.put(name, part.getValue());
    }
    Object key = parts.get("key");
    boolean trailing = parts.get("trailing_separator") != null;
    if (!(key instanceof CharSequence)) {
      throw new KitException(
          new Problem(at, "a keyed group needs a key", "- key: tags.role\n  prefix: role"));
    }
    if (trailing && parts.get("default_value") != null) {
      throw new KitException(
          new Problem(
              at, "default_value and trailing_separator exclude one another", "remove one"));
    }
    return new KeyedGroup(
        key.toString(),
        text(parts.getOrDefault("prefix", "")),
        text(parts.getOrDefault("separator", "_")),
        text(parts.getOrDefault("parent_group", "")),
        Optional.ofNullable(parts.get("default_value")).map(Object::toString),
        !trailing || Boolean.TRUE.equals(parts.get("trailing_separator")));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
