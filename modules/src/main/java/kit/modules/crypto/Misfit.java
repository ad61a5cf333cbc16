package kit.modules.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a certificate that is there is not the one that is wanted; empty if it is. */
final class Misfit {

  /** They follow from the keys, and no request needs to ask for them. */
  static final List<String> IDENTIFIERS = List.of(Extension.KEY_ID, Extension.AUTHORITY_KEY_ID);

  private Misfit() {}

  static String of(Certificate old, Inputs inputs) {
    if (inputs.expected()) {
      return "what it is made of will change";
    }
    Optional<PublicKey> key = inputs.own().flatMap(KeyFile.Key::key);
    if (key.isPresent() && !old.key().equals(key.get())) {
      return "it is for another key";
    }
    if (inputs.request().isPresent()) {
      Request request = inputs.request().get();
      if (!old.key().equals(request.key())) {
        return "it is for another key";
      }
      if (!old.subject().equals(request.subject())) {
        return "its subject is another";
      }
      if (!Extensions.lines(old.extensions(), IDENTIFIERS)
          .equals(Extensions.lines(request.extensions(), IDENTIFIERS))) {
        return "the request asks for other extensions";
      }
    }
    if (old.extension(Extension.KEY_ID).isEmpty()) {
      return "it does not identify its key";
    }
    return inputs.authority().map(by -> authority(old, by)).orElseGet(() -> own(old));
  }

  private static String own(Certificate old) {
    boolean own = old.issuer().equals(old.subject()) && old.signed().by(old.key()).orElse(true);
    return own ? "" : "it is not signed by its own key";
  }

  private static String authority(Certificate old, Certificate by) {
    boolean signed = old.issuer().equals(by.subject()) && old.signed().by(by.key()).orElse(true);
    Optional<String> identifier = by.extension(Extension.KEY_ID).map(Extension::identifier);
    Optional<String> named = old.extension(Extension.AUTHORITY_KEY_ID).map(Extension::identifier);
    return signed && (identifier.isEmpty() || identifier.equals(named))
        ? ""
        : "another authority signed it";
  }

  /** Why its time is not the one that is wanted. */
  static String ofTime(
      Certificate old, Instant notBefore, Instant notAfter, boolean exact, int days, Instant now) {
    if (exact && !(old.notBefore().equals(notBefore) && old.notAfter().equals(notAfter))) {
      return "it holds at another time";
    }
    long left = Certificate.daysLeft(old.notAfter(), now);
    // renewing what ends at a fixed time would happen in each run
    if (left >= days || !notAfter.isAfter(old.notAfter())) {
      return "";
    }
    return left < 0 ? "it has expired" : left + (left == 1 ? " day is left" : " days are left");
  }
}
