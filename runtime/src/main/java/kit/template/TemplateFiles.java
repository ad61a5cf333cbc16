package kit.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.data.DataFile;
import kit.template.syntax.Layout;
import kit.template.tree.Loader;
import kit.template.tree.Template;

/**
 * Finds the templates that others name: beside the one that names them, in the {@code templates}
 * folder that it lies in, then in that of the project.
 */
final class TemplateFiles implements Loader {
  private final Templates templates;
  private final Path project;
  private final Run run;

  TemplateFiles(Templates templates, Path project, Run run) {
    this.templates = templates;
    this.project = project;
    this.run = run;
  }

  @Override
  public Template load(String name, Template from) {
    Path file = find(name, run.location().file(), project);
    if (file == null) {
      return null;
    }
    Template found = read(file, templates);
    run.watch(found);
    return found;
  }

  static Template read(Path file, Templates templates) {
    String path = file.toString();
    String text = DataFile.plain(file, path, templates.vault());
    return templates.include(text, path, Layout.of(true, false));
  }

  /** The file of a template that another one names; null if there is none. */
  static Path find(String name, String from, Path project) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    Path relative = Path.of(plain);
    for (Path part : relative) {
      if (part.toString().equals("..")) {
        return null;
      }
    }
    for (Path folder : folders(from, project)) {
      Path file = folder.resolve(relative);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  private static List<Path> folders(String from, Path project) {
    List<Path> out = new ArrayList<>();
    Path beside = Path.of(from).getParent();
    Path nearest = beside == null ? Path.of("") : beside;
    out.add(nearest);
    out.add(nearest.resolve("templates"));
    for (Path above = beside; above != null; above = above.getParent()) {
      Path name = above.getFileName();
      if (name != null && name.toString().equals("templates")) {
        out.add(above);
      }
    }
    out.add(project.resolve("templates"));
    out.add(project);
    return out;
  }
}
