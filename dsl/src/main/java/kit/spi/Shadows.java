package kit.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an argument is meant to have the name of a general option ({@code timeout}, {@code
 * check}, ...). The option is then reached as {@code options: [timeout: 60.s]}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Shadows {}
