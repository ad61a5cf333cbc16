package kit.script;

import java.util.ArrayList;
import java.util.List;
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
 * @param declares variables that the script itself gives values to, or asks for with {@code has}
 * @param templates constant {@code src} of template calls
 * @param files constant {@code src} of copy calls that come from the controller
 * @param hosts constant host patterns of plays
 * @param includes constant paths of included files
 * @param defaults arguments that modules have by default in some play
 * @param questions variables that answer a question of a body; an empty name if none does
 * @param roles roles with constant names
 * @param growing whether hosts or groups are added while it runs
 * @param complete whether {@code declares} is all; false if the script computes names of variables
 */
public record ScriptIndex(
    List<ModuleCall> calls,
    List<Notify> notifies,
    List<Mention> handlers,
    List<Mention> tags,
    List<Mention> reads,
    List<Mention> declares,
    List<Mention> templates,
    List<Mention> files,
    List<Mention> hosts,
    List<Include> includes,
    List<ModuleCall> defaults,
    List<Mention> questions,
    List<RoleCall> roles,
    boolean growing,
    boolean complete) {

  static final ScriptIndex EMPTY = new IndexBuilder().build();

  /** One that only says that these names have values. */
  static ScriptIndex declaring(List<Mention> names) {
    IndexBuilder index = new IndexBuilder();
    names.forEach(index::declares);
    return index.build();
  }

  /**
   * A module call as written.
   *
   * @param name as written, perhaps in snake_case
   * @param location where
   * @param given all its arguments and options
   * @param open whether it has further arguments that are computed: {@code *: common}
   */
  public record ModuleCall(String name, Location location, List<Given> given, boolean open) {}

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
    templates = List.copyOf(templates);
    files = List.copyOf(files);
    hosts = List.copyOf(hosts);
    includes = List.copyOf(includes);
    defaults = List.copyOf(defaults);
    questions = List.copyOf(questions);
    roles = List.copyOf(roles);
  }

  /** What both say. */
  ScriptIndex with(ScriptIndex other) {
    return new ScriptIndex(
        both(calls, other.calls),
        both(notifies, other.notifies),
        both(handlers, other.handlers),
        both(tags, other.tags),
        both(reads, other.reads),
        both(declares, other.declares),
        both(templates, other.templates),
        both(files, other.files),
        both(hosts, other.hosts),
        both(includes, other.includes),
        both(defaults, other.defaults),
        both(questions, other.questions),
        both(roles, other.roles),
        growing || other.growing,
        complete && other.complete);
  }

  private static <T> List<T> both(List<T> these, List<T> others) {
    List<T> all = new ArrayList<>(these);
    all.addAll(others);
    return all;
  }
}
