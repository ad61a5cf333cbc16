package kit.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.inventory.Memory;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;

/**
 * Keeps what inventory programs say, for the day that they fail. They are asked each time all the
 * same: nobody knows what they look at.
 */
public record LastWords(Answers answers, Freshness freshness) implements Memory {
  private static final String ALL = "all";

  @Override
  public void keep(String file, Map<String, Object> told) {
    FoundHost all = new FoundHost(ALL, List.of(), told);
    answers.write(key(file), Map.of(), new Found(List.of(all), List.of()));
  }

  @Override
  public Optional<Old> last(String file) {
    return answers
        .read(key(file))
        .map(
            kept -> {
              String age = Old.words(Duration.between(kept.at(), Instant.now()));
              return new Old(kept.found().hosts().get(0).vars(), age);
            });
  }

  @Override
  public boolean willDo() {
    return freshness.stale();
  }

  private static String key(String file) {
    return Fingerprint.of("program\0" + file);
  }
}
