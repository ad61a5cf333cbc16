package kit.modules.crypto;

import java.util.Locale;

/**
 * How what is signed is shortened first; keys of the kinds Ed25519 and Ed448 have their own way.
 */
public enum Digest {
  SHA224,
  SHA256,
  SHA384,
  SHA512;

  /** The name that openssl has for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
