package kit.modules.crypto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.modules.crypto.KeyFile.Key;
import kit.modules.crypto.PemFile.Pem;
import kit.modules.crypto.PemFile.State;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * Makes a request for a certificate (CSR), with openssl on the host.
 *
 * <p>A request that is there stays if it is for the same key and says the same. The result has
 * {@code path, privatekey}.
 *
 * <pre>{@code
 * opensslCsr path: '/etc/ssl/shop.csr', privatekeyPath: '/etc/ssl/private/shop.key',
 *     commonName: 'shop.example.org', subjectAltName: ['DNS:shop.example.org', 'IP:192.0.2.7'],
 *     extendedKeyUsage: 'serverAuth'
 * }</pre>
 *
 * @param path absolute path of the file, or from a home directory ({@code ~/x})
 * @param state present (by default) or absent
 * @param privatekeyPath path of the private key on the host; needed if the request should be there
 * @param privatekeyPassphrase what protects the key; kept out of argument lists
 * @param digest sha256 (by default), sha224, sha384 or sha512; a request with another stays
 * @param commonName CN of the subject
 * @param countryName C of the subject, two letters
 * @param stateOrProvinceName ST of the subject
 * @param localityName L of the subject
 * @param organizationName O of the subject
 * @param organizationalUnitName OU of the subject
 * @param emailAddress emailAddress of the subject
 * @param subject further attributes: {@code [street: '...', OU: ['a', 'b']]}; their order does not
 *     matter
 * @param subjectOrdered all attributes in their order, as maps of one: {@code [[C: 'DE'], [CN:
 *     'x']]}; instead of all others
 * @param subjectAltName names with their kind: DNS, IP, email, URI, RID, otherName; without it the
 *     common name is taken as a DNS name
 * @param subjectAltNameCritical whether that extension is critical; off by default
 * @param useCommonNameForSan whether the common name is one of the names if there are no others; on
 *     by default
 * @param keyUsage digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment,
 *     keyAgreement, keyCertSign, cRLSign, encipherOnly, decipherOnly
 * @param keyUsageCritical whether that extension is critical; off by default
 * @param extendedKeyUsage serverAuth, clientAuth, codeSigning, emailProtection, timeStamping,
 *     OCSPSigning, ... or identifiers
 * @param extendedKeyUsageCritical whether that extension is critical; off by default
 * @param basicConstraints {@code CA:TRUE}, {@code pathlen:0}
 * @param basicConstraintsCritical whether that extension is critical; off by default
 * @param ocspMustStaple whether a server must staple an OCSP answer; off by default
 * @param ocspMustStapleCritical whether that extension is critical; off by default
 * @param nameConstraintsPermitted what an authority may sign, as in subjectAltName
 * @param nameConstraintsExcluded what an authority may not sign
 * @param nameConstraintsCritical whether that extension is critical; off by default
 * @param force whether the request is made anew in any case; off by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param mode permissions; unchanged by default, 0644 for a new file
 * @param owner user name or number; unchanged by default
 * @param group group name or number; unchanged by default
 */
@FileRights
@Lacks(
    value = "privatekeyContent",
    instead = "keys do not travel: privatekeyPath names the host's own")
@Lacks(value = "returnContent", instead = "slurp reads the request")
@Lacks(value = "selectCryptoBackend", instead = "the host's openssl makes the request")
@Lacks(value = "version", instead = "a request has version 1 and no other")
@Lacks(
    value = {
      "authorityCertIssuer",
      "authorityCertSerialNumber",
      "authorityKeyIdentifier",
      "createSubjectKeyIdentifier",
      "subjectKeyIdentifier"
    },
    instead = "x509Certificate writes the identifiers of keys by itself")
