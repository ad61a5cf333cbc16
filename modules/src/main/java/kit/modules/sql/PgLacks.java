package kit.modules.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kit.spi.Lacks;

/** What of the login of Ansible's modules for PostgreSQL these do otherwise. */
@Lacks(
    value = {"sslMode", "sslCert", "sslKey", "caCert", "sslRootcert"},
    instead =
        "connectParams: [sslmode: 'verify-full', sslrootcert: '/etc/ssl/ca.pem'], as libpq calls them")
@Lacks(value = "sessionRole", instead = "connectParams: [options: '-c role=NAME']")
@Lacks(value = "trustInput", instead = "leave it out: names and values are always quoted")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface PgLacks {}
