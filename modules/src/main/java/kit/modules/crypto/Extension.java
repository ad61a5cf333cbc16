package kit.modules.crypto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * An extension of a certificate or of a request for one.
 *
 * @param oid which one
 * @param critical whether who does not know it must refuse
 * @param value what it holds, in hex
 */
record Extension(String oid, boolean critical, String value) {

  static final String KEY_ID = "2.5.29.14";
  static final String KEY_USAGE = "2.5.29.15";
  static final String ALT_NAME = "2.5.29.17";
  static final String CONSTRAINTS = "2.5.29.19";
  static final String NAME_CONSTRAINTS = "2.5.29.30";
  static final String AUTHORITY_KEY_ID = "2.5.29.35";
  static final String PURPOSES = "2.5.29.37";
  static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";

  static Extension of(String oid, boolean critical, byte[] value) {
    return new Extension(oid, critical, hex(value));
  }

  /** Those of a sequence, as requests and certificates have it. */
  static List<Extension> list(Der sequence) {
    List<Extension> list = new ArrayList<>();
    for (Der each : sequence.parts()) {
      List<Der> parts = each.parts();
      boolean marked = parts.size() > 2 && parts.get(1).tag() == Der.BOOLEAN;
      Der value = each.part(marked ? 2 : 1);
      list.add(of(parts.get(0).oid(), marked && parts.get(1).truth(), value.content()));
    }
    return list;
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private Der der() {
    return Der.of(HexFormat.of().parseHex(value));
  }

  /** The line of a configuration of openssl that gives it to something. */
  String line() {
    return oid + " = " + (critical ? "critical," : "") + "DER:" + value + "\n";
  }

  /** For people, the same for all that mean the same: {@code keyUsage critical, keyCertSign}. */
  String text() {
    return name() + " " + (critical ? "critical, " : "") + meaning();
  }

  /** The identifier of a key in either of the extensions that have one. */
  String identifier() {
    return meaning();
  }

  private String name() {
    return switch (oid) {
      case KEY_ID -> "subjectKeyIdentifier";
      case KEY_USAGE -> "keyUsage";
      case ALT_NAME -> "subjectAltName";
      case CONSTRAINTS -> "basicConstraints";
      case NAME_CONSTRAINTS -> "nameConstraints";
      case AUTHORITY_KEY_ID -> "authorityKeyIdentifier";
      case PURPOSES -> "extendedKeyUsage";
      case TLS_FEATURE -> "tlsFeature";
      default -> oid;
    };
  }

  private String meaning() {
    try {
      return switch (oid) {
        case KEY_ID -> hex(der().content());
        case KEY_USAGE -> KeyUsage.decode(der());
        case ALT_NAME -> names(der());
        case CONSTRAINTS -> constraints();
        case NAME_CONSTRAINTS -> nameConstraints();
        case AUTHORITY_KEY_ID -> authority();
        case PURPOSES -> purposes();
        case TLS_FEATURE -> value.equals("3003020105") ? "status_request" : value;
        default -> value;
      };
    } catch (Der.Malformed e) {
      return value;
    }
  }

  /** The key that signed, as it is called; its hash in most certificates. */
  private String authority() {
    for (Der part : der().parts()) {
      if (part.choice() == 0) {
        return hex(part.content());
      }
    }
    return value;
  }

  private static String names(Der sequence) {
    List<String> names = new ArrayList<>();
    sequence.parts().forEach(name -> names.add(GeneralName.decode(name)));
    Collections.sort(names);
    return String.join(", ", names);
  }

  private String purposes() {
    List<String> words = new ArrayList<>();
    der().parts().forEach(oid -> words.add(Names.PURPOSE.name(oid.oid())));
    Collections.sort(words);
    return String.join(", ", words);
  }

  private String constraints() {
    String text = "CA:FALSE";
    for (Der part : der().parts()) {
      if (part.tag() == Der.BOOLEAN) {
        text = part.truth() ? "CA:TRUE" : text;
      } else {
        text += ", pathlen:" + part.number();
      }
    }
    return text;
  }

  private String nameConstraints() {
    StringBuilder text = new StringBuilder();
    for (Der trees : der().parts()) {
      List<String> names = new ArrayList<>();
      trees.parts().forEach(tree -> names.add(GeneralName.decode(tree.part(0))));
      Collections.sort(names);
      text.append(text.isEmpty() ? "" : "; ").append(trees.choice() == 0 ? "only " : "not ");
      text.append(String.join(", ", names));
    }
    return text.toString();
  }
}
