package kit.inventories.ec2;

import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import kit.spi.inventory.SourceFailure;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What is said when Amazon does not answer, or says no. */
final class Refusal {
  private static final int LONGEST = 300;
  private static final int UNAUTHORIZED = 401;

  private Refusal() {}

  /**
   * @param what was asked for
   * @param where who was asked
   */
  static SourceFailure of(String what, String where, SdkException e) {
    return e instanceof AwsServiceException refused
        ? refused(what, where, refused)
        : unreached(where.isEmpty() ? what : where, e);
  }

  static SourceFailure notUnderstood(String where) {
    return new SourceFailure(
        where + ": the answer is not one of this service",
        "is the endpoint right, or a proxy between?");
  }

  static boolean isForbidden(SourceFailure failure) {
    return failure.getCause() instanceof AwsServiceException e && e.statusCode() == 403;
  }

  /** The first line of what somebody else says, without signs that a terminal would obey. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; text != null && i < text.length() && line.length() < LONGEST; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        break;
      }
      line.append(Character.isISOControl(c) ? '?' : c);
    }
    return line.toString();
  }

  private static SourceFailure refused(String what, String where, AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    String said = details == null ? "" : line(details.errorMessage());
    if (code == null || code.isEmpty()) {
      String body =
          details == null || details.rawResponse() == null
              ? ""
              : details.rawResponse().asUtf8String();
      code = between(body, "Code");
      said = line(between(body, "Message"));
    }
    if (code.isEmpty() && e.statusCode() == UNAUTHORIZED) {
      code = "AuthFailure"; // what EC2 says with it; java.net keeps the text of a 401 to itself
    }
    if (code.isEmpty()) {
      return failure(
          where + " answers with status " + e.statusCode() + ", which says nothing more",
          "is the endpoint right, or a proxy between?",
          e);
    }
    return failure(
        where + " refuses " + what + ": " + line(code) + (said.isEmpty() ? "" : ": " + said),
        e.isThrottlingException() ? "name the regions, or let answers be kept longer" : hint(code),
        e);
  }

  /** Who imitates Amazon does not always put an error where the SDK looks for it. */
  private static String between(String body, String tag) {
    int from = body.indexOf("<" + tag + ">");
    int to = body.indexOf("</" + tag + ">");
    return from < 0 || to < from ? "" : body.substring(from + tag.length() + 2, to);
  }

  private static String hint(String code) {
    switch (code) {
      case "UnauthorizedOperation", "AccessDenied", "AccessDeniedException":
        return "allow it in a policy; ec2:DescribeInstances is needed, and ec2:DescribeRegions where"
            + " no regions are given";
      case "RequestExpired", "ExpiredToken", "ExpiredTokenException":
        return "get new temporary credentials; if they are new, look at the clock of this machine";
      case "AuthFailure",
      "InvalidClientTokenId",
      "SignatureDoesNotMatch",
      "UnrecognizedClientException":
        return "look at the access key and its secret, the clock, and whether the region is enabled";
      case "InvalidParameterValue", "InvalidFilter", "FilterLimitExceeded":
        return "look at filters, includeFilters and excludeFilters";
      default:
        return "";
    }
  }

  private static SourceFailure unreached(String where, SdkException e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    if (e instanceof ApiCallTimeoutException) {
      return failure(
          where + " does not answer in time", "is the network up, and the endpoint right?", e);
    }
    String why = line(cause.getMessage());
    if (anywhere(e, SSLException.class)) {
      return failure(
          where + ": no trust in its TLS: " + why,
          "caBundle (AWS_CA_BUNDLE) names certificates to trust",
          e);
    }
    if (cause instanceof UnknownHostException) {
      return failure(
          where + " cannot be reached: no address for " + why, "is there such a region?", e);
    }
    if (cause instanceof ConnectException || cause instanceof java.net.SocketException) {
      return failure(
          where + " cannot be reached: " + why, "is the network up, and the endpoint right?", e);
    }
    return failure(where + ": no answer that can be understood: " + why, "is a proxy between?", e);
  }

  private static boolean anywhere(Throwable e, Class<?> kind) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private static SourceFailure failure(String message, String hint, SdkException cause) {
    SourceFailure failure = new SourceFailure(message, hint);
    failure.initCause(cause);
    return failure;
  }
}
