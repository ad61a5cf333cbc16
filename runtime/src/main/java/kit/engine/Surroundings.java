package kit.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.Become;
import kit.model.Location;
import kit.model.Play;
import kit.model.Question;
import kit.model.Role;
import kit.model.Secrets;
import kit.spi.Kept;
import kit.spi.Source;
import kit.spi.SourceTree;
import kit.spi.TemplateStyle;

/** What the engine needs of inventory, variables, templates and files. Safe for many threads. */
public interface Surroundings {

  /** The hosts of a play in their order, limited as the user said. */
  List<String> hosts(Play play);

  /** The variables of a host in a play. */
  HostScope scope(String host, Play play);

  /** Variables of another host, read only. */
  Map<String, Object> variablesOf(String host, Location where);

  /** Adds a host, or an existing one to further groups, on behalf of another. */
  void addHost(String by, String name, List<String> groups, Map<String, Object> vars, Location at);

  /**
   * Reads the inventories again; what was added stays.
   *
   * @throws kit.model.KitException if one of them cannot be read, or does not answer
   */
  void refreshInventory();

  /**
   * Asks the user.
   *
   * @throws kit.model.KitException if nobody can be asked
   */
  String ask(Question question);

  /** The user to become on a host when the playbook says nothing. */
  Optional<Become> become(String host);

  /**
   * A file of the controller.
   *
   * @param role the role whose files are looked at first
   * @throws kit.spi.PlanException if there is none
   */
  Source source(String folder, String name, Optional<Role> role);

  /**
   * A directory of the controller; empty if the name is a file's.
   *
   * @throws kit.spi.PlanException if there is neither
   */
  Optional<SourceTree> tree(String folder, String name, boolean follow, Optional<Role> role);

  /**
   * A rendered template.
   *
   * @throws kit.spi.PlanException if it cannot be rendered
   */
  String render(Source source, HostScope scope, Map<String, Object> variables, TemplateStyle style);

  /**
   * What a filter of templates gives.
   *
   * @param arguments the value first
   * @throws kit.model.KitException if there is none, or if it fails
   */
  default Object filter(
      String name, List<?> arguments, Map<String, Object> named, HostScope scope, Location where) {
    throw new UnsupportedOperationException("filters");
  }

  /** What the controller holds at a path, which is taken from the playbook's directory. */
  Kept kept(String path);

  /**
   * Asks the user at the terminal; one question at a time, whoever asks.
   *
   * @param echo whether what is typed can be seen
   * @return empty if there is no terminal
   */
  Optional<String> ask(String text, boolean echo);

  /** What must be shown nowhere. */
  default Secrets secrets() {
    return Secrets.NONE;
  }
}
