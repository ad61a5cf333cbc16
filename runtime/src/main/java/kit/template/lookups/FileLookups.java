package kit.template.lookups;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.template.filters.Filters;
import kit.template.python.Chars;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Types;

/** Lookups that read files of the controller, or look for them. */
final class FileLookups implements Lookup {
  private final Controller controller;

  FileLookups(Controller controller) {
    this.controller = controller;
  }

  @Override
  public List<Object> run(String name, List<?> terms, Map<String, Object> options) {
    ProjectFiles files =
        new ProjectFiles(controller, name.equals("template") ? "templates" : "files");
    List<Object> out = new ArrayList<>();
    switch (name) {
      case "first_found":
        Path first = firstFound(files, terms, options);
        if (first != null) {
          out.add(first.toString());
        }
        return out;
      case "fileglob":
        for (Object term : terms) {
          glob(files, Text.str(term), out);
        }
        return out;
      default:
        for (Object term : terms) {
          Path file = files.need(Text.str(term));
          String text = files.text(file);
          if (name.equals("template")) {
            out.add(controller.render(text, file.toString()));
          } else {
            boolean left = Truth.of(options.getOrDefault("lstrip", false));
            boolean right = Truth.of(options.getOrDefault("rstrip", name.equals("file")));
            out.add(Chars.strip(text, null, left, right));
          }
        }
        return out;
    }
  }

  private static void glob(ProjectFiles files, String pattern, List<Object> out) {
    Path path = Path.of(ProjectFiles.home(pattern));
    List<Path> tries = new ArrayList<>();
    if (path.isAbsolute()) {
      tries.add(path);
    } else {
      files
          .folders()
          .forEach(folder -> tries.add(folder.resolve(path).toAbsolutePath().normalize()));
    }
    for (Path one : tries) {
      Object found = Filters.find("fileglob").call(new Object[] {one.toString()}, Map.of());
      if (Truth.of(found)) {
        out.addAll(Items.of(found));
        return;
      }
    }
  }

  private static Path firstFound(ProjectFiles files, List<?> terms, Map<String, Object> options) {
    List<String> names = new ArrayList<>();
    boolean skip = Truth.of(options.getOrDefault("skip", false));
    collect(options, names);
    for (Object term : terms) {
      for (Object one : Types.isList(term) ? (List<?>) term : List.of(term)) {
        if (one instanceof Map<?, ?> map) {
          collect(map, names);
          skip = skip || Truth.of(map.get("skip"));
        } else {
          names.add(Text.str(one));
        }
      }
    }
    for (String name : names) {
      Path file = files.find(name);
      if (file != null && Files.isReadable(file)) {
        return file;
      }
    }
    if (skip) {
      return null;
    }
    throw new PythonError("No file was found when using first_found: " + String.join(", ", names));
  }

  private static void collect(Map<?, ?> options, List<String> names) {
    if (options.get("files") == null) {
      return;
    }
    List<?> folders = list(options.get("paths"));
    for (Object name : list(options.get("files"))) {
      if (folders.isEmpty()) {
        names.add(Text.str(name));
      }
      for (Object folder : folders) {
        names.add(Path.of(Text.str(folder)).resolve(Text.str(name)).toString());
      }
    }
  }

  private static List<?> list(Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof CharSequence text
        ? List.of(text.toString().split("[,;:]\\s*"))
        : Items.list(value);
  }
}
