package kit.modules.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kit.spi.Lacks;

/** What of the login of Ansible's modules for MySQL these do otherwise. */
@Lacks(
    value = {
      "caCert",
      "sslCa",
      "clientCert",
      "sslCert",
      "clientKey",
      "sslKey",
      "checkHostname",
      "connectTimeout"
    },
    instead = "configFile: an option file of the client on the host, with ssl-ca=... in [client]")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface MyLacks {}
