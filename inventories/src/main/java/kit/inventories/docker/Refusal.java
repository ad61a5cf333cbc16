package kit.inventories.docker;

import com.fasterxml.jackson.core.JacksonException;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import kit.spi.inventory.SourceFailure;

/** What is said when an engine does not answer, or says no. */
final class Refusal {
  private static final int LONGEST = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private Refusal() {}

  static SourceFailure of(Endpoint endpoint, RuntimeException e) {
    String engine = "the engine at " + endpoint.url();
    if (e instanceof SourceFailure failure) {
      return failure;
    }
    if (e instanceof DockerException refused) {
      return refused(engine, refused);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException) {
        return new SourceFailure(
            engine + " gives an answer that cannot be understood",
            "is it a Docker engine, or a proxy between?");
      }
      if (cause instanceof SSLException) {
        return new SourceFailure(
            engine + " is not trusted, or does not trust kit: " + line(cause),
            "caCert is the one it was signed with; clientCert and clientKey if it wants them");
      }
      if (cause instanceof UnknownHostException) {
        return new SourceFailure(engine + " is not known: no such host", "see dockerHost");
      }
      if (cause instanceof SocketTimeoutException) {
        return new SourceFailure(engine + " does not answer in time", "timeout is in seconds");
      }
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && endpoint.tls() && !(cause instanceof ConnectException)) {
        return new SourceFailure(
            engine + " hangs up: " + line(cause),
            "so does an engine that wants a certificate of kit's (clientCert and clientKey), or"
                + " another one");
      }
      if (cause instanceof IOException) {
        return new SourceFailure(
            engine + " cannot be reached: " + line(cause),
            "is it running, and may you use it? dockerHost or DOCKER_HOST says where it is");
      }
    }
    return new SourceFailure(engine + " was not understood: " + line(e), "");
  }

  private static SourceFailure refused(String engine, DockerException e) {
    int status = e.getHttpStatus();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return new SourceFailure(
          engine + " does not let kit list containers (" + status + "): " + line(e),
          "a proxy before its socket must allow GET /containers");
    }
    return new SourceFailure(
        engine + " says " + status + ": " + line(e),
        line(e).contains("to an HTTPS server")
            ? "validateCerts: true, or DOCKER_TLS_VERIFY=1"
            : "");
  }

  /** The beginning of what somebody else says, without signs that a terminal would obey. */
  static String line(Throwable e) {
    String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString().strip();
  }
}
