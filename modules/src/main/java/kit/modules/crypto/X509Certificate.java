package kit.modules.crypto;

import java.time.Instant;
import java.util.Optional;
import kit.modules.crypto.PemFile.Pem;
import kit.modules.crypto.PemFile.State;
import kit.query.HostPath;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Makes a certificate, self-signed or signed by your own authority, with openssl on the host.
 *
 * <p>A certificate that is there stays if it says what its request asks for, is for the same key,
 * is signed by the same authority and has days left. The result has {@code path, notBefore,
 * notAfter, daysLeft, serialNumber}.
 *
 * <pre>{@code
 * x509Certificate path: '/etc/ssl/shop.crt', csrPath: '/etc/ssl/shop.csr',
 *     privatekeyPath: '/etc/ssl/private/shop.key', provider: 'selfsigned'
 * x509Certificate path: '/etc/ssl/shop.crt', csrPath: '/etc/ssl/shop.csr', provider: 'ownca',
 *     owncaPath: '/etc/ssl/ca.crt', owncaPrivatekeyPath: '/etc/ssl/private/ca.key',
 *     owncaNotAfter: '+90d', remainingDays: 30
 * }</pre>
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x})
 * @param state present (by default) or absent
 * @param provider selfsigned or ownca; needed if the certificate should be there
 * @param csrPath path of the request on the host; needed for ownca
 * @param csrContent the request itself, instead of its path
 * @param privatekeyPath path of the key that the certificate is for, on the host; needed for
 *     selfsigned
 * @param privatekeyPassphrase what protects that key; kept out of argument lists
 * @param owncaPath path of the authority's certificate on the host
 * @param owncaContent the authority's certificate itself, instead of its path
 * @param owncaPrivatekeyPath path of the authority's key on the host
 * @param owncaPrivatekeyPassphrase what protects that key; kept out of argument lists
 * @param owncaDigest sha256 (by default), sha224, sha384 or sha512
 * @param owncaNotBefore since when it holds: relative ({@code '+0s'}, by default) or in UTC
 * @param owncaNotAfter until when it holds: relative ({@code '+3650d'}, by default, {@code
 *     '+32w1d2h'}) or in UTC ({@code '20301231235959Z'})
 * @param owncaVersion 3, and no other
 * @param selfsignedDigest as owncaDigest
 * @param selfsignedNotBefore as owncaNotBefore
 * @param selfsignedNotAfter as owncaNotAfter
 * @param selfsignedVersion 3, and no other
 * @param ignoreTimestamps whether a certificate that holds at other times stays; on by default, and
 *     to be turned off with times in UTC only
 * @param remainingDays makes the certificate anew when fewer whole days are left; 0 by default,
 *     which does so once it has expired. Ansible's module does not know it
 * @param force whether it is made anew in any case; off by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param mode permissions; unchanged by default, 0644 for a new file
 * @param owner user name or number; unchanged by default
 * @param group group name or number; unchanged by default
 */
@FileRights
@Lacks(
    value = {"privatekeyContent", "owncaPrivatekeyContent"},
    instead = "keys do not travel: privatekeyPath and owncaPrivatekeyPath name the host's own")
@Lacks(value = "returnContent", instead = "slurp reads the certificate")
@Lacks(value = "selectCryptoBackend", instead = "the host's openssl signs")
@Lacks(
    value = {
      "owncaCreateAuthorityKeyIdentifier",
      "owncaCreateSubjectKeyIdentifier",
      "selfsignedCreateSubjectKeyIdentifier"
    },
    instead = "the identifiers of keys are always written")
@Lacks(
    value = {"acmeAccountkeyPath", "acmeChain", "acmeChallengePath", "acmeDirectory"},
    instead = "providers are selfsigned and ownca")
@Lacks(
    value = {
      "entrustApiClientCertKeyPath",
      "entrustApiClientCertPath",
      "entrustApiKey",
      "entrustApiSpecificationPath",
      "entrustApiUser",
      "entrustCertType",
      "entrustNotAfter",
      "entrustRequesterEmail",
      "entrustRequesterName",
      "entrustRequesterPhone"
    },
    instead = "providers are selfsigned and ownca")
