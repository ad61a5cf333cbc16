package kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kit.catalog.ModuleCatalog;
import kit.catalog.ModuleType;
import kit.model.Location;
import kit.report.Sink;
import kit.role.Roles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit doc}: the manual of the modules. */
final class DocCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("doc", "Shows what modules there are, or one's manual.");
    Words.flag(spec, "Only the examples, to copy.", "-s", "--snippet");
    Words.texts(spec, "DIR", "Look for roles here too (repeatable).", "--roles-path");
    Words.arguments(spec, "MODULE", "Name of a module; role NAME for a role.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    ModuleCatalog catalog = ModuleCatalog.load(DocCommand.class.getClassLoader());
    List<String> words = Words.arguments(said);
    if (words.size() == 2 && words.get(0).equals("role")) {
      Path home = Path.of(System.getProperty("user.home"));
      List<Path> path = Roles.path(Path.of(""), PlayOptions.paths(said), home);
      Roles roles = new Roles(path, RoleManual.documents());
      RoleManual.show(roles.find(words.get(1), Optional.empty(), Location.NONE), screen.out);
      return Exit.OK;
    }
    if (words.size() > 1) {
      throw new UsageException(
          "too much said: '" + words.get(1) + "'", "kit doc MODULE, kit doc role NAME");
    }
    String name = words.isEmpty() ? "" : words.get(0);
    boolean snippet = Words.flag(said, "-s");
    if (!name.isEmpty()) {
      show(module(catalog, name), snippet, screen.out);
    } else if (snippet) {
      for (String each : catalog.names()) {
        show(module(catalog, each), true, screen.out);
      }
    } else {
      list(catalog, screen.out);
    }
    return Exit.OK;
  }

  private static ModuleType module(ModuleCatalog catalog, String name) {
    Optional<ModuleType> module = catalog.find(name);
    if (module.isEmpty()) {
      Optional<String> near = catalog.suggest(name);
      throw new UsageException(
          "no module is called '" + name + "'",
          near.isPresent() ? "did you mean '" + near.get() + "'?" : "'kit doc' shows all modules");
    }
    return module.get();
  }

  private static void show(ModuleType module, boolean snippet, Sink out) {
    if (snippet) {
      for (String example : module.doc().examples()) {
        out.line(example);
      }
    } else {
      out.write(module.doc().text());
    }
  }

  private static void list(ModuleCatalog catalog, Sink out) {
    int width = 0;
    for (String name : catalog.names()) {
      width = Math.max(width, name.length());
    }
    for (String name : catalog.names()) {
      String summary = module(catalog, name).doc().summary();
      out.line(name + " ".repeat(width + 2 - name.length()) + summary);
    }
  }
}
