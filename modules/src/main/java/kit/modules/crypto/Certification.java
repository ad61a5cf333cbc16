package kit.modules.crypto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.modules.crypto.KeyFile.Key;
import kit.modules.crypto.PemFile.Pem;
import kit.modules.crypto.PemFile.State;
import kit.query.HostPath;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Query;
import kit.spi.Sh;

/**
 * The plan for a certificate that should be there.
 *
 * @param call the arguments, checked
 * @param place where it goes
 * @param question asks for the one that is there
 * @param notBefore since when a new one holds
 * @param notAfter until when a new one holds
 */
record Certification(
    X509Certificate call, Place place, PemFile question, Instant notBefore, Instant notAfter) {

  Plan plan(Host host) {
    Optional<PemFile> request =
        call.csrPath().map(path -> new PemFile(HostPath.of(host, path, "csrPath")));
    Optional<PemFile> authority =
        call.owncaPath()
            .filter(path -> owned())
            .map(path -> new PemFile(HostPath.of(host, path, "owncaPath")));
    Optional<KeyFile> own =
        key(host, call.privatekeyPath(), call.privatekeyPassphrase(), "privatekey");
    KeyFile signer =
        owned()
            ? key(
                    host,
                    call.owncaPrivatekeyPath(),
                    call.owncaPrivatekeyPassphrase(),
                    "owncaPrivatekey")
                .orElseThrow()
            : own.orElseThrow();
    List<Query<?>> questions =
        new ArrayList<>(List.of(question, place.file(), place.folder(), signer));
    request.ifPresent(questions::add);
    authority.ifPresent(questions::add);
    own.ifPresent(questions::add);
    host.askAll(questions.toArray(new Query<?>[0]));
    Optional<Plan> refusal = place.refusal(host);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    for (KeyFile file : own.isPresent() ? List.of(signer, own.get()) : List.of(signer)) {
      Key key = host.ask(file);
      Optional<String> objection = key.objection(file.path(), host.user());
      if (objection.isPresent()) {
        return Plan.refused(objection.get(), key.hint());
      }
    }
    try {
      Optional<Pem> asked =
          request.isPresent() ? request.map(host::ask) : call.csrContent().map(Pem::in);
      Optional<Pem> signing =
          !owned()
              ? Optional.empty()
              : Optional.of(
                  authority.map(host::ask).orElseGet(() -> Pem.in(call.owncaContent().orElse(""))));
      Inputs inputs =
          Inputs.of(
              asked,
              request.map(PemFile::path).orElse("csrContent"),
              signing,
              authority.map(PemFile::path).orElse("owncaContent"),
              host.ask(signer),
              own.map(host::ask));
      return compared(host, inputs, request, authority, signer);
    } catch (Inputs.Unfit e) {
      return Plan.refused(e.getMessage(), e.hint());
    }
  }

  private boolean owned() {
    return call.provider().equals(Optional.of(Provider.OWNCA));
  }

  private static Optional<KeyFile> key(
      Host host, Optional<String> path, Optional<String> passphrase, String argument) {
    String secret = Passphrase.of(passphrase, argument + "Passphrase");
    return path.map(text -> new KeyFile(HostPath.of(host, text, argument + "Path"), secret));
  }

  private Plan compared(
      Host host,
      Inputs inputs,
      Optional<PemFile> request,
      Optional<PemFile> authority,
      KeyFile signer) {
    Instant now = host.now();
    Optional<Certificate> old = X509Certificate.old(host.ask(question));
    String why =
        call.force() ? "force" : old.map(some -> misfit(some, inputs, now)).orElse("it is broken");
    if (why.isEmpty()) {
      Certificate there = old.orElseThrow();
      return place.kept(
          host, there.subject().text() + " is certified", values(place.path(), there, now));
    }
    Optional<Certificate> by = inputs.authority();
    if (by.isPresent() && by.get().notAfter().isBefore(now)) {
      return Plan.refused(
          "the certificate of the authority has expired on " + by.get().notAfter(), "renew it");
    }
    boolean exists = host.ask(place.file()).exists();
    Change change =
        Plan.change(exists ? "replace " + place.path() + ": " + why : "create " + place.path())
            .diff(
                Diff.of(
                    place.path(),
                    old.map(some -> some.text(now)).orElse(exists ? "no certificate\n" : ""),
                    inputs.text() + validity(inputs, now)));
    String files =
        call.csrContent().map(text -> file("request", text)).orElse("")
            + (owned() ? call.owncaContent().map(text -> file("authority", text)).orElse("") : "");
    Issuance issuance =
        new Issuance(
            request.map(PemFile::path).map(Sh::path).orElse(requested()),
            owned() ? authority.map(PemFile::path).map(Sh::path).orElse("authority") : "",
            signer,
            owned() ? call.owncaDigest() : call.selfsignedDigest(),
            notBefore,
            notAfter);
    String path = place.path();
    return place
        .write(host, change, files + issuance.script(), "cat -- " + Sh.path(path) + "\n")
        .predicts(question, Pem.without(State.EXPECTED))
        .value("path", path)
        .reads(
            outputs -> {
              String printed = outputs.get(0).text();
              Map<String, Object> fields = new LinkedHashMap<>(Place.backupFile(printed));
              X509Certificate.old(Pem.in(printed))
                  .ifPresent(made -> fields.putAll(values(path, made, now)));
              return fields;
            });
  }

  private String requested() {
    return call.csrContent().isPresent() ? "request" : "";
  }

  private static String file(String name, String text) {
    return "printf '%s\\n' " + Sh.quote(text.strip()) + " >" + name + " || exit\n";
  }

  private String misfit(Certificate old, Inputs inputs, Instant now) {
    String why = Misfit.of(old, inputs);
    boolean exact = !call.ignoreTimestamps();
    return why.isEmpty()
        ? Misfit.ofTime(old, notBefore, notAfter, exact, call.remainingDays(), now)
        : why;
  }

  private String validity(Inputs inputs, Instant now) {
    String unknown = "as the authority, which is not there yet";
    String issuer =
        owned()
            ? inputs.authority().map(by -> by.subject().text()).orElse(unknown)
            : inputs.request().map(by -> by.subject().text()).orElse("itself");
    return Certificate.validity(issuer, notBefore, notAfter, now);
  }

  private static Map<String, Object> values(String path, Certificate some, Instant now) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("path", path);
    values.put("notBefore", some.notBefore().toString());
    values.put("notAfter", some.notAfter().toString());
    values.put("daysLeft", Certificate.daysLeft(some.notAfter(), now));
    values.put("serialNumber", some.serial().toString());
    return values;
  }
}
