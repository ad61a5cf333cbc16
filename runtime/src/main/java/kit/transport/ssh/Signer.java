package kit.transport.ssh;

import java.io.IOException;
import java.util.List;

/** Signs with a private key that need not be known to sshj, or not to this process at all. */
interface Signer {

  /** The public half, or a certificate of it, as SSH sends it. */
  byte[] blob();

  /** The names of the signatures it can make, the preferred one first. */
  List<String> algorithms() throws IOException;

  /** Name of the algorithm and signature, as SSH sends it. */
  byte[] sign(String algorithm, byte[] data) throws IOException;

  /** The signatures that a type of key can make: for RSA keys they have other names. */
  static List<String> algorithms(String type) {
    return switch (type) {
      case "ssh-rsa" -> List.of("rsa-sha2-512", "rsa-sha2-256");
      case "ssh-rsa-cert-v01@openssh.com" ->
          List.of("rsa-sha2-512-cert-v01@openssh.com", "rsa-sha2-256-cert-v01@openssh.com");
      default -> List.of(type);
    };
  }
}
