package kit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.Suggestion;
import kit.cli.option.PlayOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.model.KitException;
import kit.model.Location;
import kit.role.RoleFolder;
import kit.role.Roles;
import kit.share.Installer;
import kit.share.LockFile;
import kit.share.Packing;
import kit.share.RoleList;
import kit.share.RoleRequest;
import kit.share.RoleSource;
import kit.share.SourceText;
import kit.vault.Vault;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit role}: what roles there are, and roles that projects share. */
final class RoleCommand implements Command {

  private static final List<String> WORDS =
      List.of("init", "list", "show", "install", "remove", "package", "verify");

  private final Path project = Path.of("");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Words.command(
            "role", "Shows, makes, installs and packs roles: " + String.join(", ", WORDS));
    Words.texts(spec, "DIR", "Where roles are; the first is installed to.", "--roles-path");
    Words.text(spec, "FILE", "List of roles instead of kit.roles.yml.", "-r", "--requirements");
    Words.text(spec, "NAME", "Install under this name.", "--name");
    Words.flag(spec, "Take what the sources have now, not what is locked.", "--update");
    Words.flag(spec, "Replace a role that is not locked.", "--force");
    Words.texts(spec, "URL", "Look in this Maven repository too (repeatable).", "--repository");
    Words.text(spec, "FILE", "Maven's settings (~/.m2/settings.xml).", "--settings");
    Words.text(spec, "GROUP", "Maven group of a packed role.", "--group");
    Words.text(spec, "VERSION", "Version of a packed role.", "--version");
    Words.text(spec, "DIR", "Write the packed role here (target).", "--to");
    Words.text(spec, "DIR", "Write it into this Maven repository.", "--into");
    Words.arguments(spec, "WORD", "What to do, and with which roles or sources.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    List<String> words = Words.arguments(said);
    String word = words.isEmpty() ? "" : words.get(0);
    List<String> rest = words.subList(Math.min(1, words.size()), words.size());
    return switch (word) {
      case "init" -> init(only(word, rest), screen);
      case "list" -> list(said, screen);
      case "show" -> show(only(word, rest), said, screen);
      case "install" -> install(rest, said, screen);
      case "remove" -> remove(rest, said, screen);
      case "package" -> pack(only(word, rest), said, screen);
      case "verify" -> verify(said, screen);
      default ->
          throw new UsageException(
              word.isEmpty() ? "kit role wants a word" : "kit role cannot '" + word + "'",
              Suggestion.hint(word, WORDS, "there are " + String.join(", ", WORDS)));
    };
  }

  private static String only(String word, List<String> rest) {
    if (rest.size() != 1) {
      throw new UsageException("kit role " + word + " wants one role", "kit role list shows them");
    }
    return rest.get(0);
  }

  private int init(String name, Screen screen) {
    Path role = Path.of("roles").resolve(text().name(name));
    screen.out.line(RoleSkeleton.write(role) + " is there; say role '" + name + "' in a play");
    return Exit.OK;
  }

  private Roles roles(ParseResult said) {
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> more = PlayOptions.paths(said);
    return new Roles(Roles.path(project, more, home), RoleManual.documents());
  }

  private int list(ParseResult said, Screen screen) {
    LockFile lock = new LockFile(project);
    for (Map.Entry<String, RoleFolder> each : roles(said).all().entrySet()) {
      String what = each.getValue().meta().description();
      String version = lock.entry(each.getKey()).map(LockFile.Entry::version).orElse("");
      screen.out.line(
          each.getKey()
              + (version.isEmpty() ? "" : " " + version)
              + "  "
              + each.getValue().folder()
              + (what.isEmpty() ? "" : "  " + what));
    }
    return Exit.OK;
  }

  private int show(String name, ParseResult said, Screen screen) {
    RoleManual.show(roles(said).find(name, Optional.empty(), Location.NONE), screen.out);
    new LockFile(project)
        .entry(name)
        .ifPresent(
            entry -> {
              screen.out.line("");
              screen.out.line("from " + entry.source() + " " + entry.version());
              screen.out.line("sha256 " + entry.sha256());
            });
    return Exit.OK;
  }

