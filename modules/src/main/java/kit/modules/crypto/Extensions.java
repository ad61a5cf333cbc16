package kit.modules.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kit.spi.PlanException;

/** The extensions that arguments ask for. */
final class Extensions {

  private final List<Extension> list = new ArrayList<>();

  List<Extension> list() {
    return List.copyOf(list);
  }

  private void add(String oid, boolean critical, byte[] value) {
    list.add(Extension.of(oid, critical, value));
  }

  void altNames(List<String> names, boolean critical) {
    if (!names.isEmpty()) {
      List<byte[]> encoded = new ArrayList<>();
      names.forEach(name -> encoded.add(GeneralName.encode(name, "subjectAltName")));
      add(Extension.ALT_NAME, critical, Encoded.sequence(encoded));
    }
  }

  void usage(List<String> words, boolean critical) {
    if (!words.isEmpty()) {
      add(Extension.KEY_USAGE, critical, KeyUsage.encode(words));
    }
  }

  void purposes(List<String> words, boolean critical) {
    List<byte[]> encoded = new ArrayList<>();
    for (String word : words) {
      encoded.add(
          Names.PURPOSE
              .oid(word)
              .map(Encoded::oid)
              .orElseThrow(
                  () ->
                      new PlanException(
                          "extendedKeyUsage cannot have '" + Subject.visible(word) + "'",
                          "serverAuth, clientAuth, ... or an identifier such as 1.3.6.1.5.5.7.3.1")));
    }
    if (!encoded.isEmpty()) {
      add(Extension.PURPOSES, critical, Encoded.sequence(encoded));
    }
  }

  /** {@code CA:TRUE}, {@code pathlen:0}. */
  void constraints(List<String> words, boolean critical) {
    List<byte[]> parts = new ArrayList<>();
    boolean authority = false;
    int length = -1;
    for (String each : words) {
      for (String part : each.split(",")) {
        String word = part.strip().toLowerCase(Locale.ROOT);
        if (word.equals("ca:true") || word.equals("ca:false")) {
          authority = word.endsWith("true");
        } else if (word.matches("(pathlen|pathlenconstraint):[0-9]{1,4}")) {
          length = Integer.parseInt(word.substring(word.indexOf(':') + 1));
        } else {
          throw new PlanException(
              "basicConstraints cannot have '" + Subject.visible(part) + "'",
              "CA:TRUE, CA:FALSE, pathlen:0");
        }
      }
    }
    if (length >= 0 && !authority) {
      throw new PlanException("basicConstraints has a pathlen, but no CA:TRUE", "add 'CA:TRUE'");
    }
    if (authority) {
      parts.add(Encoded.value(Der.BOOLEAN, new byte[] {-1}));
    }
    if (length >= 0) {
      parts.add(Encoded.number(length));
    }
    if (!words.isEmpty()) {
      add(Extension.CONSTRAINTS, critical, Encoded.sequence(parts));
    }
  }

  /** The TLS feature of RFC 7633: status_request, which has the number 5. */
  void mustStaple(boolean wanted, boolean critical) {
    if (wanted) {
      add(Extension.TLS_FEATURE, critical, Encoded.sequence(List.of(Encoded.number(5))));
    }
  }

  void nameConstraints(List<String> permitted, List<String> excluded, boolean critical) {
    List<byte[]> parts = new ArrayList<>();
    trees(parts, 0, permitted, "nameConstraintsPermitted");
    trees(parts, 1, excluded, "nameConstraintsExcluded");
    if (!parts.isEmpty()) {
      add(Extension.NAME_CONSTRAINTS, critical, Encoded.sequence(parts));
    }
  }

  private static void trees(List<byte[]> parts, int number, List<String> names, String argument) {
    if (names.isEmpty()) {
      return;
    }
    byte[][] trees = new byte[names.size()][];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = Encoded.value(Der.SEQUENCE, GeneralName.encode(names.get(i), argument));
    }
    byte[] whole = Encoded.value(Der.SEQUENCE, trees);
    parts.add(Encoded.choice(number, true, Der.of(whole).content()));
  }

  /** The lines of those that are the same in both if they mean the same. */
  static List<String> lines(List<Extension> extensions, List<String> without) {
    List<String> lines = new ArrayList<>();
    for (Extension each : extensions) {
      if (!without.contains(each.oid())) {
        lines.add(each.text());
      }
    }
    lines.sort(null);
    return lines;
  }
}
