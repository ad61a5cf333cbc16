package kit.template.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.python.Function;
import kit.template.python.Group;

/** The tests by name: Jinja's and Ansible's. */
public final class Tests {

  private Tests() {}

  private static final String ALL =
      """
      CORE
      defined value
      undefined value
      none value
      boolean value
      true value
      false value
      integer value
      float value
      number value
      string value
      mapping value
      sequence value
      iterable value
      callable obj
      sameas value other
      escaped value
      odd value
      even value
      divisibleby value num
      lower value
      upper value
      in value seq
      filter value
      test value
      == a b
      eq a b
      equalto a b
      != a b
      ne a b
      > a b
      gt a b
      greaterthan a b
      >= a b
      ge a b
      < a b
      lt a b
      lessthan a b
      <= a b
      le a b
      MORE
      failed result
      failure result
      succeeded result
      success result
      successful result
      reachable result
      unreachable result
      changed result
      change result
      skipped result
      skip result
      finished result
      started result
      match value pattern='' ignorecase=false multiline=false
      search value pattern='' ignorecase=false multiline=false
      regex value pattern='' ignorecase=false multiline=false match_type='search'
      version value version operator='eq' strict=none version_type=none
      version_compare value version operator='eq' strict=none version_type=none
      any iterable
      all iterable
      truthy value convert_bool=false
      falsy value convert_bool=false
      vault_encrypted value
      subset a b
      issubset a b
      superset a b
      issuperset a b
      contains seq value
      nan x
      isnan x
      uri value schemes=none
      url value schemes=none
      urn value
      FILE
      directory path
      is_dir path
      file path
      is_file path
      link path
      is_link path
      exists path
      link_exists path
      abs path
      is_abs path
      same_file path other
      is_same_file path other
      mount path
      is_mount path
      NET
      in_network ip network
      in_any_network ip networks
      in_one_network ip networks
      ip ip
      ip_address ip
      ipv4 ip
      ipv4_address ip
      ipv4_hostmask ip
      ipv4_netmask mask
      ipv6 ip
      ipv6_address ip
      ipv6_ipv4_mapped ip
      loopback ip
      mac mac
      multicast ip
      private ip
      public ip
      reserved ip
      subnet_of network_a network_b
      supernet_of network_a network_b
      unspecified ip
      """;

  // Built when the first test is looked for.
  private static final class Index {
    static final Map<String, Function> FUNCTIONS = Filters.index(ALL, new Kinds());
  }

  /** The short names of all, for a suggestion. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String line : ALL.split("\n")) {
      String name = line.split(" ")[0];
      if (!name.equals(name.toUpperCase(Locale.ROOT))) {
        names.add(name);
      }
    }
    return names;
  }

  /** The test, by its short name or with the collection in front; null if there is none. */
  public static Function find(String name) {
    return Index.FUNCTIONS.get(Filters.plain(name));
  }

  private static final class Kinds implements Filters.Groups {
    @Override
    public Group make(String name) {
      return switch (name) {
        case "CORE" -> new CoreTests();
        case "MORE" -> new MoreTests();
        case "FILE" -> new FileTests();
        default -> new NetTests();
      };
    }
  }
}
