package kit.modules.crypto;

import java.util.Locale;

/** Curves by their names in the registry for TLS, and their identifiers. */
public enum Curve {
  SECP256R1("1.2.840.10045.3.1.7"),
  SECP384R1("1.3.132.0.34"),
  SECP521R1("1.3.132.0.35"),
  SECP224R1("1.3.132.0.33"),
  SECP256K1("1.3.132.0.10"),
  SECP192R1("1.2.840.10045.3.1.1"),
  BRAINPOOLP256R1("1.3.36.3.3.2.8.1.1.7"),
  BRAINPOOLP384R1("1.3.36.3.3.2.8.1.1.11"),
  BRAINPOOLP512R1("1.3.36.3.3.2.8.1.1.13");

  private final String oid;

  Curve(String oid) {
    this.oid = oid;
  }

  String oid() {
    return oid;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace("poolp", "poolP");
  }

  /** openssl has older names for two of them. */
  String algorithm() {
    return this == SECP256R1 ? "prime256v1" : this == SECP192R1 ? "prime192v1" : word();
  }

  /** The name of an identifier; itself if it has none here. */
  static String name(String oid) {
    for (Curve curve : values()) {
      if (curve.oid.equals(oid)) {
        return curve.word();
      }
    }
    return oid;
  }
}
