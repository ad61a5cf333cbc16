package kit.script.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.catalog.Given;
import kit.model.Location;

/**
 * What a script says, known without running it. A cached script keeps its index.
 *
 * @param calls all module calls
 * @param notifies constant {@code notify} arguments
 * @param handlers constant names and topics of handlers
 * @param tags constant tags
 * @param reads names read that are not the script's own
 * @param declares variables that the script itself gives values to
 * @param asked variables of which it asks whether there is a value: {@code has('x')}
 * @param facts facts read by constant names, {@code os.family}; the place is that of the last name
 * @param others constant names of hosts that bodies turn to: {@code on('db1')}
 * @param hosts constant host patterns of plays
 * @param varsFiles constant paths of files of variables
 * @param includes constant paths of included files
 * @param defaults arguments that modules have by default in some play
 * @param questions variables that answer a question of a body; an empty name if none does
 * @param roles roles with constant names
 * @param locals names of its own variables and parameters, which templates do not see
 * @param traits what else is to be known of it
 */
public record ScriptIndex(
    List<ModuleCall> calls,
    List<Notify> notifies,
    List<Mention> handlers,
    List<Mention> tags,
    List<Mention> reads,
    List<Mention> declares,
    List<Mention> asked,
    List<Mention> facts,
    List<Mention> others,
    List<Mention> hosts,
    List<Mention> varsFiles,
    List<Include> includes,
    List<ModuleCall> defaults,
    List<Mention> questions,
    List<RoleCall> roles,
    Set<String> locals,
    Set<Trait> traits) {

  public static final ScriptIndex EMPTY = declaring(List.of());

  /** One that only says that these names have values. */
  public static ScriptIndex declaring(List<Mention> names) {
    return new ScriptIndex(
        List.of(), List.of(), List.of(), List.of(), List.of(), names, List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(),
        Set.of());
  }

  /**
   * A module call as written.
   *
   * @param name as written, perhaps in snake_case
   * @param location where
   * @param given all its arguments and options
   * @param open whether it has further arguments that are computed: {@code *: common}
   * @param guarded whether the playbook is prepared for its failure
   */
  public record ModuleCall(
      String name, Location location, List<Given> given, boolean open, boolean guarded) {}

  /** What a script does that hides something from who reads it. */
  public enum Trait {
    /** Hosts or groups are added while it runs. */
    GROWING,
    /** Something is done on the controller, which may make files that are used later. */
    MAKING,
    /** Names of tags are computed. */
    OPEN_TAGS,
    /** Names of variables are computed: {@code declares} is not all. */
    OPEN_NAMES
  }

  /**
   * A constant text that means something.
   *
   * @param name the text
   * @param location where
   */
  public record Mention(String name, Location location) {}

  /**
   * An include.
   *
   * @param path as written
   * @param location where
   * @param body whether it is said in a body, and so has tasks only
   */
  public record Include(String path, Location location, boolean body) {}

  /**
   * A role.
   *
   * @param name as written
   * @param location where
   * @param given everything that is said on it
   * @param open whether it has further arguments that are computed
   * @param body whether it is said in a body
   */
  public record RoleCall(
      String name, Location location, List<Given> given, boolean open, boolean body) {}

  /**
   * A notify.
   *
   * @param name handler or topic
   * @param location where
   * @param play where its play stands; {@link Location#NONE} in a function
   */
  public record Notify(String name, Location location, Location play) {}

  public ScriptIndex {
    calls = List.copyOf(calls);
    notifies = List.copyOf(notifies);
    handlers = List.copyOf(handlers);
    tags = List.copyOf(tags);
    reads = List.copyOf(reads);
    declares = List.copyOf(declares);
    asked = List.copyOf(asked);
    facts = List.copyOf(facts);
    others = List.copyOf(others);
    hosts = List.copyOf(hosts);
    varsFiles = List.copyOf(varsFiles);
    includes = List.copyOf(includes);
    defaults = List.copyOf(defaults);
    questions = List.copyOf(questions);
    roles = List.copyOf(roles);
    locals = Set.copyOf(locals);
    traits = Set.copyOf(traits);
  }

  /** Whether hosts or groups are added while it runs. */
  public boolean growing() {
    return traits.contains(Trait.GROWING);
  }

  /** Whether {@code declares} is all. */
  public boolean complete() {
    return !traits.contains(Trait.OPEN_NAMES);
  }

  /** What both say. */
  public ScriptIndex with(ScriptIndex other) {
    return new ScriptIndex(
        both(calls, other.calls),
        both(notifies, other.notifies),
        both(handlers, other.handlers),
        both(tags, other.tags),
        both(reads, other.reads),
        both(declares, other.declares),
        both(asked, other.asked),
        both(facts, other.facts),
        both(others, other.others),
        both(hosts, other.hosts),
        both(varsFiles, other.varsFiles),
        both(includes, other.includes),
        both(defaults, other.defaults),
        both(questions, other.questions),
        both(roles, other.roles),
        both(locals, other.locals),
        both(traits, other.traits));
  }

  private static <T> Set<T> both(Set<T> these, Set<T> others) {
    Set<T> all = new LinkedHashSet<>(these);
    all.addAll(others);
    return all;
  }

  private static <T> List<T> both(List<T> these, List<T> others) {
    List<T> all = new ArrayList<>(these);
    all.addAll(others);
    return all;
  }
}
