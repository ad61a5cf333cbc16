package kit.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A module that sets mode, owner and group of files, and none of the rest that Ansible's do. */
@Lacks(
    value = {"seuser", "serole", "setype", "selevel"},
    instead = "kit sets no labels of SELinux: command 'restorecon ...' or 'chcon ...' does")
@Lacks(
    value = {"attributes", "attr"},
    instead = "command 'chattr ...' sets attributes of the file system")
@Lacks(
    value = "unsafeWrites",
    instead = "where a file cannot be replaced (a bind mount), it is written in place without it")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FileRights {}
