package kit.modules.crypto;

import java.util.Optional;
import kit.modules.crypto.KeyFile.Key;
import kit.modules.crypto.PemFile.Pem;
import kit.modules.crypto.PemFile.State;

/**
 * What a certificate is made of. A part that a call before makes is empty: check mode only.
 *
 * @param request what it is asked to say; empty too if there is none, as a self-signed one may do
 * @param authority certificate of the authority; empty too for a self-signed one
 * @param signer the key that signs
 * @param own the key of which it speaks, where that is given
 * @param expected whether a part is not there yet
 */
record Inputs(
    Optional<Request> request,
    Optional<Certificate> authority,
    Key signer,
    Optional<Key> own,
    boolean expected) {

  /** An input that is not fit for it. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String hint;

    Unfit(String message, String hint) {
      super(message);
      this.hint = hint;
    }

    String hint() {
      return hint;
    }
  }

  static Inputs of(
      Optional<Pem> request,
      String requestName,
      Optional<Pem> authority,
      String authorityName,
      Key signer,
      Optional<Key> own) {
    boolean expected =
        request.map(pem -> pem.state() == State.EXPECTED).orElse(false)
            || authority.map(pem -> pem.state() == State.EXPECTED).orElse(false)
            || signer.state() == KeyFile.State.EXPECTED
            || own.map(key -> key.state() == KeyFile.State.EXPECTED).orElse(false);
    Optional<Request> asked =
        request
            .flatMap(pem -> block(pem, requestName, "opensslCsr makes one"))
            .map(bytes -> request(bytes, requestName));
    Optional<Certificate> signing =
        authority
            .flatMap(pem -> block(pem, authorityName, "x509Certificate makes one"))
            .map(bytes -> certificate(bytes, authorityName));
    return new Inputs(asked, signing, signer, own, expected).checked(authorityName);
  }

  private static Optional<byte[]> block(Pem pem, String name, String hint) {
    return switch (pem.state()) {
      case HELD -> Optional.of(bytes(pem, name));
      case EXPECTED -> Optional.empty();
      case ABSENT -> throw new Unfit("there is no " + name, hint);
      case OTHER -> throw new Unfit(name + " holds neither a request nor a certificate in PEM", "");
      case UNREADABLE -> throw new Unfit(name + " cannot be read", "become a user who may");
    };
  }

  private static byte[] bytes(Pem pem, String name) {
    try {
      return pem.bytes();
    } catch (Der.Malformed e) {
      throw new Unfit(name + " is broken: " + e.getMessage(), "");
    }
  }

  private static Request request(byte[] bytes, String name) {
    try {
      Request request = Request.of(bytes);
      if (!request.sound()) {
        throw new Unfit(name + " is not signed by the key that it is for", "make it anew");
      }
      return request;
    } catch (Der.Malformed e) {
      throw new Unfit(name + " is no request for a certificate", "opensslCsr makes one");
    }
  }

  private static Certificate certificate(byte[] bytes, String name) {
    try {
      return Certificate.of(bytes);
    } catch (Der.Malformed e) {
      throw new Unfit(name + " is no certificate", "x509Certificate makes one");
    }
  }

  private Inputs checked(String authorityName) {
    if (authority.isPresent() && signer.key().isPresent()) {
      if (!authority.get().key().equals(signer.key().get())) {
        throw new Unfit("owncaPrivatekeyPath is not the key of " + authorityName, "");
      }
      boolean may =
          authority
              .get()
              .extension(Extension.CONSTRAINTS)
              .map(extension -> extension.text().contains("CA:TRUE"))
              .orElse(false);
      if (!may) {
        throw new Unfit(
            authorityName + " is no certificate of an authority",
            "make its request with basicConstraints: 'CA:TRUE'");
      }
    }
    Optional<PublicKey> key = own.flatMap(Key::key);
    if (request.isPresent() && key.isPresent() && !request.get().key().equals(key.get())) {
      throw new Unfit(
          "the request is for another key than privatekeyPath", "make the request with that key");
    }
    return this;
  }

  /** What the new one will say, for people. */
  String text() {
    if (request.isPresent()) {
      return request.get().text();
    }
    return expected ? "as its request, which is not there yet\n" : "no subject\n";
  }
}
