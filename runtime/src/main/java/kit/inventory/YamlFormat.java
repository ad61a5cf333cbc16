package kit.inventory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.data.YamlText;

/** YAML as Ansible reads it: groups with hosts, vars and children. */
final class YamlFormat implements InventoryFormat {

  @Override
  public boolean takes(Path file, String text) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String extension = dot < 1 ? "" : name.substring(dot);
    return switch (extension) {
      case ".yml", ".yaml", ".json" -> true;
      case "" -> looksLikeYaml(text);
      default -> false;
    };
  }

  /** By the first line that says something. */
  private static boolean looksLikeYaml(String text) {
    for (String line : text.split("\n")) {
      String content = line.strip();
      if (content.isEmpty() || content.charAt(0) == '#') {
        continue;
      }
      int comment = content.indexOf(" #");
      String plain = comment < 0 ? content : content.substring(0, comment).strip();
      boolean flow = plain.startsWith("---") || plain.startsWith("{") || plain.startsWith("%YAML");
      int colon = plain.indexOf(": ");
      int equals = plain.indexOf('=');
      return flow || plain.endsWith(":") || colon > 0 && (equals < 0 || colon < equals);
    }
    return false;
  }

  @Override
  public void read(Path file, String name, String text, InventoryBuilder into) {
    List<String> warnings = new ArrayList<>();
    new YamlGroups(new YamlText(text, name, warnings), into).read();
    warnings.forEach(into::warn);
  }
}
