package kit.modules.crypto;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Object identifiers and the names that people know them by. */
final class Names {

  /** Attributes of a subject: RFC 4519, RFC 5280, PKCS 9. */
  static final Names SUBJECT =
      new Names(
          Map.ofEntries(
              Map.entry("2.5.4.3", "CN"),
              Map.entry("2.5.4.4", "SN"),
              Map.entry("2.5.4.5", "serialNumber"),
              Map.entry("2.5.4.6", "C"),
              Map.entry("2.5.4.7", "L"),
              Map.entry("2.5.4.8", "ST"),
              Map.entry("2.5.4.9", "street"),
              Map.entry("2.5.4.10", "O"),
              Map.entry("2.5.4.11", "OU"),
              Map.entry("2.5.4.12", "title"),
              Map.entry("2.5.4.15", "businessCategory"),
              Map.entry("2.5.4.17", "postalCode"),
              Map.entry("2.5.4.42", "GN"),
              Map.entry("2.5.4.43", "initials"),
              Map.entry("2.5.4.44", "generationQualifier"),
              Map.entry("2.5.4.46", "dnQualifier"),
              Map.entry("2.5.4.65", "pseudonym"),
              Map.entry("2.5.4.97", "organizationIdentifier"),
              Map.entry("0.9.2342.19200300.100.1.1", "UID"),
              Map.entry("0.9.2342.19200300.100.1.25", "DC"),
              Map.entry("1.2.840.113549.1.9.1", "emailAddress")),
          Map.ofEntries(
              Map.entry("commonname", "2.5.4.3"),
              Map.entry("surname", "2.5.4.4"),
              Map.entry("countryname", "2.5.4.6"),
              Map.entry("localityname", "2.5.4.7"),
              Map.entry("stateorprovincename", "2.5.4.8"),
              Map.entry("streetaddress", "2.5.4.9"),
              Map.entry("organizationname", "2.5.4.10"),
              Map.entry("organizationalunitname", "2.5.4.11"),
              Map.entry("givenname", "2.5.4.42"),
              Map.entry("userid", "0.9.2342.19200300.100.1.1"),
              Map.entry("domaincomponent", "0.9.2342.19200300.100.1.25"),
              Map.entry("e", "1.2.840.113549.1.9.1"),
              Map.entry("email", "1.2.840.113549.1.9.1")));

  /** Purposes of a key: RFC 5280 section 4.2.1.12 and what others added. */
  static final Names PURPOSE =
      new Names(
          Map.ofEntries(
              Map.entry("1.3.6.1.5.5.7.3.1", "serverAuth"),
              Map.entry("1.3.6.1.5.5.7.3.2", "clientAuth"),
              Map.entry("1.3.6.1.5.5.7.3.3", "codeSigning"),
              Map.entry("1.3.6.1.5.5.7.3.4", "emailProtection"),
              Map.entry("1.3.6.1.5.5.7.3.8", "timeStamping"),
              Map.entry("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
              Map.entry("1.3.6.1.5.5.7.3.17", "ipsecIKE"),
              Map.entry("1.3.6.1.5.2.3.5", "pkInitKDC"),
              Map.entry("1.3.6.1.4.1.311.20.2.2", "msSmartcardLogin"),
              Map.entry("1.3.6.1.4.1.311.10.3.4", "msEFS"),
              Map.entry("2.5.29.37.0", "anyExtendedKeyUsage")),
          Map.of(
              "tlswebserverauthentication", "1.3.6.1.5.5.7.3.1",
              "tlswebclientauthentication", "1.3.6.1.5.5.7.3.2",
              "e-mailprotection", "1.3.6.1.5.5.7.3.4",
              "ocspsigning", "1.3.6.1.5.5.7.3.9",
              "anyextendedkeyusage", "2.5.29.37.0"));

  private final Map<String, String> names;
  private final Map<String, String> others;

  private Names(Map<String, String> names, Map<String, String> others) {
    this.names = names;
    this.others = others;
  }

  /** The name of an identifier; itself if it has none. */
  String name(String oid) {
    return names.getOrDefault(oid, oid);
  }

  /** The identifier that a user means by a name, or writes as it is. */
  Optional<String> oid(String written) {
    String word = written.strip().replace(" ", "").toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> entry : names.entrySet()) {
      if (entry.getValue().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(entry.getKey());
      }
    }
    if (others.containsKey(word)) {
      return Optional.of(others.get(word));
    }
    try {
      Encoded.oid(word);
      return Optional.of(word);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
