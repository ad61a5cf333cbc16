package kit.modules.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kit.spi.Lacks;

/** What of the way to an engine Ansible's modules say and these leave to the client. */
@Lacks(
    value = {
      "apiVersion",
      "dockerApiVersion",
      "tls",
      "validateCerts",
      "tlsVerify",
      "tlsHostname",
      "caCert",
      "tlsCaCert",
      "cacertPath",
      "clientCert",
      "tlsClientCert",
      "certPath",
      "clientKey",
      "tlsClientKey",
      "keyPath",
      "sslVersion",
      "useSshClient",
      "debug"
    },
    instead =
        "the client on the host knows how to reach its engine: dockerHost, its contexts and DOCKER_CERT_PATH")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface EngineLacks {}
