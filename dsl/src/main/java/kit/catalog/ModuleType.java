package kit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.Detachable;
import kit.spi.Module;

/** A module as a playbook sees it: a name, arguments, and how a call becomes a record. */
public final class ModuleType {

  private final Signature<Module> signature;

  private ModuleType(Signature<Module> signature) {
    this.signature = signature;
  }

  /** The module that a record is. */
  public static ModuleType of(Class<? extends Module> record) {
    return new ModuleType(Signature.of(record, OptionNames.OF_CALLS));
  }

  public String name() {
    return signature.name();
  }

  /** The record that holds the arguments. */
  public Class<? extends Module> record() {
    return signature.record();
  }

  /** In the order of the record's components. */
  public List<Argument> arguments() {
    return signature.arguments();
  }

  /** The argument of this name or alias, in camelCase or snake_case. */
  public Optional<Argument> argument(String written) {
    return signature.argument(written);
  }

  /** Whether this name, written on a call of this module, means a general option. */
  public boolean isOption(String written) {
    return signature.position(written) < 0 && OptionNames.find(written).isPresent();
  }

  /** Whether its calls can run detached from the connection. */
  public boolean detachable() {
    return Detachable.class.isAssignableFrom(record());
  }

  /** What the module says about itself. */
  public ModuleDoc doc() {
    return new ModuleDoc(signature, options());
  }

  /**
   * The record of one call. The call's options have been taken out before.
   *
   * @param positional values without a name, for the components in order
   * @param named values by name, alias or snake_case name
   * @param location where the call stands
   * @throws KitException with all problems of the call
   */
  public Module bind(List<Object> positional, Map<String, Object> named, Location location) {
    return signature.bind(positional, named, location);
  }

  /** The record of one call whose arguments have their own places. */
  public Module bind(List<Given> given, Location location) {
    return signature.bind(given, location);
  }

  /**
   * What is wrong with a call as far as it is known before it is made; its options have been taken
   * out. When every value is known, this includes what the record itself refuses.
   */
  public List<Problem> check(List<Given> given, Location location) {
    return signature.check(given, location);
  }

  /**
   * The record of a call before it is made, if what decides about it is known: not if a choice or a
   * switch is computed, or if something is wrong.
   *
   * @param standIn what stands for text that is computed
   */
  public Optional<Module> ahead(List<Given> given, Location location, String standIn) {
    return signature.ahead(given, location, standIn);
  }

  private String options() {
    List<String> open = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (String option : OptionNames.OF_CALLS) {
      (isOption(option) ? open : hidden).add(option);
    }
    String all = "Every call also takes " + String.join(", ", open) + ".";
    if (hidden.isEmpty()) {
      return all;
    }
    String name = hidden.get(0);
    return all
        + (hidden.size() == 1 ? " The option " : " The options ")
        + String.join(", ", hidden)
        + (hidden.size() == 1 ? " is" : " are")
        + " given as options: ["
        + name
        + ": ...], because the argument of this name comes first.";
  }
}
