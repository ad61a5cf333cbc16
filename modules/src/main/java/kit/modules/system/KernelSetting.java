package kit.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * The value that the kernel has for a setting; empty if it knows none of this name.
 *
 * @param name with dots, or with slashes where a part has a dot itself
 */
record KernelSetting(String name) implements Query<Optional<String>> {

  /** Its file. */
  String file() {
    return "/proc/sys/" + (name.indexOf('/') >= 0 ? name : name.replace('.', '/'));
  }

  @Override
  public Probe<Optional<String>> probe(List<Query<Optional<String>>> batch) {
    StringBuilder script = new StringBuilder("{\n");
    for (Query<Optional<String>> query : batch) {
      String file = Sh.path(((KernelSetting) query).file());
      script.append("[ -f ").append(file).append(" ] && { printf =; cat ").append(file);
      script.append("; }; printf '\\036'\n");
    }
    return new Probe<>(
        script.append("} 2>/dev/null\n").toString(),
        output -> {
          List<Optional<String>> answers = new ArrayList<>();
          for (String text : output.text().split("\036", -1)) {
            answers.add(
                text.startsWith("=") ? Optional.of(plain(text.substring(1))) : Optional.empty());
          }
          return answers.subList(0, batch.size());
        });
  }

  /** A value with single blanks, as values of several numbers are compared. */
  static String plain(String value) {
    return String.join(" ", value.strip().split("\\s+"));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("sysctl", name), Resource.path(file()));
  }
}
