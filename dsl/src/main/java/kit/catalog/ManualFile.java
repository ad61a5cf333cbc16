package kit.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A manual as a resource: lines {@code key=value} in a fixed order, in which a line end is written
 * {@code \n}. The lines that follow an {@code argument} belong to it.
 */
final class ManualFile {

  private static final String FOLDER = "META-INF/kit/doc/";

  private final String text;
  private int at;

  private ManualFile(String text) {
    this.text = text;
  }

  /** The resource of a module's manual. */
  static String path(String module) {
    return FOLDER + module;
  }

  /** The manual of a record as the processor wrote it; null if it has not seen the record. */
  static Manual of(String module, Class<?> type) {
    try (InputStream in = type.getClassLoader().getResourceAsStream(path(module))) {
      if (in == null) {
        return null;
      }
      Manual read = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return read.className().equals(type.getName()) ? read : null;
    } catch (IOException e) {
      throw new UncheckedIOException(path(module) + " cannot be read", e);
    }
  }

  static Manual read(String text) {
    ManualFile file = new ManualFile(text);
    return new Manual(
        file.next("class"),
        file.next("summary"),
        file.next("description"),
        file.all("example"),
        file.entries());
  }

  static String write(Manual manual) {
    StringBuilder text = new StringBuilder();
    line(text, "class", manual.className());
    line(text, "summary", manual.summary());
    line(text, "description", manual.description());
    for (String example : manual.examples()) {
      line(text, "example", example);
    }
    for (Manual.Entry entry : manual.entries()) {
      line(text, "argument", entry.name());
      for (String alias : entry.aliases()) {
        line(text, "alias", alias);
      }
      entry.preset().ifPresent(preset -> line(text, "default", preset));
      if (entry.shadows()) {
        line(text, "shadows", "true");
      }
      if (entry.free()) {
        line(text, "free", "true");
      }
      line(text, "doc", entry.doc());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('=');
    text.append(value.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
  }

  private List<Manual.Entry> entries() {
    List<Manual.Entry> entries = new ArrayList<>();
    for (String name = next("argument"); name != null; name = next("argument")) {
      entries.add(
          new Manual.Entry(
              name,
              all("alias"),
              Optional.ofNullable(next("default")),
              next("shadows") != null,
              next("free") != null,
              next("doc")));
    }
    return entries;
  }

  private List<String> all(String key) {
    List<String> values = new ArrayList<>();
    for (String value = next(key); value != null; value = next(key)) {
      values.add(value);
    }
    return values;
  }

  /** The value of the next line if it has this key, else null. */
  private String next(String key) {
    int value = at + key.length() + 1;
    if (!text.startsWith(key + "=", at)) {
      return null;
    }
    int end = text.indexOf('\n', value);
    at = end + 1;
    return unescape(text.substring(value, end));
  }

  private static String unescape(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        c = value.charAt(++i) == 'n' ? '\n' : '\\';
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
