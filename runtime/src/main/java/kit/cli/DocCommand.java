package kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kit.catalog.ModuleCatalog;
import kit.catalog.ModuleDoc;
import kit.catalog.ModuleType;
import kit.catalog.SourceType;
import kit.cli.option.PlayOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
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
      show(manual(catalog, name), snippet, screen.out);
    } else if (snippet) {
      for (String each : catalog.names()) {
        show(manual(catalog, each), true, screen.out);
      }
    } else {
      list(catalog, screen.out);
    }
    return Exit.OK;
  }

  private static ModuleDoc manual(ModuleCatalog catalog, String name) {
    Optional<ModuleType> module = catalog.find(name);
    if (module.isPresent()) {
      return module.get().doc();
    }
    Optional<SourceType> source = SourceJar.catalog().find(name);
    if (source.isPresent()) {
      return source.get().doc();
    }
    Optional<String> near = catalog.suggest(name);
    throw new UsageException(
        "no module or inventory source is called '" + name + "'",
        near.isPresent() ? "did you mean '" + near.get() + "'?" : "'kit doc' shows all modules");
  }

  private static void show(ModuleDoc doc, boolean snippet, Sink out) {
    if (snippet) {
      for (String example : doc.examples()) {
        out.line(example);
      }
    } else {
      out.write(doc.text());
    }
  }

  private static void list(ModuleCatalog catalog, Sink out) {
    int width = 0;
    for (String name : catalog.names()) {
      width = Math.max(width, name.length());
    }
    for (String name : catalog.names()) {
      String summary = manual(catalog, name).summary();
      out.line(name + " ".repeat(width + 2 - name.length()) + summary);
    }
  }
}
