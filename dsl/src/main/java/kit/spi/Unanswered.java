package kit.spi;

import java.util.Set;

/**
 * Suspends a plan until its questions have been asked. An Error, so that no plan catches it by
 * accident.
 */
public final class Unanswered extends Error {

  private final transient Set<Query<?>> queries;

  public Unanswered(Set<Query<?>> queries) {
    super("unanswered", null, false, false);
    this.queries = queries;
  }

  public Set<Query<?>> queries() {
    return queries;
  }
}
