package kit.inventory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.catalog.Given;
import kit.data.YamlText;

/** YAML as Ansible reads it: groups with hosts, vars and children. */
final class YamlFormat implements InventoryFormat {
  private final Sources sources;

  YamlFormat(Sources sources) {
    this.sources = sources;
  }

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
    YamlText yaml = new YamlText(text, name, warnings);
    SourceConfig config = yaml.isMap() ? config(yaml, file) : null;
    if (config == null) {
      new YamlGroups(yaml, into).read();
    } else {
      sources.ask(config, into);
    }
    warnings.forEach(into::warn);
  }

  /** The dynamic source that the document configures; null if it holds hosts itself. */
  private static SourceConfig config(YamlText yaml, Path file) {
    YamlText.Entry plugin = null;
    List<Given> settings = new ArrayList<>();
    for (YamlText.Entry entry : yaml.entries()) {
      if (entry.name().equals("plugin") && entry.isText()) {
        plugin = entry;
      } else {
        settings.add(Given.named(entry.name(), entry.setting().value(), entry.location()));
      }
    }
    if (plugin == null) {
      return null;
    }
    Path folder = file.toAbsolutePath().getParent();
    String named = plugin.setting().value().toString();
    return new SourceConfig(named, folder, settings, found -> found, plugin.location());
  }
}
