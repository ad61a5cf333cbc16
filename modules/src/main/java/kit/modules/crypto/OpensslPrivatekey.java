package kit.modules.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kit.modules.crypto.KeyFile.Key;
import kit.modules.crypto.KeyFile.State;
import kit.query.HostPath;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Makes a private key, with openssl on the host. The key never leaves the host; kit sees its public
 * part.
 *
 * <p>A key that is there and fits stays. One of another type, size, curve or, where {@code format}
 * says so, format is replaced by a new one; one that cannot be read, because it is broken or the
 * passphrase is another, is an error. {@code regenerate} says otherwise. The result has {@code
 * path, type, size, curve, fingerprint}.
 *
 * <pre>{@code
 * opensslPrivatekey path: '/etc/ssl/private/shop.key', type: 'ECC', curve: 'secp256r1'
 * opensslPrivatekey path: '/etc/ssl/private/ca.key', passphrase: password, backup: true
 * }</pre>
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x})
 * @param state present (by default) or absent
 * @param type RSA (by default), ECC, Ed25519, Ed448, X25519 or X448
 * @param size bits of an RSA key; 4096 by default
 * @param curve of an ECC key: secp256r1, secp384r1, secp521r1, secp224r1, secp256k1, secp192r1,
 *     brainpoolP256r1, brainpoolP384r1, brainpoolP512r1
 * @param passphrase protects the key; kept out of argument lists
 * @param cipher how the passphrase protects it: auto (by default), which is aes-256-cbc, or another
 *     that openssl knows, such as aes-128-cbc
 * @param format pkcs1, pkcs8, auto (pkcs1 for RSA and ECC, pkcs8 for others), or auto_ignore (by
 *     default): the format of a key that is there does not matter, a new one is written as with
 *     auto, but with a passphrase as pkcs8
 * @param formatMismatch what is done about a key in another format: regenerate (by default) makes a
 *     new key, convert keeps the key
 * @param regenerate when a key that is there is replaced: never; fail, which is an error if it does
 *     not fit; partial_idempotence (by default) if it does not fit; full_idempotence also if it
 *     cannot be read or has no passphrase where one is given; always
 * @param force the same as {@code regenerate: 'always'}; off by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param mode permissions; 0600 by default
 * @param owner user name or number; unchanged by default
 * @param group group name or number; unchanged by default
 */
@FileRights
@Lacks(value = "returnContent", instead = "keys do not travel; slurp reads a file")
@Lacks(value = "selectCryptoBackend", instead = "the host's openssl makes the key")
@Lacks(
    value = {"content", "contentBase64"},
    instead = "copy writes a key that is there already")
