package kit.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Arguments that Ansible's module of this name has and this one has not. Who writes one is told so
 * by name, and not that he has misspelt another. An annotation that carries it may stand for it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(Lacks.All.class)
public @interface Lacks {
  /** Their names, in camelCase. */
  String[] value();

  /** What to do instead, or why nothing has to be done. */
  String instead();

  /** Several of them. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @interface All {
    Lacks[] value();
  }
}
