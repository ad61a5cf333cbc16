package kit.modules.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kit.spi.PlanException;

/** The bits of RFC 5280 section 4.2.1.3, from the first. */
enum KeyUsage {
  DIGITAL_SIGNATURE("digitalSignature"),
  NON_REPUDIATION("nonRepudiation"),
  KEY_ENCIPHERMENT("keyEncipherment"),
  DATA_ENCIPHERMENT("dataEncipherment"),
  KEY_AGREEMENT("keyAgreement"),
  KEY_CERT_SIGN("keyCertSign"),
  CRL_SIGN("cRLSign"),
  ENCIPHER_ONLY("encipherOnly"),
  DECIPHER_ONLY("decipherOnly");

  private final String word;

  KeyUsage(String word) {
    this.word = word;
  }

  private int bit() {
    return 0x8000 >> ordinal();
  }

  static byte[] encode(List<String> written) {
    int bits = 0;
    for (String each : written) {
      bits |= find(each).bit();
    }
    return Encoded.bits(bits);
  }

  static String decode(Der string) {
    byte[] bytes = string.bits();
    int bits = 0;
    for (int i = 0; i < Math.min(2, bytes.length); i++) {
      bits |= (bytes[i] & 0xff) << 8 * (1 - i);
    }
    List<String> words = new ArrayList<>();
    for (KeyUsage usage : values()) {
      if ((bits & usage.bit()) != 0) {
        words.add(usage.word);
      }
    }
    return String.join(", ", words);
  }

  /** By its name or as openssl prints it: {@code Digital Signature}. */
  private static KeyUsage find(String written) {
    String word = written.replace(" ", "").toLowerCase(Locale.ROOT);
    String name =
        switch (word) {
          case "contentcommitment" -> "nonrepudiation";
          case "certificatesign" -> "keycertsign";
          default -> word;
        };
    List<String> words = new ArrayList<>();
    for (KeyUsage usage : values()) {
      if (usage.word.toLowerCase(Locale.ROOT).equals(name)) {
        return usage;
      }
      words.add(usage.word);
    }
    throw new PlanException(
        "keyUsage cannot have '" + Subject.visible(written) + "'", String.join(", ", words));
  }
}
