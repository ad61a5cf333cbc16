package kit.modules.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * The first block of a file with PEM blocks (RFC 7468): a certificate or a request, nothing secret.
 *
 * @param path the file
 */
record PemFile(String path) implements Query<PemFile.Pem> {

  /** What is known of the block. */
  enum State {
    HELD,
    ABSENT,
    /** A private key, which stays where it is, or no PEM at all. */
    OTHER,
    UNREADABLE,
    /** A call before this one makes it: check mode only. */
    EXPECTED
  }

  /**
   * What the file holds.
   *
   * @param state whether the block is here
   * @param text the lines of the block; empty unless it is here
   */
  record Pem(State state, String text) {

    static Pem without(State why) {
      return new Pem(why, "");
    }

    /** The block in a text that a playbook gives. */
    static Pem in(String text) {
      int from = text.indexOf("-----BEGIN ");
      int end = text.indexOf("-----END ", Math.max(from, 0));
      boolean block = from >= 0 && end > 0 && !text.substring(from, end).contains("PRIVATE KEY");
      return block
          ? new Pem(State.HELD, text.substring(from, end) + "-----END")
          : without(State.OTHER);
    }

    /**
     * The bytes in it.
     *
     * @throws Der.Malformed if there are none
     */
    byte[] bytes() {
      StringBuilder body = new StringBuilder();
      for (String line : text.split("\n")) {
        if (!line.startsWith("-----") && line.indexOf(':') < 0) {
          body.append(line.strip());
        }
      }
      try {
        return Base64.getDecoder().decode(body.toString().getBytes(StandardCharsets.US_ASCII));
      } catch (IllegalArgumentException e) {
        throw new Der.Malformed("it is no base64");
      }
    }
  }

  /** A blank before each line of a file tells it from the words of this script. */
  private static final String FUNCTION =
      """
      kit_pem() {
      if [ ! -e "$1" ]; then echo absent
      elif [ ! -f "$1" ]; then echo other
      elif [ ! -r "$1" ]; then echo unreadable
      else echo held
      sed -n -e '/^-----BEGIN .*PRIVATE KEY/q' -e '/^-----BEGIN /,/^-----END /{s/^/ /;p;/^ -----END /q;}' -e 2000q <"$1"
      fi; }
      """;

  @Override
  public Probe<Pem> probe(List<Query<Pem>> batch) {
    StringBuilder script = new StringBuilder(FUNCTION);
    for (Query<Pem> query : batch) {
      script.append("kit_pem ").append(Sh.path(((PemFile) query).path)).append('\n');
    }
    script.append("unset -f kit_pem\n");
    int asked = batch.size();
    return new Probe<>(
        script.toString(),
        output ->
            Blocks.read(
                new String(output.out(), StandardCharsets.ISO_8859_1), asked, PemFile::answer));
  }

  private static Pem answer(String word, List<String> block) {
    return switch (word) {
      case "held" ->
          block.isEmpty()
              ? Pem.without(State.OTHER)
              : new Pem(State.HELD, String.join("\n", block) + "\n");
      case "absent" -> Pem.without(State.ABSENT);
      case "other" -> Pem.without(State.OTHER);
      default -> Pem.without(State.UNREADABLE);
    };
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
