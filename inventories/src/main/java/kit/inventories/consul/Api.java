package kit.inventories.consul;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import kit.query.JsonValue;
import kit.spi.inventory.SourceFailure;

/** Consul's HTTP API: several questions at once, each answered whole or not at all. */
final class Api implements AutoCloseable {

  private static final int AT_ONCE = 8;
  private static final int LIMIT = 256 * 1024 * 1024;

  private final Settings settings;
  private final Instant end;
  private final List<String> warnings;
  private final HttpClient client;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE,
          task -> {
            Thread thread = new Thread(task, "consul");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param end when all must be answered
   * @param warnings where to say what the user should know
   */
  Api(Settings settings, Instant end, List<String> warnings) {
    this.settings = settings;
    this.end = end;
    this.warnings = warnings;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10));
    if (settings.base().getScheme().equals("https")) {
      builder.sslContext(Tls.context(settings));
    }
    client = builder.build();
  }

  /**
   * A question.
   *
   * @param path behind {@code /v1/}, encoded
   * @param query parameters by name; a name without a value has an empty one
   * @param maybe whether there may be no answer (404), which then is null
   */
  record Question(String path, Map<String, List<String>> query, boolean maybe) {

    static Question of(String path) {
      return new Question(path, Map.of(), false);
    }

    Question optional() {
      return new Question(path, query, true);
    }

    Question with(String name, List<String> values) {
      if (values.isEmpty()) {
        return this;
      }
      Map<String, List<String>> more = new LinkedHashMap<>(query);
      more.put(name, values);
      return new Question(path, more, maybe);
    }
  }

  /** Text as a part of a path or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  /** Text of others in a message: short, in one line, nothing that a terminal would obey. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), 200); i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
    }
    return shown.toString().strip();
  }

  Object ask(Question question) {
    return ask(List.of(question)).get(0);
  }

  /** The answers in the order of the questions. */
  List<Object> ask(List<Question> questions) {
    List<Future<Reply>> coming = new ArrayList<>();
    for (Question question : questions) {
      coming.add(threads.submit(() -> send(question)));
    }
    List<Object> answers = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    try {
      for (Future<Reply> each : coming) {
        long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
        Reply reply = each.get(left, TimeUnit.MILLISECONDS);
        told.addAll(reply.warnings);
        answers.add(reply.value);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SourceFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new SourceFailure(where() + " does not answer in time", "is it busy?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure("interrupted while Consul was asked", "");
    } finally {
      coming.forEach(each -> each.cancel(true));
    }
    told.removeAll(warnings);
    warnings.addAll(told);
    return answers;
  }

  private record Reply(Object value, List<String> warnings) {}

  private Reply send(Question question) {
    try {
      HttpResponse<InputStream> response =
          client.send(request(question), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() == 404 && question.maybe) {
          return new Reply(null, List.of());
        }
        if (response.statusCode() != 200) {
          throw refusal(question, response.statusCode(), body);
        }
        return new Reply(read(question, body), notes(question, response));
      }
    } catch (HttpConnectTimeoutException | ConnectException e) {
      String why = e.getMessage() == null ? "connection refused" : e.getMessage();
      throw new SourceFailure(
          where() + " cannot be reached: " + shown(why), "CONSUL_HTTP_ADDR or url: names another");
    } catch (HttpTimeoutException e) {
      throw new SourceFailure(where() + " does not answer in time", "is it busy?");
    } catch (SSLException e) {
      throw new SourceFailure(
          where() + ": TLS failed: " + shown(String.valueOf(e.getMessage())),
          "CONSUL_CACERT or caCert: names the certificates to trust");
    } catch (IOException e) {
      throw new SourceFailure(
          where() + " broke off: " + shown(String.valueOf(e.getMessage())), "try again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure("interrupted while Consul was asked", "");
    }
  }

  private HttpRequest request(Question question) {
    StringBuilder uri = new StringBuilder(settings.base().toString().replaceAll("/+$", ""));
    uri.append("/v1/").append(question.path);
    char separator = '?';
    Map<String, List<String>> query = new LinkedHashMap<>(question.query);
    switch (settings.consistency()) {
      case DEFAULT -> {}
      case STALE -> query.put("stale", List.of(""));
      case CONSISTENT -> query.put("consistent", List.of(""));
    }
    if (!settings.namespace().isEmpty()) {
      query.put("ns", List.of(settings.namespace()));
    }
    if (!settings.partition().isEmpty()) {
      query.put("partition", List.of(settings.partition()));
    }
    for (Map.Entry<String, List<String>> each : query.entrySet()) {
      for (String value : each.getValue()) {
        uri.append(separator).append(each.getKey());
        uri.append(value.isEmpty() ? "" : "=" + encoded(value));
        separator = '&';
      }
    }
    long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri.toString())).timeout(Duration.ofMillis(left));
    if (!settings.token().isEmpty()) {
      header(request, "X-Consul-Token", settings.token());
    }
    if (!settings.login().isEmpty()) {
      byte[] login = settings.login().getBytes(StandardCharsets.UTF_8);
      header(request, "Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    return request.GET().build();
  }

  /** Java's own message would hold the token. */
  private static void header(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      throw new SourceFailure("the token of Consul holds what no token can", "is it one line?");
    }
  }

  private Object read(Question question, InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LIMIT);
    if (body.read() >= 0) {
      throw new SourceFailure(
          where() + " gave more than " + LIMIT / 1024 / 1024 + " MB for /v1/" + question.path,
          "services: or nodeMeta: asks for less");
    }
    return JsonValue.of(new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () ->
                new SourceFailure(
                    where() + " gave no whole JSON for /v1/" + question.path, "is it Consul?"));
  }

  private SourceFailure refusal(Question question, int status, InputStream body)
      throws IOException {
    String said = shown(new String(body.readNBytes(2000), StandardCharsets.UTF_8));
    String hint =
        said.startsWith("No path to datacenter")
            ? "datacenters: those that 'consul catalog datacenters' names"
            : hint(status);
    return new SourceFailure(
        where()
            + " says "
            + status
            + " to /v1/"
            + question.path
            + (said.isEmpty() ? "" : ": " + said),
        hint);
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> "CONSUL_HTTP_TOKEN or token: needs node:read and service:read";
      case 404 -> "is it Consul?";
      case 429, 500, 503 -> "consistency: 'stale' asks servers without a leader too";
      default -> "";
    };
  }

  /** What Consul says beside the answer. */
  private List<String> notes(Question question, HttpResponse<InputStream> response) {
    List<String> notes = new ArrayList<>();
    if (said(response, "X-Consul-Results-Filtered-By-ACLs", "true")) {
      notes.add(
          where() + " leaves out what the token may not see; node:read and service:read show all");
    }
    if (said(response, "X-Consul-KnownLeader", "false")) {
      String age = response.headers().firstValue("X-Consul-LastContact").orElse("?");
      notes.add(where() + " has no leader: its answers are " + shown(age) + " ms old or more");
    }
    return notes;
  }

  private static boolean said(HttpResponse<InputStream> response, String name, String value) {
    return response.headers().firstValue(name).map(value::equals).orElse(false);
  }

  private String where() {
    return "Consul at " + settings.base();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