@Lacks(value = "crlDistributionPoints", instead = "kit writes no addresses of revocation lists yet")
public record OpensslCsr(
    String path,
    @Default("present") Presence state,
    Optional<String> privatekeyPath,
    Optional<String> privatekeyPassphrase,
    @Default("sha256") Digest digest,
    @Alias("CN") Optional<String> commonName,
    @Alias("C") Optional<String> countryName,
    @Alias("ST") Optional<String> stateOrProvinceName,
    @Alias("L") Optional<String> localityName,
    @Alias("O") Optional<String> organizationName,
    @Alias("OU") Optional<String> organizationalUnitName,
    @Alias("E") Optional<String> emailAddress,
    Map<String, Object> subject,
    List<Map<String, Object>> subjectOrdered,
    List<String> subjectAltName,
    @Default("false") boolean subjectAltNameCritical,
    @Alias("useCommonNameForSAN") @Default("true") boolean useCommonNameForSan,
    List<String> keyUsage,
    @Default("false") boolean keyUsageCritical,
    @Alias("extKeyUsage") List<String> extendedKeyUsage,
    @Alias("extKeyUsageCritical") @Default("false") boolean extendedKeyUsageCritical,
    List<String> basicConstraints,
    @Default("false") boolean basicConstraintsCritical,
    @Default("false") boolean ocspMustStaple,
    @Default("false") boolean ocspMustStapleCritical,
    List<String> nameConstraintsPermitted,
    List<String> nameConstraintsExcluded,
    @Default("false") boolean nameConstraintsCritical,
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

  @Override
  public Plan plan(Host host) {
    if (state == Presence.PRESENT && privatekeyPath.isEmpty()) {
      throw new PlanException("privatekeyPath is missing", "the key that the request is for");
    }
    Subject name = name();
    List<Extension> extensions = extensions(name);
    String secret = Passphrase.of(privatekeyPassphrase, "privatekeyPassphrase");
    String file = HostPath.of(host, path, "path");
    Place place = new Place(file, new Rights(mode, owner, group), backup, 0644);
    PemFile question = new PemFile(file);
    if (state == Presence.ABSENT) {
      host.askAll(question, place.file(), place.folder());
      Plan plan = place.removed(host, old(host.ask(question)).map(Request::text).orElse(""));
      return plan instanceof Change change
          ? change.predicts(question, Pem.without(State.ABSENT))
          : plan;
    }
    KeyFile keyFile =
        new KeyFile(HostPath.of(host, privatekeyPath.orElse(""), "privatekeyPath"), secret);
    host.askAll(question, keyFile, place.file(), place.folder());
    Optional<Plan> refusal = place.refusal(host);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Key key = host.ask(keyFile);
    Optional<String> objection = key.objection(keyFile.path(), host.user());
    if (objection.isPresent()) {
      return Plan.refused(objection.get(), key.hint());
    }
    Optional<Request> old = old(host.ask(question));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", file);
    values.put("privatekey", keyFile.path());
    if (!force && old.isPresent() && says(old.get(), name, extensions, key)) {
      return place.kept(host, file + " says this", values);
    }
    boolean exists = host.ask(place.file()).exists();
    String shown = key.key().map(known -> known.text() + " " + known.mark()).orElse("a new key");
    Change change =
        Plan.change((exists ? "replace " : "create ") + file)
            .diff(
                Diff.of(
                    file,
                    old.map(Request::text).orElse(exists ? "no request\n" : ""),
                    Request.text(name, shown, extensions)));
    return place
        .write(host, change, script(keyFile, name, extensions), "")
        .predicts(question, Pem.without(State.EXPECTED))
        .value("path", file)
        .value("privatekey", keyFile.path())
        .reads(outputs -> Place.backupFile(outputs.get(0).text()));
  }

  private static Optional<Request> old(Pem pem) {
    try {
      return pem.state() == State.HELD ? Optional.of(Request.of(pem.bytes())) : Optional.empty();
    } catch (Der.Malformed e) {
      return Optional.empty();
    }
  }

  private boolean says(Request old, Subject name, List<Extension> extensions, Key key) {
    boolean named =
        subjectOrdered.isEmpty() ? old.subject().sameAs(name) : old.subject().equals(name);
    return named
        && key.key().equals(Optional.of(old.key()))
        && Extensions.lines(old.extensions(), List.of())
            .equals(Extensions.lines(extensions, List.of()))
        && old.sound();
  }

  private Subject name() {
    Map<String, Object> single = new LinkedHashMap<>();
    countryName.ifPresent(text -> single.put("countryName", text));
    stateOrProvinceName.ifPresent(text -> single.put("stateOrProvinceName", text));
    localityName.ifPresent(text -> single.put("localityName", text));
    organizationName.ifPresent(text -> single.put("organizationName", text));
    organizationalUnitName.ifPresent(text -> single.put("organizationalUnitName", text));
    commonName.ifPresent(text -> single.put("commonName", text));
    emailAddress.ifPresent(text -> single.put("emailAddress", text));
    if (subjectOrdered.isEmpty()) {
      return Subject.of(List.of(single, subject));
    }
    if (!single.isEmpty() || !subject.isEmpty()) {
      throw new PlanException(
          "subjectOrdered and other attributes of the subject are given", "give one of them");
    }
    return Subject.of(subjectOrdered);
  }

  private List<Extension> extensions(Subject name) {
    Extensions extensions = new Extensions();
    List<String> names = new ArrayList<>(GeneralName.split(subjectAltName));
    String common = name.first("2.5.4.3");
    if (names.isEmpty() && useCommonNameForSan && common != null) {
      if (!common.matches("[A-Za-z0-9*._-]+")) {
        throw new PlanException(
            "commonName '" + common + "' cannot be a DNS name",
            "useCommonNameForSan: false, or say subjectAltName");
      }
      names.add("DNS:" + common);
    }
    extensions.altNames(names, subjectAltNameCritical);
    extensions.usage(keyUsage, keyUsageCritical);
    extensions.purposes(extendedKeyUsage, extendedKeyUsageCritical);
    extensions.constraints(basicConstraints, basicConstraintsCritical);
    extensions.mustStaple(ocspMustStaple, ocspMustStapleCritical);
    extensions.nameConstraints(
        nameConstraintsPermitted, nameConstraintsExcluded, nameConstraintsCritical);
    return extensions.list();
  }

  private String script(KeyFile key, Subject name, List<Extension> extensions) {
    StringBuilder config = new StringBuilder("[req]\nprompt = no\nutf8 = yes\n");
    config.append("string_mask = utf8only\ndistinguished_name = name\n");
    config.append(extensions.isEmpty() ? "" : "req_extensions = extensions\n");
    config.append("[name]\n").append(name.lines()).append("[extensions]\n");
    extensions.forEach(each -> config.append(each.line()));
    return "printf %s "
        + Sh.quote(config.toString())
        + " >config || exit\n"
        + Passphrase.pipe(key.passphrase())
        + "kit_do openssl req -new -config config -"
        + digest.word()
        + (name.fields().isEmpty() ? " -subj /" : "")
        + " -key "
        + Sh.path(key.path())
        + " -passin stdin -out new || exit\n";
  }
}
