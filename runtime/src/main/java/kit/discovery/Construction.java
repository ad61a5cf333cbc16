package kit.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.discovery.Common.Written;
import kit.inventory.InventoryBuilder;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.GroupName;
import kit.vars.Renderer;
import kit.vars.Scope;

/**
 * Builds variables and groups of what is known of a host, by Ansible's {@code compose}, {@code
 * groups} and {@code keyed_groups}. As there, an expression that does not work for a host says
 * nothing about it, unless {@code strict} is set; one that works for no host at all is told.
 */
final class Construction {
  private final Common common;
  private final Renderer renderer;
  private final Set<String> worked = new LinkedHashSet<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  Construction(Common common, Renderer renderer) {
    this.common = common;
    this.renderer = renderer;
  }

  /**
   * The host with the variables and groups that the expressions give it.
   *
   * @param vars what the expressions see of it
   */
  FoundHost of(FoundHost host, Scope vars, InventoryBuilder into) {
    Map<String, Object> over = new LinkedHashMap<>();
    over.put("inventory_hostname", host.name());
    over.put("group_names", host.groups());
    Scope scope = new Composed(vars, over);
    Map<String, Object> composed = new LinkedHashMap<>();
    common
        .compose()
        .forEach(
            (name, written) -> {
              Result result = value("compose: " + name, host, written, scope);
              if (result.known()) {
                composed.put(name, result.value());
              }
            });
    over.putAll(composed);
    List<String> groups = new ArrayList<>();
    common
        .groups()
        .forEach(
            (name, written) -> {
              if (holds("groups: " + name, host, written, scope, common.strict())) {
                groups.add(GroupName.of(name));
                into.addGroup(GroupName.of(name), common.location());
              }
            });
    for (KeyedGroup keyed : common.keyed()) {
      groups.addAll(keyed(keyed, host, scope, into));
    }
    return host.with(composed).in(groups);
  }

  /**
   * Whether a host is one that is wanted. A condition that does not work is an error: else a host
   * would be missing, or be there, and nobody would know why.
   */
  boolean wants(FoundHost host, Scope vars) {
    Scope scope = new Composed(vars, Map.of("inventory_hostname", host.name()));
    for (Choice choice : common.choices()) {
      String what = "filters: " + choice.condition().expression();
      if (holds(what, host, choice.condition(), scope, true)) {
        return choice.keeps();
      }
    }
    return true;
  }

  /** What the user should know: expressions that worked for no host. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    failures.forEach(
        (what, why) -> {
          if (!worked.contains(what)) {
            warnings.add(common.location() + ": " + what + " works for no host: " + why);
          }
        });
    return warnings;
  }

  private List<String> keyed(KeyedGroup keyed, FoundHost host, Scope scope, InventoryBuilder into) {
    String what = "keyedGroups: " + keyed.key();
    Result result = value(what, host, new Written(keyed.key(), common.location()), scope);
    if (!result.known()) {
      return List.of();
    }
    List<String> names = keyed.names(result.value(), common.leadingSeparator());
    if (common.strict() && names.isEmpty() && KeyedGroup.isNothing(result.value())) {
      throw new KitException(
          new Problem(
              common.location(),
              what + " gives nothing for " + host.name(),
              "default_value stands for what is empty; strict: false leaves such hosts out"));
    }
    String parent = "";
    if (!keyed.parent().isEmpty() && !names.isEmpty()) {
      Written above = new Written(keyed.parent(), common.location());
      Result said = text(what + ": parent_group", host, above, scope, common.strict());
      if (!said.known()) {
        return List.of();
      }
      parent = GroupName.of(String.valueOf(said.value()));
    }
    for (String name : names) {
      into.addGroup(name, common.location());
      if (!parent.isEmpty()) {
        into.addGroup(parent, common.location());
        into.addChild(parent, name, common.location());
      }
    }
    return names;
  }

  private record Result(boolean known, Object value) {}

  private Result value(String what, FoundHost host, Written written, Scope scope) {
    Written text = new Written("{{ " + written.expression() + " }}", written.location());
    return text(what, host, text, scope, common.strict());
  }

  private boolean holds(String what, FoundHost host, Written written, Scope scope, boolean strict) {
    String text = "{% if " + written.expression() + " %}yes{% else %}no{% endif %}";
    Result result = text(what, host, new Written(text, written.location()), scope, strict);
    return "yes".equals(String.valueOf(result.value()).strip());
  }

  private Result text(String what, FoundHost host, Written written, Scope scope, boolean strict) {
    Location at = written.location();
    try {
      Object value = renderer.value(written.expression(), scope, at);
      worked.add(what);
      return new Result(true, value);
    } catch (KitException e) {
      Problem problem = e.problems().get(0);
      if (strict) {
        String message = what + " does not work for " + host.name() + ": " + problem.message();
        throw new KitException(new Problem(at, message, problem.hint()));
      }
      failures.putIfAbsent(what, problem.message());
      return new Result(false, null);
    }
  }
}
