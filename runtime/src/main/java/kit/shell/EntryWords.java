package kit.shell;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Words for the way into a shell that nobody can foresee.
 *
 * @param session begins the marker lines of the session
 * @param strands begins the lines that take a terminal's outputs apart
 * @param asked comes before anything that asks for a password
 * @param prompt what sudo asks with
 * @param ready comes when the user has become the other one
 * @param file part of the name of a file
 */
record EntryWords(
    String session, String strands, String asked, String prompt, String ready, String file) {

  static EntryWords from(SecureRandom random) {
    String nonce = nonce(random);
    return new EntryWords(
        nonce, nonce(random), nonce + "ask", nonce + "pw", nonce + "ok", nonce(random));
  }

  private static String nonce(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
