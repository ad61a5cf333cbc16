package kit.selection;

import java.util.List;
import java.util.Map;
import kit.catalog.Suggestion;
import kit.inventory.Inventory;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.model.Secrets;
import kit.script.query.QueryHost;
import kit.vars.Scope;
import kit.vars.Variables;

/** A host of the inventory as expressions see it. */
final class SelectedHost implements QueryHost {

  private final String name;
  private final Variables variables;
  private final Map<String, Object> facts;
  private final Scope scope;

  /**
   * @param facts null if it was not asked for them
   */
  SelectedHost(String name, Variables variables, Map<String, Object> facts) {
    this.name = name;
    this.variables = variables;
    this.facts = facts;
    this.scope = variables.host(name).outside(this::facts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> groups() {
    return variables.inventory().groupNames(name);
  }

  @Override
  public boolean isIn(String group, Location where) {
    Inventory inventory = variables.inventory();
    if (inventory.group(group).isEmpty()) {
      List<String> known = inventory.groups().stream().map(each -> each.name()).toList();
      String hint = Suggestion.hint(group, known, "kit inventory list shows them");
      throw new KitException(new Problem(where, "no group is called '" + group + "'", hint));
    }
    return inventory.host(name).orElseThrow().groups().contains(group);
  }

  @Override
  public boolean has(String variable) {
    return scope.has(variable);
  }

  @Override
  public Object variable(String variable, Location where) {
    return scope.get(variable, where);
  }

  @Override
  public Map<String, Object> facts() {
    if (facts == null) {
      throw new FactsNeeded();
    }
    return facts;
  }

  @Override
  public Secrets secrets() {
    return variables.secrets();
  }
}
