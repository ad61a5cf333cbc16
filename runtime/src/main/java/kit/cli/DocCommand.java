package kit.cli;

import java.util.Optional;
import kit.catalog.ModuleCatalog;
import kit.catalog.ModuleType;
import kit.report.Sink;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit doc}: the manual of the modules. */
final class DocCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("doc", "Shows what modules there are, or one's manual.");
    Words.flag(spec, "Only the examples, to copy.", "-s", "--snippet");
    Words.argument(spec, "MODULE", "0..1", "Name of a module.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    ModuleCatalog catalog = ModuleCatalog.load(DocCommand.class.getClassLoader());
    String name = Words.argument(said);
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
