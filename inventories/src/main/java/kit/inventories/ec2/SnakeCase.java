package kit.inventories.ec2;

import static java.lang.Character.isDigit;
import static java.lang.Character.isLowerCase;
import static java.lang.Character.isUpperCase;

/** Names of Amazon's model as Ansible's {@code camel_dict_to_snake_dict} writes them. */
final class SnakeCase {
  private SnakeCase() {}

  /** {@code PublicDnsName} is public_dns_name, {@code TargetGroupARNs} target_group_arns. */
  static String of(String camel) {
    int end = camel.length();
    int plural = end - 1;
    while (plural > 0 && isUpperCase(camel.charAt(plural - 1))) {
      plural--;
    }
    boolean abbreviations = camel.endsWith("s") && end - 1 - plural >= 3;
    StringBuilder snake = new StringBuilder(end + 8);
    for (int i = 0; i < end; i++) {
      char c = camel.charAt(i);
      if (isUpperCase(c) && i > 0 && !(abbreviations && i > plural)) {
        char before = camel.charAt(i - 1);
        boolean word = i + 1 < end && isLowerCase(camel.charAt(i + 1));
        if (word || isLowerCase(before) || isDigit(before) || abbreviations && i == plural) {
          snake.append('_');
        }
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
