package kit.preflight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.project.Project;
import kit.script.KnownNames;
import kit.template.Inspection;
import kit.template.Inspection.Needs;
import kit.vault.VaultException;

/** Looks at the values of variables that a playbook and its templates read, and what these read. */
final class Values {

  private final Project project;
  private final Inspection inspection;
  private final Map<Setting, Needs> known = new IdentityHashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  Values(Project project, Inspection inspection) {
    this.project = project;
    this.inspection = inspection;
  }

  /** Finds all values that are needed, beginning with what is read. */
  void follow(Playbook playbook, Set<String> read) {
    for (Play play : playbook.plays()) {
      try {
        for (String host : project.enter(play)) {
          Set<String> done = new LinkedHashSet<>();
          for (String name : read) {
            follow(name, host, new LinkedHashMap<>(), done);
          }
        }
      } catch (VaultException e) {
        throw e; // it has an exit code of its own
      } catch (KitException e) {
        continue; // told by who collects names
      }
    }
  }

  /** Mistakes in values, and circles of them. */
  Set<Problem> problems() {
    return problems;
  }

  /** Variables that values read and nothing gives a value to. */
  List<Problem> unknown(KnownNames names, Set<String> asked) {
    List<Problem> unknown = new ArrayList<>();
    for (Needs needs : known.values()) {
      for (Map.Entry<String, Location> read : needs.reads().entrySet()) {
        if (!names.inTemplates(read.getKey()) && !asked.contains(read.getKey())) {
          unknown.add(names.unknownInTemplate(read.getKey(), read.getValue()));
        }
      }
    }
    return unknown;
  }

  private void follow(String name, String host, Map<String, Setting> way, Set<String> done) {
    if (way.containsKey(name)) {
      circle(name, way);
      return;
    }
    if (!done.add(name)) {
      return;
    }
    Optional<Setting> setting = project.written(name, host);
    setting.ifPresent(its -> open(its.value()));
    if (setting.isEmpty() || !isTemplate(setting.get().value())) {
      return;
    }
    Needs needs = known.get(setting.get());
    if (needs == null) {
      needs = needs(setting.get());
      known.put(setting.get(), needs);
      problems.addAll(needs.problems());
    }
    way.put(name, setting.get());
    for (String other : needs.reads().keySet()) {
      // whoever is on the way again has begun a circle, done or not
      if (way.containsKey(other)) {
        circle(other, way);
      } else {
        follow(other, host, way, done);
      }
    }
    way.remove(name);
  }

  /** What is encrypted has to be readable before a host is touched. */
  private void open(Object value) {
    if (value instanceof Vaulted vaulted) {
      project.open(vaulted);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::open);
    } else if (value instanceof Collection<?> items) {
      items.forEach(this::open);
    }
  }

  private void circle(String name, Map<String, Setting> way) {
    StringBuilder chain = new StringBuilder();
    boolean inside = false;
    boolean always = true;
    for (Map.Entry<String, Setting> each : way.entrySet()) {
      inside |= each.getKey().equals(name);
      if (inside) {
        chain.append(each.getKey()).append(" (").append(each.getValue().location()).append(") -> ");
        // a value that decides may never need the others at once
        String text = String.valueOf(each.getValue().value());
        always &= !text.contains("{%") && !text.contains(" if ");
      }
    }
    for (Problem problem : problems) {
      for (Map.Entry<String, Setting> each : way.entrySet()) {
        always &= !problem.location().equals(each.getValue().location());
      }
    }
    if (always) {
      problems.add(
          new Problem(
              way.get(name).location(),
              "'" + name + "' needs itself: " + chain + name,
              "break the circle, for example with another name",
              Mistake.CONFLICT));
    }
  }

  private Needs needs(Setting setting) {
    Map<String, Location> reads = new LinkedHashMap<>();
    Set<String> own = new LinkedHashSet<>();
    List<Problem> wrong = new ArrayList<>();
    collect(setting.value(), setting.location(), reads, own, wrong);
    return new Needs(reads, own, wrong, List.of());
  }

  private void collect(
      Object value,
      Location where,
      Map<String, Location> reads,
      Set<String> own,
      List<Problem> wrong) {
    if (value instanceof String text && isTemplate(text)) {
      Needs needs = inspection.ofValue(text, where);
      needs.reads().forEach(reads::putIfAbsent);
      own.addAll(needs.own());
      wrong.addAll(needs.problems());
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> collect(item, where, reads, own, wrong));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, where, reads, own, wrong));
    }
  }

  private static boolean isTemplate(Object value) {
    if (value instanceof String text) {
      return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }
    Collection<?> parts =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof Collection<?> items ? items : List.of();
    for (Object part : parts) {
      if (isTemplate(part)) {
        return true;
      }
    }
    return false;
  }
}
