package kit.inventories.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerCmd;
import com.github.dockerjava.api.command.ListContainersCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A Docker engine that is being asked. */
final class Engine implements AutoCloseable {

  private final Endpoint endpoint;
  private final DockerClient client;

  Engine(Endpoint endpoint, Docker docker) {
    this.endpoint = endpoint;
    ZerodepDockerHttpClient.Builder http =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(endpoint.uri())
            .connectionTimeout(Duration.ofSeconds(docker.timeout()))
            .responseTimeout(Duration.ofSeconds(docker.timeout()));
    if (endpoint.tls()) {
      http.sslConfig(Trust.of(endpoint));
    }
    DefaultDockerClientConfig.Builder config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(endpoint.url())
            .withDockerTlsVerify(false); // that is for the http client, which has its own
    if (!docker.apiVersion().equals("auto")) {
      config.withApiVersion(docker.apiVersion());
    }
    this.client = DockerClientImpl.getInstance(config.build(), http.build());
  }

  /**
   * The containers, by name.
   *
   * @param states those wanted; empty for all
   * @param include only these; empty for all
   */
  List<Box> boxes(
      List<String> states, Map<String, List<String>> filters, Pick include, Pick exclude) {
    List<Box> boxes = new ArrayList<>();
    try {
      for (Container each : list(states, filters)) {
        Box box = inspect(each.getId());
        if (box != null && (include.isEmpty() || include.fits(box)) && !exclude.fits(box)) {
          boxes.add(box);
        }
      }
    } catch (RuntimeException e) {
      throw Refusal.of(endpoint, e);
    }
    boxes.sort(Comparator.comparing(Box::name));
    return boxes;
  }

  private List<Container> list(List<String> states, Map<String, List<String>> filters) {
    ListContainersCmd list = client.listContainersCmd().withShowAll(true);
    for (Map.Entry<String, List<String>> each : filters.entrySet()) {
      list.withFilter(each.getKey(), each.getValue());
    }
    if (!states.isEmpty() && !filters.containsKey("status")) {
      list.withStatusFilter(states);
    }
    return list.exec();
  }

  /** A container; null if it has gone since it was listed. */
  private Box inspect(String id) {
    try (InspectContainerCmd inspect = client.inspectContainerCmd(id)) {
      return Box.of(inspect.exec().getRawValues());
    } catch (NotFoundException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      // there is nothing more to be asked
    }
  }
}
