package kit.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Arguments that Ansible's module has and this one does not, with what to do instead: names in
 * camelCase with commas between them, an equals sign, and the hint.
 *
 * <pre>{@code
 * @Without({"sslMode, sslCert = connectParams: [sslmode: 'require']"})
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Without {
  String[] value();
}
