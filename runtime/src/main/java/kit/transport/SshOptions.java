package kit.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kit.model.Location;

/** Settings of ssh that hold for one host. The first value of a keyword is the one that counts. */
final class SshOptions {

  private record Value(List<String> words, Location where) {
    String text() {
      return String.join(" ", words);
    }
  }

  private final Map<String, List<Value>> values = new TreeMap<>();

  void add(String key, List<String> value, Location where) {
    String lower = key.toLowerCase(Locale.ROOT);
    // of these two the first one said counts, even if it says "none"
    boolean late =
        lower.equals("proxyjump") && values.containsKey("proxycommand")
            || lower.equals("proxycommand") && values.containsKey("proxyjump");
    if (!late) {
      of(lower).add(new Value(value, where));
    }
  }

  private List<Value> of(String key) {
    List<Value> all = values.get(key);
    if (all == null) {
      all = new ArrayList<>();
      values.put(key, all);
    }
    return all;
  }

  Optional<String> first(String key) {
    List<Value> all = values.get(key);
    return all == null ? Optional.empty() : Optional.of(all.get(0).text());
  }

  /** The words of the first value, for keywords that take several. */
  List<String> words(String key) {
    List<Value> all = values.get(key);
    return all == null ? List.of() : all.get(0).words;
  }

  /** Every value, for the keywords that add up. */
  List<String> all(String key) {
    List<String> texts = new ArrayList<>();
    for (Value value : values.getOrDefault(key, List.of())) {
      texts.add(value.text());
    }
    return texts;
  }

  Location where(String key) {
    List<Value> all = values.get(key);
    return all == null ? Location.NONE : all.get(0).where;
  }
}
