package kit.modules.crypto;

import java.util.List;
import java.util.Optional;

/**
 * A request for a certificate (RFC 2986).
 *
 * @param subject whom it is for
 * @param key the key that it is for
 * @param extensions what the certificate shall have
 * @param signed its signature
 */
record Request(Subject subject, PublicKey key, List<Extension> extensions, Signed signed) {

  private static final String EXTENSIONS = "1.2.840.113549.1.9.14";

  /**
   * @throws Der.Malformed if it is none
   */
  static Request of(byte[] bytes) {
    Der outer = Der.of(bytes);
    List<Der> info = outer.part(0).parts();
    if (info.size() < 3 || info.get(0).tag() != Der.INTEGER) {
      throw new Der.Malformed("a part is missing");
    }
    List<Extension> extensions = List.of();
    for (int i = 3; i < info.size(); i++) {
      for (Der attribute : info.get(i).parts()) {
        if (attribute.part(0).oid().equals(EXTENSIONS)) {
          extensions = Extension.list(attribute.part(1).part(0));
        }
      }
    }
    return new Request(
        Subject.of(info.get(1)), PublicKey.of(info.get(2).whole()), extensions, Signed.of(outer));
  }

  /** Whether it is signed by the key that it is for, as far as Java can tell. */
  boolean sound() {
    return signed.by(key).orElse(true);
  }

  /** The certificate's extension; empty if it asks for none such. */
  Optional<Extension> extension(String oid) {
    return extensions.stream().filter(each -> each.oid().equals(oid)).findFirst();
  }

  /** For people, a line for each thing it says. */
  String text() {
    return text(subject, key.text() + " " + key.mark(), extensions);
  }

  static String text(Subject subject, String key, List<Extension> extensions) {
    StringBuilder text = new StringBuilder("subject ").append(subject.text()).append('\n');
    text.append("key ").append(key).append('\n');
    extensions.stream()
        .map(Extension::text)
        .sorted()
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
