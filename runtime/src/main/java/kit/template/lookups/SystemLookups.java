package kit.template.lookups;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.template.python.Chars;
import kit.template.python.PythonError;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Undefined;

/** Lookups in the environment, in what programs of the controller print, and on web servers. */
final class SystemLookups implements Lookup {
  private final Controller controller;

  SystemLookups(Controller controller) {
    this.controller = controller;
  }

  @Override
  public List<Object> run(String name, List<?> terms, Map<String, Object> options) {
    List<Object> out = new ArrayList<>();
    for (Object term : terms) {
      String text = Text.str(term);
      switch (name) {
        case "env" -> out.add(env(text, options));
        case "pipe" -> out.add(Chars.strip(output(text), null, false, true));
        case "lines" -> out.addAll(Splits.lines(output(text), false));
        case "password" -> out.add(new PasswordFile(controller).of(text, options));
        default -> url(text, options, out);
      }
    }
    return out;
  }

  private static Object env(String name, Map<String, Object> options) {
    String value = System.getenv(name.strip());
    Object otherwise = options.getOrDefault("default", "");
    if (value == null && otherwise instanceof Undefined undefined) {
      throw undefined.error();
    }
    return value == null ? otherwise : value;
  }

  /** What a command prints that the user wrote into a template. */
  private String output(String command) {
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .directory(controller.project().toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      byte[] printed = process.getInputStream().readAllBytes();
      int code = process.waitFor();
      if (code != 0) {
        throw new PythonError("lookup of '" + command + "' returned " + code);
      }
      return new String(printed, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PythonError("'" + command + "' cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PythonError("'" + command + "' was interrupted");
    }
  }

  private static void url(String address, Map<String, Object> options, List<Object> out) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
      if (options.get("headers") instanceof Map<?, ?> headers) {
        headers.forEach((key, value) -> request.header(Text.str(key), Text.str(value)));
      }
      HttpClient client =
          HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new PythonError("the answer of " + address + " is " + response.statusCode());
      }
      boolean split = Truth.of(options.getOrDefault("split_lines", true));
      out.addAll(split ? Splits.lines(response.body(), false) : List.of(response.body()));
    } catch (IOException | IllegalArgumentException e) {
      throw new PythonError("failed lookup url for " + address + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PythonError("the lookup of " + address + " was interrupted");
    }
  }
}