public record OpensslPrivatekey(
    String path,
    @Default("present") Presence state,
    @Default("RSA") KeyType type,
    @Default("4096") int size,
    Optional<Curve> curve,
    Optional<String> passphrase,
    @Default("auto") String cipher,
    @Default("auto_ignore") KeyFormat format,
    @Default("regenerate") Mismatch formatMismatch,
    @Default("partial_idempotence") Regenerate regenerate,
    @Default("false") boolean force,
    @Default("false") boolean backup,
    @Default("0600") Mode mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  /** What is done about a key in another format. */
  public enum Mismatch {
    REGENERATE,
    CONVERT
  }

  @Override
  public String label() {
    return path;
  }

  @Override
  public Plan plan(Host host) {
    String secret = Passphrase.of(passphrase, "passphrase");
    NewKey wanted = new NewKey(type, size, curve, secret, cipher, format);
    Rights rights = new Rights(Optional.of(mode), owner, group);
    String file = HostPath.of(host, path, "path");
    Place place = new Place(file, rights, backup, 0600);
    KeyFile question = new KeyFile(file, secret);
    host.askAll(question, place.file(), place.folder());
    Key old = host.ask(question);
    if (state == Presence.ABSENT) {
      Plan plan = place.removed(host, text(old));
      return plan instanceof Change change
          ? change.predicts(question, Key.without(State.ABSENT))
          : plan;
    }
    Optional<Plan> refusal = place.refusal(host);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean always = force || regenerate == Regenerate.ALWAYS;
    return switch (old.state()) {
      case ABSENT -> made(host, place, question, old, wanted, "create " + file);
      case OTHER, UNREADABLE, NO_OPENSSL ->
          Plan.refused(old.objection(file, host.user()).orElse(""), old.hint());
      case EXPECTED -> Plan.unchanged(file + " is made before", Map.of("path", file));
      case HELD, LOCKED, BROKEN ->
          always
              ? made(host, place, question, old, wanted, "make " + file + " anew")
              : compared(host, place, question, old, wanted);
    };
  }

  private Plan compared(Host host, Place place, KeyFile question, Key old, NewKey wanted) {
    String file = place.path();
    boolean bare = passphrase.isPresent() && !old.locked();
    if (old.state() != State.HELD || bare) {
      String why =
          old.objection(file, host.user()).orElse(file + " is not protected by a passphrase");
      return regenerate == Regenerate.FULL_IDEMPOTENCE
          ? made(host, place, question, old, wanted, "replace " + file + ": " + why)
          : Plan.refused(
              why,
              passphrase.isEmpty() && old.locked()
                  ? "passphrase: opens it"
                  : "regenerate: 'full_idempotence' makes a new key in its place");
    }
    String misfit = wanted.misfit(old.key().orElseThrow());
    KeyFormat has = KeyFormat.of(old.header());
    boolean other = format != KeyFormat.AUTO_IGNORE && has != wanted.written();
    if (misfit.isEmpty() && other && formatMismatch == Mismatch.CONVERT) {
      return converted(host, place, question, old, wanted);
    }
    if (misfit.isEmpty() && other) {
      misfit = "it is in " + has.word() + ", not " + wanted.written().word();
    }
    if (misfit.isEmpty() || regenerate == Regenerate.NEVER) {
      return place.kept(host, file + " is there", values(file, old.key()));
    }
    return regenerate == Regenerate.FAIL
        ? Plan.refused(file + " does not fit: " + misfit, "regenerate: 'partial_idempotence'")
        : made(host, place, question, old, wanted, "replace " + file + ": " + misfit);
  }

  private Change made(
      Host host, Place place, KeyFile question, Key old, NewKey wanted, String summary) {
    Change change = Plan.change(summary).diff(Diff.of(place.path(), text(old), wanted.text()));
    return written(host, place, question, change, wanted.script());
  }

  private Change converted(Host host, Place place, KeyFile question, Key old, NewKey wanted) {
    String after = text(old).replace(KeyFormat.of(old.header()).word(), wanted.written().word());
    Change change =
        Plan.change("convert " + place.path()).diff(Diff.of(place.path(), text(old), after));
    return written(host, place, question, change, wanted.conversion(place.path()))
        .predicts(question, old);
  }

  private Change written(Host host, Place place, KeyFile question, Change change, String make) {
    String file = place.path();
    Change complete =
        place
            .write(host, change, make, NewKey.shown(question))
            .predicts(question, Key.without(State.EXPECTED));
    for (Map.Entry<String, Object> value : values(file, Optional.empty()).entrySet()) {
      complete = complete.value(value.getKey(), value.getValue());
    }
    return complete.reads(
        outputs -> {
          String printed = outputs.get(0).text();
          Map<String, Object> fields = new LinkedHashMap<>(Place.backupFile(printed));
          NewKey.printed(printed).ifPresent(key -> fields.put("fingerprint", key.fingerprint()));
          return fields;
        });
  }

  private Map<String, Object> values(String file, Optional<PublicKey> key) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", file);
    values.put("type", type.word());
    if (type == KeyType.RSA) {
      values.put("size", size);
    }
    curve.ifPresent(name -> values.put("curve", name.word()));
    key.ifPresent(known -> values.put("fingerprint", known.fingerprint()));
    return values;
  }

  /** For people, without what must not be seen. */
  private static String text(Key key) {
    if (key.state() == State.ABSENT) {
      return "";
    }
    String known = key.key().map(PublicKey::text).orElse("a key that cannot be read");
    String mark = key.key().map(some -> "\n" + some.mark()).orElse("");
    return known
        + (key.locked() ? "\nprotected by a passphrase" : "\nnot protected")
        + (key.header().isEmpty() ? "" : "\n" + KeyFormat.of(key.header()).word())
        + mark
        + "\n";
  }
}
