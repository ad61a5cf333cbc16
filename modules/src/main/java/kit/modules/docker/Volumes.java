package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kit.spi.PlanException;

/** Volumes and directories of the host as {@code SOURCE:PATH:OPTIONS}, or a path alone. */
final class Volumes {

  private Volumes() {}

  static List<String> read(Node container) {
    List<String> volumes = new ArrayList<>();
    container.at("HostConfig", "Binds").texts().forEach(bind -> volumes.add(spelled(bind)));
    volumes.addAll(container.at("Config", "Volumes").fields().keySet());
    return volumes;
  }

  static List<String> ofImage(Node image) {
    return List.copyOf(image.at("Config", "Volumes").fields().keySet());
  }

  static List<String> given(List<String> arguments) {
    List<String> volumes = new ArrayList<>();
    for (String each : arguments) {
      String[] parts = each.split(":", -1);
      boolean alone = parts.length == 1;
      boolean good =
          parts.length <= 3
              && (alone ? each.startsWith("/") : parts[1].startsWith("/"))
              && (alone || parts[0].startsWith("/") || Names.good(parts[0]));
      if (!good) {
        throw new PlanException(
            "'" + each + "' is no volume", "data:/var/lib/data, /srv/www:/www:ro, /cache");
      }
      volumes.add(spelled(each));
    }
    return volumes;
  }

  /** Options in one order, without that which is usual. */
  private static String spelled(String bind) {
    int first = bind.indexOf(':');
    int second = first < 0 ? -1 : bind.indexOf(':', first + 1);
    if (second < 0) {
      return bind;
    }
    TreeSet<String> options = new TreeSet<>(List.of(bind.substring(second + 1).split(",")));
    options.remove("rw");
    String rest = String.join(",", options);
    return bind.substring(0, second) + (rest.isEmpty() ? "" : ":" + rest);
  }

  static List<String> tmpfs(Node container) {
    List<String> mounts = new ArrayList<>();
    for (Map.Entry<String, Node> each : container.at("HostConfig", "Tmpfs").fields().entrySet()) {
      String options = each.getValue().text();
      mounts.add(each.getKey() + (options.isEmpty() ? "" : ":" + options));
    }
    return mounts;
  }
}
