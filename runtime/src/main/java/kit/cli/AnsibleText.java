package kit.cli;

import kit.template.python.JsonWriter;
import kit.template.python.PythonError;
import kit.template.python.YamlStyle;
import kit.template.python.YamlWriter;

/** Values as Ansible's commands print them, to the blank. */
final class AnsibleText {

  private AnsibleText() {}

  /** JSON as {@code ansible-inventory} prints it: sorted, unless some map has keys of two kinds. */
  static String json(Object value) {
    String text;
    try {
      text = new JsonWriter("    ", true, false, ",", ": ").write(value);
    } catch (PythonError e) {
      text = new JsonWriter("    ", false, false, ",", ": ").write(value);
    }
    return harmless(text);
  }

  /** YAML as {@code ansible-inventory -y} prints it; what is vaulted is a block, as in a file. */
  static String yaml(Object value) {
    VaultedBlocks vaulted = new VaultedBlocks();
    Object marked = vaulted.mark(value);
    return vaulted.put(YamlWriter.write(marked, new YamlStyle(2, 80, false, true, false, false)));
  }

  /** A value on one line; text without quotes. */
  static String line(Object value) {
    return value instanceof String text
        ? text
        : new JsonWriter(null, false, false, ", ", ": ").write(value);
  }

  /** Python leaves DEL and what steers a terminal behind it as it is; JSON knows another way. */
  private static String harmless(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean steers = c >= 0x7f && c < 0xa0;
      if (steers && safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (safe != null) {
        safe.append(steers ? "\\u00" + Integer.toHexString(c) : String.valueOf(c));
      }
    }
    return safe == null ? text : safe.toString();
  }
}