public record X509Certificate(
    String path,
    @Default("present") Presence state,
    Optional<Provider> provider,
    Optional<String> csrPath,
    Optional<String> csrContent,
    Optional<String> privatekeyPath,
    Optional<String> privatekeyPassphrase,
    Optional<String> owncaPath,
    Optional<String> owncaContent,
    Optional<String> owncaPrivatekeyPath,
    Optional<String> owncaPrivatekeyPassphrase,
    @Default("sha256") Digest owncaDigest,
    @Default("+0s") String owncaNotBefore,
    @Default("+3650d") String owncaNotAfter,
    @Default("3") int owncaVersion,
    @Default("sha256") Digest selfsignedDigest,
    @Default("+0s") String selfsignedNotBefore,
    @Default("+3650d") String selfsignedNotAfter,
    @Default("3") int selfsignedVersion,
    @Default("true") boolean ignoreTimestamps,
    @Default("0") int remainingDays,
    @Default("false") boolean force,
    @Default("false") boolean backup,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  @Override
  public String label() {
    return path;
  }

  private boolean authority() {
    return provider.equals(Optional.of(Provider.OWNCA));
  }

  @Override
  public Plan plan(Host host) {
    String file = HostPath.of(host, path, "path");
    Place place = new Place(file, new Rights(mode, owner, group), backup, 0644);
    PemFile question = new PemFile(file);
    if (state == Presence.ABSENT) {
      host.askAll(question, place.file(), place.folder());
      String text = old(host.ask(question)).map(some -> some.text(host.now())).orElse("");
      Plan plan = place.removed(host, text);
      return plan instanceof Change change
          ? change.predicts(question, Pem.without(State.ABSENT))
          : plan;
    }
    check();
    Instant from =
        Timestamp.of(authority() ? owncaNotBefore : selfsignedNotBefore, host.now(), "notBefore");
    Instant until =
        Timestamp.of(authority() ? owncaNotAfter : selfsignedNotAfter, host.now(), "notAfter");
    if (!until.isAfter(from)) {
      throw new PlanException("the certificate would end before it begins", "see notAfter");
    }
    if (remainingDays > 0 && Certificate.daysLeft(until, host.now()) < remainingDays) {
      throw new PlanException(
          "remainingDays is " + remainingDays + ", and a new certificate has fewer",
          "it would be made anew in each run");
    }
    return new Certification(this, place, question, from, until).plan(host);
  }

  private void check() {
    need(provider.isEmpty(), "provider is missing", "provider: 'selfsigned' or 'ownca'");
    need(
        csrPath.isPresent() && csrContent.isPresent(),
        "both csrPath and csrContent are given",
        "give one of them");
    need((authority() ? owncaVersion : selfsignedVersion) != 3, "a version other than 3", "3");
    need(remainingDays < 0, "remainingDays is negative", "days: 30");
    if (authority()) {
      need(csrPath.isEmpty() && csrContent.isEmpty(), "csrPath is missing", "ownca signs requests");
      need(
          owncaPath.isPresent() == owncaContent.isPresent(),
          owncaPath.isPresent()
              ? "both owncaPath and owncaContent are given"
              : "owncaPath is missing",
          "the certificate of the authority");
      need(owncaPrivatekeyPath.isEmpty(), "owncaPrivatekeyPath is missing", "the authority's key");
    } else {
      need(privatekeyPath.isEmpty(), "privatekeyPath is missing", "the key that signs");
    }
  }

  private static void need(boolean wrong, String message, String hint) {
    if (wrong) {
      throw new PlanException(message, hint);
    }
  }

  /** The certificate in a block; empty if there is none. */
  static Optional<Certificate> old(Pem pem) {
    try {
      return pem.state() == State.HELD
          ? Optional.of(Certificate.of(pem.bytes()))
          : Optional.empty();
    } catch (Der.Malformed e) {
      return Optional.empty();
    }
  }
}
