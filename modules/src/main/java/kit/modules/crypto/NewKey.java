package kit.modules.crypto;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * A private key as it shall be.
 *
 * @param type its kind
 * @param size bits of an RSA key
 * @param curve of an ECC key
 * @param passphrase what protects it; empty for none
 * @param cipher how; {@code auto} for AES-256 in CBC mode
 * @param format how it is written
 */
record NewKey(
    KeyType type,
    int size,
    Optional<Curve> curve,
    String passphrase,
    String cipher,
    KeyFormat format) {

  NewKey {
    if (type == KeyType.ECC && curve.isEmpty()) {
      throw new PlanException("curve is missing for an ECC key", "curve: 'secp256r1'");
    }
    if (type != KeyType.ECC && curve.isPresent()) {
      throw new PlanException("a key of type " + type.word() + " has no curve", "type: 'ECC'");
    }
    if (type == KeyType.RSA && (size < 1024 || size > 16384)) {
      throw new PlanException("size " + size + " is no size of an RSA key", "2048, 3072 or 4096");
    }
    if (format == KeyFormat.PKCS1 && !type.traditional()) {
      throw new PlanException(
          "a key of type " + type.word() + " cannot be written as pkcs1", "format: 'pkcs8'");
    }
    boolean known = cipher.equals("auto");
    for (String family : List.of("aes", "aria", "camellia")) {
      known |= cipher.startsWith(family) && cipher.matches("[a-z0-9-]+");
    }
    if (!known) {
      throw new PlanException("cipher '" + cipher + "' is not supported", "auto or aes-256-cbc");
    }
  }

  KeyFormat written() {
    return format.wanted(type, !passphrase.isEmpty());
  }

  /** What a key lacks to be such a one; empty if nothing. */
  String misfit(PublicKey key) {
    boolean fits =
        key.kind().equals(type.oid())
            && (type != KeyType.RSA || key.size() == size)
            && curve.map(wanted -> wanted.oid().equals(key.curve())).orElse(true);
    return fits ? "" : "it is " + key.text() + ", not " + name();
  }

  private String name() {
    return type.word()
        + (type == KeyType.RSA ? " " + size : "")
        + curve.map(wanted -> " " + wanted.word()).orElse("");
  }

  /** For people. */
  String text() {
    return name()
        + (passphrase.isEmpty() ? "\nnot protected\n" : "\nprotected by a passphrase\n")
        + written().word()
        + "\na new key\n";
  }

  /** Sh that makes it as the file {@code new}, see {@link Place#write}. */
  String script() {
    StringBuilder command = new StringBuilder("kit_do openssl genpkey -algorithm ");
    command.append(type.algorithm());
    if (type == KeyType.RSA) {
      command.append(" -pkeyopt rsa_keygen_bits:").append(size);
    }
    curve.ifPresent(
        name ->
            command
                .append(" -pkeyopt ec_paramgen_curve:")
                .append(name.algorithm())
                .append(" -pkeyopt ec_param_enc:named_curve"));
    if (written() == KeyFormat.PKCS1) {
      return command + " -out plain || exit\n" + conversion("plain", "");
    }
    return passphrase.isEmpty()
        ? command + " -out new || exit\n"
        : Passphrase.pipe(passphrase) + command + protection("-pass") + " -out new || exit\n";
  }

  /** Sh that writes a key that is there in the format that it shall have. */
  String conversion(String path) {
    return conversion(Sh.path(path), passphrase);
  }

  private String conversion(String from, String opening) {
    boolean old = written() == KeyFormat.PKCS1;
    return Passphrase.pipe(opening, passphrase)
        + "kit_do openssl pkey -in "
        + from
        + " -passin stdin"
        + (passphrase.isEmpty() ? "" : protection("-passout"))
        + (old ? " -traditional" : "")
        + " -out new || exit\n";
  }

  private String protection(String option) {
    return " -" + (cipher.equals("auto") ? "aes-256-cbc" : cipher) + " " + option + " stdin";
  }

  /** Sh that prints the public part of a key. */
  static String shown(KeyFile file) {
    return Passphrase.pipe(file.passphrase())
        + "openssl pkey -in "
        + Sh.path(file.path())
        + " -passin stdin -pubout\n";
  }

  /** The public key in what that printed. */
  static Optional<PublicKey> printed(String text) {
    int from = text.indexOf("KEY-----\n");
    int end = text.indexOf("\n-----END");
    if (from < 0 || end < from) {
      return Optional.empty();
    }
    String body = text.substring(from + "KEY-----\n".length(), end).replace("\n", "");
    return Optional.of(PublicKey.of(Base64.getDecoder().decode(body)));
  }
}