  private int install(List<String> sources, ParseResult said, Screen screen) {
    List<RoleRequest> wanted = new ArrayList<>();
    List<String> repositories = new ArrayList<>(Words.texts(said, "--repository"));
    LockFile lock = new LockFile(project);
    String file = Words.text(said, "-r");
    Optional<Path> list = file.isEmpty() ? RoleList.find(project) : Optional.of(Path.of(file));
    if (list.isPresent()) {
      RoleList read = RoleList.read(list.get(), new Vault(List.of()));
      repositories.addAll(read.repositories());
      if (sources.isEmpty()) {
        wanted.addAll(read.roles());
      }
    }
    String name = Words.text(said, "--name");
    if (!name.isEmpty() && sources.size() != 1) {
      throw new UsageException("--name is for one source", "kit role install SOURCE --name NAME");
    }
    for (String each : sources) {
      RoleSource source = text().read(each);
      wanted.add(new RoleRequest(text().name(name.isEmpty() ? source.name() : name), source));
    }
    if (sources.isEmpty()) {
      lock.entries().forEach((role, entry) -> addLocked(role, entry, wanted));
    }
    if (wanted.isEmpty()) {
      throw new UsageException(
          "there is nothing to install", "name a source, or list roles in " + RoleList.FILE);
    }
    Installer installer = installer(said, lock, repositories);
    for (RoleRequest each : wanted) {
      screen.out.line(
          installer.install(each, Words.flag(said, "--update"), Words.flag(said, "--force")));
    }
    return Exit.OK;
  }

  /** A role that was installed by its source alone. */
  private void addLocked(String role, LockFile.Entry entry, List<RoleRequest> wanted) {
    for (RoleRequest each : wanted) {
      if (each.name().equals(role)) {
        return;
      }
    }
    wanted.add(new RoleRequest(role, text().read(entry.source())));
  }

  private int remove(List<String> names, ParseResult said, Screen screen) {
    if (names.isEmpty()) {
      throw new UsageException("kit role remove wants roles", "kit role list shows them");
    }
    Installer installer = installer(said, new LockFile(project), List.of());
    for (String each : names) {
      installer.remove(text().name(each));
      screen.out.line(each + " removed");
    }
    return Exit.OK;
  }

  private int verify(ParseResult said, Screen screen) {
    LockFile lock = new LockFile(project);
    Installer installer = installer(said, lock, List.of());
    int wrong = 0;
    for (Map.Entry<String, LockFile.Entry> each : lock.entries().entrySet()) {
      String why = installer.wrong(each.getKey());
      wrong += why.isEmpty() ? 0 : 1;
      screen.out.line(each.getKey() + ": " + (why.isEmpty() ? "as locked" : why));
    }
    if (wrong > 0) {
      throw new KitException(
          wrong + " of " + lock.entries().size() + " roles are not as " + LockFile.FILE + " says",
          "kit role install puts them back");
    }
    return Exit.OK;
  }

  private int pack(String name, ParseResult said, Screen screen) {
    Path path = Path.of(name);
    Path role =
        Files.isDirectory(path) && Roles.isRole(path)
            ? path
            : roles(said).find(name, Optional.empty(), Location.NONE).folder();
    Packing packing = new Packing(role, Words.text(said, "--group"), Words.text(said, "--version"));
    String into = Words.text(said, "--into");
    String to = Words.text(said, "--to");
    Path jar =
        into.isEmpty()
            ? packing.write(Path.of(to.isEmpty() ? "target" : to), false)
            : packing.write(Path.of(into), true);
    screen.out.line(packing.coordinates() + " is in " + jar);
    return Exit.OK;
  }

  private Installer installer(ParseResult said, LockFile lock, List<String> repositories) {
    List<Path> paths = PlayOptions.paths(said);
    String settings = Words.text(said, "--settings");
    Path home = Path.of(System.getProperty("user.home"));
    return new Installer(
        project,
        paths.isEmpty() ? Path.of("roles") : paths.get(0),
        lock,
        settings.isEmpty() ? home.resolve(".m2/settings.xml") : Path.of(settings),
        repositories);
  }

  private SourceText text() {
    return new SourceText(project, Location.NONE);
  }
}
