package kit.modules.crypto;

import java.util.Locale;

/** Kinds of keys. */
public enum KeyType {
  RSA("RSA", "1.2.840.113549.1.1.1"),
  ECC("ECC", "1.2.840.10045.2.1"),
  ED25519("Ed25519", "1.3.101.112"),
  ED448("Ed448", "1.3.101.113"),
  X25519("X25519", "1.3.101.110"),
  X448("X448", "1.3.101.111");

  private final String word;
  private final String oid;

  KeyType(String word, String oid) {
    this.word = word;
    this.oid = oid;
  }

  String word() {
    return word;
  }

  String oid() {
    return oid;
  }

  /** The name that openssl's genpkey has for it. */
  String algorithm() {
    return this == ECC ? "EC" : word.toUpperCase(Locale.ROOT);
  }

  /** Whether PKCS#1 and its like (RFC 5915 for ECC) can hold it. */
  boolean traditional() {
    return this == RSA || this == ECC;
  }
}
