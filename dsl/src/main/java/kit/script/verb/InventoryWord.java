package kit.script.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.script.language.Call;
import kit.script.language.Wanted;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;

/** Verbs that add to the inventory for later plays. */
enum InventoryWord implements BodyVerb {
  /** {@code addHost name: 'web9', groups: 'web', vars: [port: 80]}. */
  ADD_HOST("addHost"),
  /** {@code groupBy "os_${facts.os.name}"}. */
  GROUP_BY("groupBy");

  private final String word;

  InventoryWord(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Object run(Call call, HostScope host) {
    Map<String, Object> named = new LinkedHashMap<>(call.named());
    List<String> names = new ArrayList<>(call.texts());
    Object said = named.remove(this == ADD_HOST ? "name" : "key");
    if (said != null) {
      names.add(Wanted.text(said, word, call.location()));
    }
    if (names.size() != 1 || call.block() != null) {
      throw call.problem(word + " wants one name", example());
    }
    if (this == GROUP_BY) {
      if (!named.isEmpty()) {
        throw call.problem("groupBy wants a name and nothing else", example());
      }
      host.session().groupBy(names.get(0), call.location());
      return null;
    }
    List<String> groups = new ArrayList<>();
    Map<String, Object> vars = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : named.entrySet()) {
      switch (each.getKey()) {
        case "group", "groups" ->
            groups.addAll(Wanted.words(each.getValue(), "groups", call.location()));
        case "vars" -> vars.putAll(Wanted.map(each.getValue(), "vars", call.location()));
        default -> vars.put(each.getKey(), each.getValue());
      }
    }
    host.session().addHost(names.get(0), groups, vars, call.location());
    return null;
  }

  private String example() {
    return this == ADD_HOST
        ? "addHost name: 'web9', groups: 'web', vars: [port: 80]"
        : "groupBy \"os_${facts.os.name}\"";
  }
}
