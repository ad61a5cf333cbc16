package kit.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** A list of records that a compilation leaves in its output. */
final class RecordIndex {

  private final String path;
  private final String what;
  private final SortedMap<String, String> classes = new TreeMap<>();

  /**
   * @param path where the list goes
   * @param what what it lists one of, for messages
   */
  RecordIndex(String path, String what) {
    this.path = path;
    this.what = what;
  }

  /** Adds a record; the class that has the name already, or null. */
  String add(String name, String className) {
    return classes.put(name, className);
  }

  /** What it lists one of. */
  String what() {
    return what;
  }

  boolean isEmpty() {
    return classes.isEmpty();
  }

  /**
   * Writes the list. A compiler that was given only the files that changed keeps the entries of the
   * others, as long as their classes are there.
   */
  void write(Filer filer, Elements elements) throws IOException {
    SortedMap<String, String> all = before(filer, elements);
    all.values().removeAll(classes.values());
    all.putAll(classes);
    FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path);
    try (Writer out = new OutputStreamWriter(file.openOutputStream(), StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> entry : all.entrySet()) {
        out.write(entry.getKey() + "=" + entry.getValue() + "\n");
      }
    }
  }

  private SortedMap<String, String> before(Filer filer, Elements elements) throws IOException {
    SortedMap<String, String> before = new TreeMap<>();
    try {
      CharSequence index =
          filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).getCharContent(true);
      for (String line : index.toString().lines().toList()) {
        int equals = line.indexOf('=');
        String className = line.substring(equals + 1);
        if (elements.getTypeElement(className.replace('$', '.')) != null) {
          before.put(line.substring(0, equals), className);
        }
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      return before;
    }
    return before;
  }
}
