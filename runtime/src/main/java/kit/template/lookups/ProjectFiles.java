package kit.template.lookups;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.data.DataFile;
import kit.template.python.PythonError;

/** Files that lookups name: beside the template, in the folder for their kind, in the project. */
final class ProjectFiles {
  private final Controller controller;
  private final String kind;

  /**
   * {@code kind} is the folder that such files usually lie in: {@code files}, {@code templates}.
   */
  ProjectFiles(Controller controller, String kind) {
    this.controller = controller;
    this.kind = kind;
  }

  List<Path> folders() {
    List<Path> out = new ArrayList<>();
    Path here = controller.folder();
    Path above = here.getParent();
    if (above != null) {
      out.add(above.resolve(kind));
    }
    out.add(here.resolve(kind));
    out.add(here);
    out.add(controller.project().resolve(kind));
    out.add(controller.project());
    return out;
  }

  /** The file; null if there is none so called. */
  Path find(String name) {
    Path path = Path.of(home(name));
    if (path.isAbsolute()) {
      return Files.isRegularFile(path) ? path : null;
    }
    for (Path folder : folders()) {
      if (Files.isRegularFile(folder.resolve(path))) {
        return folder.resolve(path);
      }
    }
    return null;
  }

  static String home(String name) {
    return name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
  }

  Path need(String name) {
    Path file = find(name);
    if (file == null) {
      throw new PythonError("could not locate file in lookup: " + name);
    }
    return file;
  }

  String text(Path file) {
    String name = file.toString();
    return DataFile.plain(file, name, controller.vault());
  }
}
