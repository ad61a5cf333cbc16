package kit.modules.crypto;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate (RFC 5280).
 *
 * @param serial its number
 * @param issuer who signed it
 * @param notBefore since when it holds
 * @param notAfter until when it holds
 * @param subject whom it speaks of
 * @param key the key that it speaks of
 * @param extensions what else it says
 * @param signed its signature
 */
record Certificate(
    BigInteger serial,
    Subject issuer,
    Instant notBefore,
    Instant notAfter,
    Subject subject,
    PublicKey key,
    List<Extension> extensions,
    Signed signed) {

  /**
   * @throws Der.Malformed if it is none
   */
  static Certificate of(byte[] bytes) {
    Der outer = Der.of(bytes);
    List<Der> all = outer.part(0).parts();
    List<Der> parts = all.get(0).choice() == 0 ? all.subList(1, all.size()) : all;
    if (parts.size() < 6) {
      throw new Der.Malformed("it is no certificate");
    }
    List<Extension> extensions = List.of();
    for (Der part : parts.subList(6, parts.size())) {
      if (part.choice() == 3) {
        extensions = Extension.list(part.part(0));
      }
    }
    return new Certificate(
        parts.get(0).number(),
        Subject.of(parts.get(2)),
        time(parts.get(3).part(0)),
        time(parts.get(3).part(1)),
        Subject.of(parts.get(4)),
        PublicKey.of(parts.get(5).whole()),
        extensions,
        Signed.of(outer));
  }

  /** Two digits for the year mean 1950 to 2049. */
  private static Instant time(Der time) {
    String text = time.text();
    if (time.tag() == Der.UTC_TIME) {
      text = (text.compareTo("50") >= 0 ? "19" : "20") + text;
    }
    try {
      return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'"))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new Der.Malformed("'" + Subject.visible(text) + "' is no time");
    }
  }

  Optional<Extension> extension(String oid) {
    return extensions.stream().filter(each -> each.oid().equals(oid)).findFirst();
  }

  /** How many whole days are left; negative if it has expired. */
  static long daysLeft(Instant notAfter, Instant now) {
    return Math.floorDiv(notAfter.getEpochSecond() - now.getEpochSecond(), 86_400L);
  }

  /** For people, a line for each thing it says. */
  String text(Instant now) {
    List<Extension> said = new ArrayList<>(extensions);
    said.removeIf(each -> Misfit.IDENTIFIERS.contains(each.oid()));
    return Request.text(subject, key.text() + " " + key.mark(), said)
        + validity(issuer.text(), notBefore, notAfter, now);
  }

  static String validity(String issuer, Instant notBefore, Instant notAfter, Instant now) {
    return "issuer "
        + issuer
        + "\nnot before "
        + notBefore
        + "\nnot after "
        + notAfter
        + "\ndays left "
        + daysLeft(notAfter, now)
        + "\n";
  }
}
