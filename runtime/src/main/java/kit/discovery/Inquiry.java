package kit.discovery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import kit.inventory.Memory.Old;
import kit.spi.inventory.Found;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.Search;
import kit.spi.inventory.SourceFailure;

/** Asks one source, or takes its last answer if that is good enough. */
public final class Inquiry {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Answers answers;
  private final Freshness freshness;
  private final UnaryOperator<String> environment;
  private final Path home;

  /**
   * @param answers the last answers
   * @param environment environment variables by name, null for one that is not set
   * @param home the user's home directory
   */
  public Inquiry(
      Answers answers, Freshness freshness, UnaryOperator<String> environment, Path home) {
    this.answers = answers;
    this.freshness = freshness;
    this.environment = environment;
    this.home = home;
  }

  /**
   * What a source knows.
   *
   * @param found the answer
   * @param age how old it is, if it is a kept one
   * @param why why the source did not answer now, if it was asked
   */
  record Answer(Found found, Duration age, SourceFailure why) {}

  /**
   * @param key what the answer is kept under
   * @throws SourceFailure if there is no answer that is good enough
   */
  Answer ask(InventorySource source, Common common, String key, Path folder) {
    Kept kept = common.cache() ? answers.read(key).filter(this::isOfHere).orElse(null) : null;
    Duration age = kept == null ? Duration.ZERO : Duration.between(kept.at(), Instant.now());
    Duration limit = common.cacheTimeout();
    boolean young = limit.isZero() || !age.isNegative() && age.compareTo(limit) < 0;
    if (kept != null && young && freshness.kept()) {
      return new Answer(kept.found(), age, null);
    }
    Map<String, String> seen = new ConcurrentHashMap<>();
    UnaryOperator<String> watched =
        name -> {
          seen.put(name, Fingerprint.of(environment.apply(name)));
          return environment.apply(name);
        };
    try {
      Found found = source.find(new Search(folder, home, watched, PATIENCE));
      if (found.hosts().isEmpty()) {
        answers.forget(key); // else the first host that comes would go unseen
      } else if (common.cache()) {
        answers.write(key, new TreeMap<>(seen), found);
      }
      return new Answer(found, Duration.ZERO, null);
    } catch (SourceFailure failure) {
      if (!freshness.stale() || kept == null) {
        throw kept == null ? failure : hinted(failure, age);
      }
      return new Answer(kept.found(), age, failure);
    }
  }

  private static SourceFailure hinted(SourceFailure failure, Duration age) {
    String known = "--allow-stale takes its answer of " + Old.words(age) + " ago";
    String hint = failure.hint().isEmpty() ? known : failure.hint() + "; " + known;
    return new SourceFailure(failure.getMessage(), hint);
  }

  private boolean isOfHere(Kept kept) {
    for (Map.Entry<String, String> each : kept.environment().entrySet()) {
      if (!each.getValue().equals(Fingerprint.of(environment.apply(each.getKey())))) {
        return false;
      }
    }
    return true;
  }
}
