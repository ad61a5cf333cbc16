package kit.inventories.ec2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Response;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.Reservation;

/** EC2 as one who is allowed to ask it. */
final class Cloud implements AutoCloseable {
  /** The most that EC2 gives at once. */
  private static final int PAGE = 1000;

  private final Clients clients;
  private final StaticCredentialsProvider identity;
  private final String home;
  private final int page;

  private Cloud(Clients clients, StaticCredentialsProvider identity, String home, int page) {
    this.clients = clients;
    this.identity = identity;
    this.home = home;
    this.page = page;
  }

  static Cloud of(Settings settings) {
    return of(settings, PAGE);
  }

  /**
   * @param page how many instances are asked for at once
   */
  static Cloud of(Settings settings, int page) {
    Clients clients = new Clients(settings);
    try {
      String home = settings.region();
      Identity identity = new Identity(settings, new Roles(clients, home));
      return new Cloud(clients, StaticCredentialsProvider.create(identity.find()), home, page);
    } catch (RuntimeException e) {
      clients.close();
      throw e;
    }
  }

  /** The names of all regions that the account may use. */
  List<String> regions() {
    try (Ec2Client ec2 = client(home)) {
      DescribeRegionsResponse answer = ec2.describeRegions();
      check(answer, home);
      List<String> names = new ArrayList<>();
      for (Region region : answer.regions()) {
        names.add(region.regionName());
      }
      return names;
    } catch (SdkException e) {
      throw Refusal.of("DescribeRegions", clients.where("EC2", home), e);
    }
  }

  /** All instances of a region that the filters find: every page, or a failure. */
  List<Instance> instances(String region, List<Filter> filters) {
    List<Instance> instances = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (Ec2Client ec2 = client(region)) {
      String next = null;
      do {
        String from = next;
        DescribeInstancesResponse answer =
            ec2.describeInstances(
                request -> request.filters(filters).maxResults(page).nextToken(from));
        check(answer, region);
        for (Reservation reservation : answer.reservations()) {
          reservation
              .instances()
              .forEach(each -> instances.add(Instance.of(region, reservation, each)));
        }
        next = answer.nextToken();
        if (next != null && !seen.add(next)) {
          throw Refusal.notUnderstood(clients.where("EC2", region) + " gives the same page again");
        }
      } while (next != null && !next.isEmpty());
    } catch (SdkException e) {
      throw Refusal.of("DescribeInstances", clients.where("EC2", region), e);
    }
    return instances;
  }

  /** Any XML would be an answer without instances; those of EC2 have a request id. */
  private void check(Ec2Response answer, String region) {
    if (answer.responseMetadata().requestId().equals("UNKNOWN")) {
      throw Refusal.notUnderstood(clients.where("EC2", region));
    }
  }

  private Ec2Client client(String region) {
    return clients
        .prepare(Ec2Client.builder(), "EC2", region)
        .credentialsProvider(identity)
        .build();
  }

  @Override
  public void close() {
    clients.close();
  }
}
