package kit.script.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.model.KitException;
import kit.model.Options;
import kit.model.Problem;
import kit.model.Role;
import kit.model.Task;
import kit.role.RoleDependency;
import kit.script.language.Call;
import kit.script.scope.PlayBuilder;
import kit.script.scope.Reading;
import kit.script.scope.TaskFile;
import kit.script.scope.TaskFiles;
import kit.script.scope.Within;

/** Reads a role into the play that is being read: first what it builds upon, then itself. */
final class RoleReading {

  private final Reading reading;
  private final List<Path> open = new ArrayList<>();

  RoleReading(Reading reading) {
    this.reading = reading;
  }

  void read(Call call) {
    Optional<Role> user = reading.play().within(Options.NONE).role();
    read(RoleUse.of(call, reading.script(), user), Options.NONE);
  }

  /**
   * @param from what is said on the role that builds upon this one
   */
  private Role read(RoleUse use, Options from) {
    Path folder = use.folder().folder();
    refuseCircle(use);
    open.add(folder);
    PlayBuilder play = reading.play();
    Options said = Within.of(from, use.options());
    Options all = play.within(said);
    List<Role> dependencies = new ArrayList<>();
    for (RoleDependency each : use.folder().meta().dependencies()) {
      RoleUse other = RoleUse.of(each, use.folder(), reading.script(), use.location());
      dependencies.add(read(other, Within.once(said)));
    }
    String title = play.title(use.folder().name(), use.key());
    Role role = use.role(title, all.vars(), dependencies, all.role(), false);
    Options inside = Within.in(role, all);
    use.handlers().ifPresent(file -> handlers(file, Within.once(inside)));
    use.tasks().ifPresent(file -> tasks(file, use, inside));
    open.remove(folder);
    return role;
  }

  private void tasks(Path path, RoleUse use, Options inside) {
    TaskFiles files = reading.script().files();
    if (!use.loops()) {
      reading.inside(inside, () -> reading.include(files.file(path)));
      return;
    }
    reading.inside(Within.once(inside), () -> reading.handlers(files.file(path)));
    reading
        .play()
        .finder(
            new Task(
                use.folder().name(),
                use.location(),
                inside,
                true,
                session -> files.included(path).tasks().forEach(session::task)));
  }

  private void handlers(Path path, Options inside) {
    TaskFile file = reading.script().files().file(path);
    reading.inside(inside, () -> reading.play().handlersOnly(reading, () -> reading.include(file)));
  }

  private void refuseCircle(RoleUse use) {
    if (open.contains(use.folder().folder())) {
      List<String> chain = new ArrayList<>();
      open.forEach(each -> chain.add(each.getFileName().toString()));
      chain.add(use.folder().name());
      throw new KitException(
          new Problem(
              use.location(),
              "roles build upon one another in a circle: " + String.join(" -> ", chain),
              "take one of them out of its meta/main"));
    }
  }
}
