package kit.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.spi.Source;
import kit.spi.TemplateStyle;
import kit.template.tree.Name;
import kit.template.tree.Names;
import kit.template.tree.Template;

/** Looks at templates without rendering them: are they right, and which variables do they need? */
public final class Inspection {

  /** Names that stand for themselves in some part of a template. */
  private static final Set<String> WORDS =
      Set.of("loop", "self", "super", "caller", "varargs", "kwargs");

  private final Templates templates;
  private final Path project;
  private final Map<Path, Template> parts = new LinkedHashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  /**
   * What a template needs.
   *
   * @param reads variables that it reads and does not set itself, each where it is read first
   * @param own names that it sets, asks after or has defaults for
   * @param problems what is wrong with it and with those that it names
   * @param files all files that it is made of
   */
  public record Needs(
      Map<String, Location> reads, Set<String> own, List<Problem> problems, List<Path> files) {}

  /**
   * @param project where other templates are looked for too
   */
  public Inspection(Templates templates, Path project) {
    this.templates = templates;
    this.project = project;
  }

  /** What a template needs, with all that it includes, imports and extends. */
  public Needs of(Source source, TemplateStyle style) {
    parts.clear();
    problems.clear();
    Path path = Path.of(source.path());
    try {
      String text = DataFile.text(source.bytes(), source.path());
      parts.put(path, templates.template(text, source.path(), style));
      follow(parts.get(path));
    } catch (KitException e) {
      problems.addAll(e.problems());
    }
    Set<String> own = own();
    Map<String, Location> reads = problems.isEmpty() ? reads(own) : Map.of();
    return new Needs(reads, own, List.copyOf(problems), List.copyOf(parts.keySet()));
  }

  /** What a value needs that a file of variables has at a place. */
  public Needs ofValue(String text, Location where) {
    try {
      Template template = templates.value(text, where);
      Map<String, Location> reads = new LinkedHashMap<>();
      for (Name name : template.names().read()) {
        if (!template.names().own().contains(name.name()) && !Globals.has(name.name())) {
          Location at = new Location(where.file(), where.line() + name.line() - 1, 0);
          reads.putIfAbsent(name.name(), where.line() == 0 ? where : at);
        }
      }
      return new Needs(reads, template.names().own(), List.of(), List.of());
    } catch (KitException e) {
      return new Needs(Map.of(), Set.of(), e.problems(), List.of());
    }
  }

  private void follow(Template template) {
    for (Names.Other other : template.names().others()) {
      Path file = TemplateFiles.find(other.name(), template.file(), project);
      if (file == null) {
        if (other.needed()) {
          Location at =
              new Location(
                  template.file(), template.line() + other.line() - 1, Math.max(0, other.column()));
          problems.add(
              new Problem(
                  at,
                  "there is no template '" + other.name() + "'",
                  "looked beside this one and in the templates folders",
                  Mistake.MISSING_FILE));
        }
      } else if (!parts.containsKey(file)) {
        try {
          parts.put(file, TemplateFiles.read(file, templates));
          follow(parts.get(file));
        } catch (KitException e) {
          problems.addAll(e.problems());
        }
      }
    }
  }

  private Set<String> own() {
    Set<String> own = new LinkedHashSet<>(WORDS);
    for (Template part : parts.values()) {
      own.addAll(part.names().own());
    }
    return own;
  }

  private Map<String, Location> reads(Set<String> own) {
    Map<String, Location> reads = new LinkedHashMap<>();
    for (Template part : parts.values()) {
      if (part.names().open()) {
        return Map.of();
      }
    }
    for (Template part : parts.values()) {
      for (Name name : part.names().read()) {
        if (!own.contains(name.name()) && !Globals.has(name.name())) {
          int line = part.line() + name.line() - 1;
          reads.putIfAbsent(name.name(), new Location(part.file(), line, name.column()));
        }
      }
    }
    return reads;
  }
}
