package kit.modules.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * Something with a signature: a certificate or a request.
 *
 * @param content what is signed
 * @param algorithm identifier of the signature's algorithm
 * @param signature the signature
 */
record Signed(byte[] content, String algorithm, byte[] signature) {

  static Signed of(Der outer) {
    return new Signed(outer.part(0).whole(), outer.part(1).part(0).oid(), outer.part(2).bits());
  }

  /**
   * Whether a key made the signature; empty if Java knows the algorithm or the curve not, as with
   * secp256k1.
   */
  Optional<Boolean> by(PublicKey key) {
    String name =
        switch (algorithm) {
          case "1.2.840.113549.1.1.5" -> "SHA1withRSA";
          case "1.2.840.113549.1.1.11" -> "SHA256withRSA";
          case "1.2.840.113549.1.1.12" -> "SHA384withRSA";
          case "1.2.840.113549.1.1.13" -> "SHA512withRSA";
          case "1.2.840.113549.1.1.14" -> "SHA224withRSA";
          case "1.2.840.10045.4.3.1" -> "SHA224withECDSA";
          case "1.2.840.10045.4.3.2" -> "SHA256withECDSA";
          case "1.2.840.10045.4.3.3" -> "SHA384withECDSA";
          case "1.2.840.10045.4.3.4" -> "SHA512withECDSA";
          case "1.3.101.112" -> "Ed25519";
          case "1.3.101.113" -> "Ed448";
          default -> "";
        };
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      String family = name.endsWith("RSA") ? "RSA" : name.endsWith("ECDSA") ? "EC" : name;
      java.security.PublicKey known =
          KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(key.bytes()));
      Signature check = Signature.getInstance(name);
      check.initVerify(known);
      check.update(content);
      return Optional.of(check.verify(signature));
    } catch (SignatureException e) {
      return Optional.of(false);
    } catch (GeneralSecurityException e) {
      boolean other = !key.kind().equals(family(name));
      return other ? Optional.of(false) : Optional.empty();
    }
  }

  /** The kind of key that makes such signatures. */
  private static String family(String name) {
    KeyType type =
        name.endsWith("RSA")
            ? KeyType.RSA
            : name.endsWith("ECDSA")
                ? KeyType.ECC
                : name.equals("Ed448") ? KeyType.ED448 : KeyType.ED25519;
    return type.oid();
  }
}
