package kit.modules.crypto;

import java.time.Instant;
import kit.spi.Sh;

/**
 * How openssl signs a certificate. {@code openssl ca} is the only part of release 3.0 that takes
 * points in time; its database is made for one certificate and thrown away, the serial is random.
 *
 * @param request path of the request as a shell reads it; empty for a certificate about nobody
 * @param authority path of the authority's certificate as a shell reads it; empty for a self-signed
 *     one
 * @param signer the key that signs
 * @param digest how
 * @param notBefore since when the certificate holds
 * @param notAfter until when it holds
 */
record Issuance(
    String request,
    String authority,
    KeyFile signer,
    Digest digest,
    Instant notBefore,
    Instant notAfter) {

  private static final String CONFIG =
      """
      [ca]
      default_ca = kit
      [kit]
      database = index
      new_certs_dir = .
      rand_serial = yes
      unique_subject = no
      policy = any
      x509_extensions = more
      copy_extensions = copyall
      string_mask = utf8only
      [any]
      commonName = optional
      [more]
      subjectKeyIdentifier = hash
      """;

  /** Sh that makes it as the file {@code new}, see {@link Place#write}. */
  String script() {
    String key = " " + Sh.path(signer.path()) + " -passin stdin";
    String secret = Passphrase.pipe(signer.passphrase());
    StringBuilder script = new StringBuilder("printf %s ");
    script.append(
        Sh.quote(CONFIG + (authority.isEmpty() ? "" : "authorityKeyIdentifier = keyid\n")));
    script.append(" >config && : >index || exit\n");
    if (request.isEmpty()) {
      script.append("printf '[req]\\ndistinguished_name = none\\n[none]\\n' >none || exit\n");
      script.append(secret).append("kit_do openssl req -new -config none -subj / -key").append(key);
      script.append(" -out csr || exit\n");
    }
    script.append(secret).append("kit_do openssl ca -config config -batch -notext -utf8");
    script.append(" -preserveDN ");
    script.append(authority.isEmpty() ? "-selfsign" : "-cert " + authority);
    script.append(" -keyfile").append(key);
    script.append(" -md ").append(digest.word());
    script.append(" -startdate ").append(Timestamp.written(notBefore));
    script.append(" -enddate ").append(Timestamp.written(notAfter));
    script.append(" -in ").append(request.isEmpty() ? "csr" : request);
    return script.append(" -out new || exit\n").toString();
  }
}
