package kit.modules.crypto;

/** How a private key is written. */
public enum KeyFormat {
  PKCS1,
  PKCS8,
  AUTO,
  AUTO_IGNORE;

  /** The format that a new key gets. */
  KeyFormat wanted(KeyType type, boolean protectedKey) {
    return switch (this) {
      case PKCS1, PKCS8 -> this;
      case AUTO -> type.traditional() ? PKCS1 : PKCS8;
      // the old format protects with one round of MD5
      case AUTO_IGNORE -> type.traditional() && !protectedKey ? PKCS1 : PKCS8;
    };
  }

  /** The format of a file by the first line of its block. */
  static KeyFormat of(String header) {
    return header.startsWith("-----BEGIN RSA ") || header.startsWith("-----BEGIN EC ")
        ? PKCS1
        : header.contains("OPENSSH") ? AUTO : PKCS8;
  }

  String word() {
    return switch (this) {
      case PKCS1 -> "PKCS#1";
      case PKCS8 -> "PKCS#8";
      case AUTO, AUTO_IGNORE -> "other";
    };
  }
}
