package kit.vars;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.data.DataFile;
import kit.data.Setting;
import kit.data.ShellWords;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vault.Vault;

/** What {@code -e} sets: {@code k=v} pairs, {@code @file}, or a JSON or YAML map. */
public final class ExtraVars {
  private static final String PLACE = "-e";

  private ExtraVars() {}

  /** The variables of all {@code -e} in their order; later ones win. */
  public static Map<String, Setting> parse(List<String> options, Vault vault) {
    Map<String, Setting> vars = new LinkedHashMap<>();
    for (String option : options) {
      String text = option.strip();
      if (text.startsWith("@")) {
        vars.putAll(map(DataFile.read(Path.of(text.substring(1)), text.substring(1), vault), text));
      } else if (text.startsWith("{") || text.startsWith("[")) {
        vars.putAll(map(DataFile.parse(text, PLACE), text));
      } else {
        pairs(text, vars);
      }
    }
    Magic.refuse(vars);
    return vars;
  }

  private static Map<String, Setting> map(DataFile data, String text) {
    if (data.root() != null && !(data.root() instanceof Map<?, ?>)) {
      throw problem("'" + text + "' is not a map of variables", "write {\"name\": \"value\"}");
    }
    return data.settings();
  }

  private static void pairs(String text, Map<String, Setting> vars) {
    List<String> words;
    try {
      words = ShellWords.split(text, false);
    } catch (IllegalArgumentException e) {
      throw problem("'" + text + "': " + e.getMessage(), "close it, or escape it with a backslash");
    }
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw problem("'" + word + "' sets no variable", "write name=value, or @file");
      }
      Location at = new Location(PLACE, 0, 0);
      vars.put(word.substring(0, equals), new Setting(word.substring(equals + 1), at));
    }
  }

  private static KitException problem(String message, String hint) {
    return new KitException(new Problem(new Location(PLACE, 0, 0), message, hint));
  }
}
