package kit.inventories.ec2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kit.spi.inventory.SourceFailure;

/** Asks all regions at once. */
final class Regions {
  private static final int AT_ONCE = 12;

  private final Cloud cloud;
  private final Ec2 source;
  private final Duration patience;

  Regions(Cloud cloud, Ec2 source, Duration patience) {
    this.cloud = cloud;
    this.source = source;
    this.patience = patience;
  }

  /**
   * The instances of all regions in the order of their ids.
   *
   * @param warnings receives what was left out and why
   */
  List<Instance> instances(List<String> warnings) {
    List<String> names = source.regions().isEmpty() ? cloud.regions() : source.regions();
    List<String> regions = List.copyOf(new LinkedHashSet<>(names));
    List<Instance> all = new ArrayList<>();
    List<Future<List<Instance>>> answers = ask(regions);
    for (int i = 0; i < answers.size(); i++) {
      try {
        all.addAll(answers.get(i).get());
      } catch (CancellationException e) {
        missing(regions.get(i) + ": no answer in " + patience.toSeconds() + " s", null, warnings);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof SourceFailure failure)) {
          throw new IllegalStateException(e.getCause());
        }
        missing(failure.getMessage(), failure, warnings);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SourceFailure("interrupted while EC2 was asked", "");
      }
    }
    all.sort(Comparator.comparing(Instance::id));
    return all;
  }

  private List<Future<List<Instance>>> ask(List<String> regions) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(regions.size(), AT_ONCE)),
            task -> {
              Thread thread = new Thread(task, "ec2");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return threads.invokeAll(
          regions.stream()
              .map(region -> (java.util.concurrent.Callable<List<Instance>>) () -> of(region))
              .toList(),
          patience.toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure("interrupted while EC2 was asked", "");
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Instance> of(String region) {
    Set<String> known = new HashSet<>();
    for (Map<String, Object> excluded : source.excludeFilters()) {
      cloud
          .instances(region, Filters.of(excluded, source.states()))
          .forEach(instance -> known.add(instance.id()));
    }
    List<Instance> found = new ArrayList<>();
    for (Map<String, Object> included : included()) {
      for (Instance each : cloud.instances(region, Filters.of(included, source.states()))) {
        if (known.add(each.id())) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private List<Map<String, Object>> included() {
    List<Map<String, Object>> all = new ArrayList<>();
    if (!source.filters().isEmpty() || source.includeFilters().isEmpty()) {
      all.add(source.filters());
    }
    all.addAll(source.includeFilters());
    return all;
  }

  private void missing(String message, SourceFailure failure, List<String> warnings) {
    boolean refused = failure != null && Refusal.isForbidden(failure);
    boolean tolerated =
        refused && !source.strictPermissions() || source.failedRegions() == Ec2.FailedRegions.WARN;
    if (!tolerated) {
      throw failure != null
          ? failure
          : new SourceFailure("EC2 in " + message, "failedRegions: warn goes on without it");
    }
    warnings.add(message + "; its instances are missing");
  }
}
