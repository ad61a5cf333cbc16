package kit.modules.crypto;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What is known of a private key. The key itself stays on the host: openssl there gives its public
 * part.
 *
 * @param path the file
 * @param passphrase what protects it; empty for none
 */
record KeyFile(String path, String passphrase) implements Query<KeyFile.Key> {

  /** How a look at the file ended. */
  enum State {
    HELD,
    ABSENT,
    /** It is no regular file. */
    OTHER,
    UNREADABLE,
    /** It is protected, and not by this passphrase. */
    LOCKED,
    BROKEN,
    NO_OPENSSL,
    /** A call before this one makes it: check mode only. */
    EXPECTED
  }

  /**
   * A key.
   *
   * @param state whether it could be read
   * @param locked whether a passphrase protects it
   * @param header the first line of the file's block; empty if there is none
   * @param key its public part; empty if it could not be read
   */
  record Key(State state, boolean locked, String header, Optional<PublicKey> key) {

    static Key without(State why) {
      return new Key(why, false, "", Optional.empty());
    }

    /** Why it cannot be used; empty if it can. */
    Optional<String> objection(String path, String user) {
      return switch (state) {
        case HELD, EXPECTED -> Optional.empty();
        case ABSENT -> Optional.of("there is no private key " + path);
        case OTHER -> Optional.of(path + " is no file");
        case UNREADABLE -> Optional.of(path + " cannot be read by " + user);
        case LOCKED -> Optional.of("the passphrase does not open " + path);
        case BROKEN -> Optional.of(path + " holds no private key that openssl can read");
        case NO_OPENSSL -> Optional.of("the host has no openssl");
      };
    }

    /** What to do about it. */
    String hint() {
      return switch (state) {
        case HELD, EXPECTED -> "";
        case ABSENT -> "make it first: opensslPrivatekey path: '...'";
        case OTHER, BROKEN -> "is the path right?";
        case UNREADABLE -> "become a user who may";
        case LOCKED -> "is it the one that the key was made with?";
        case NO_OPENSSL -> "install it first: apt 'openssl'";
      };
    }
  }

  private static final String FUNCTION =
      """
      kit_key() {
      if ! command -v openssl >/dev/null 2>&1; then echo none
      elif [ ! -e "$1" ]; then echo absent
      elif [ ! -f "$1" ]; then echo other
      elif [ ! -r "$1" ]; then echo unreadable
      else
      kit_h=; kit_e=
      while IFS= read -r kit_l; do case $kit_l in
      '-----BEGIN PRIVATE KEY-----' | '-----BEGIN ENCRYPTED PRIVATE KEY-----' | \\
      '-----BEGIN RSA PRIVATE KEY-----' | '-----BEGIN EC PRIVATE KEY-----' | \\
      '-----BEGIN DSA PRIVATE KEY-----' | '-----BEGIN OPENSSH PRIVATE KEY-----') kit_h=$kit_l;;
      Proc-Type:*ENCRYPTED*) kit_e=1;; esac; done <"$1" 2>/dev/null
      printf 'key %s|%s\\n' "$kit_e" "$kit_h"
      printf '%s\\n' "$2" | openssl pkey -in "$1" -passin stdin -pubout 2>/dev/null | sed 's/^/ /'
      fi; }
      """;

  @Override
  public Probe<Key> probe(List<Query<Key>> batch) {
    StringBuilder script = new StringBuilder(FUNCTION);
    for (Query<Key> query : batch) {
      KeyFile file = (KeyFile) query;
      script.append("kit_key ").append(Sh.path(file.path)).append(' ');
      script.append(Sh.quote(file.passphrase)).append('\n');
    }
    script.append("unset -f kit_key; unset kit_h kit_e kit_l\n");
    int asked = batch.size();
    return new Probe<>(
        script.toString(), output -> Blocks.read(output.text(), asked, KeyFile::answer));
  }

  private static Key answer(String word, List<String> block) {
    if (!word.startsWith("key ")) {
      return Key.without(
          switch (word) {
            case "none" -> State.NO_OPENSSL;
            case "absent" -> State.ABSENT;
            case "other" -> State.OTHER;
            default -> State.UNREADABLE;
          });
    }
    int bar = word.indexOf('|');
    String header = word.substring(bar + 1);
    boolean locked = bar > 4 || header.contains("ENCRYPTED");
    if (block.isEmpty()) {
      return new Key(locked ? State.LOCKED : State.BROKEN, locked, header, Optional.empty());
    }
    String lines = String.join("", block.subList(1, block.size() - 1)); // within BEGIN and END
    PublicKey key = PublicKey.of(Base64.getDecoder().decode(lines));
    return new Key(State.HELD, locked, header, Optional.of(key));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }

  /** Without the passphrase. */
  @Override
  public String toString() {
    return "KeyFile[" + path + "]";
  }
}
