package kit.modules.crypto;

import java.util.HexFormat;
import kit.spi.Source;

/**
 * A public key.
 *
 * @param der the key with its algorithm (SubjectPublicKeyInfo of RFC 5280), in hex
 */
record PublicKey(String der) {

  static PublicKey of(byte[] bytes) {
    Der.of(bytes).part(1);
    return new PublicKey(Extension.hex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(der);
  }

  private Der algorithm() {
    return Der.of(bytes()).part(0);
  }

  /** Identifier of the algorithm. */
  String kind() {
    return algorithm().part(0).oid();
  }

  /** Identifier of the curve; empty if it is no key on a named curve. */
  String curve() {
    boolean curved = kind().equals(KeyType.ECC.oid()) && algorithm().part(1).tag() == Der.OID;
    return curved ? algorithm().part(1).oid() : "";
  }

  /** Bits of the modulus; 0 if it is no RSA key. */
  int size() {
    return kind().equals(KeyType.RSA.oid())
        ? Der.of(Der.of(bytes()).part(1).bits()).part(0).number().bitLength()
        : 0;
  }

  /** {@code RSA 4096}, {@code ECC secp256r1}, {@code Ed25519}. */
  String text() {
    for (KeyType type : KeyType.values()) {
      if (type.oid().equals(kind())) {
        return type.word() + detail();
      }
    }
    return kind();
  }

  private String detail() {
    return size() > 0 ? " " + size() : curve().isEmpty() ? "" : " " + Curve.name(curve());
  }

  /** A short name of this very key. */
  String fingerprint() {
    return "SHA256:" + Source.sha256(bytes());
  }

  /** The first part of the fingerprint: enough for eyes. */
  String mark() {
    return fingerprint().substring(0, 23);
  }
}
