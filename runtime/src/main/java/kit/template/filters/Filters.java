package kit.template.filters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.python.Function;
import kit.template.python.Group;

/** The filters by name: Jinja's, Ansible's, and those of its collections that users rely on. */
public final class Filters {

  private Filters() {}

  // A name and its parameters a line; a line of capitals names the group of those below it.
  private static final String ALL =
      """
      TEXT
      upper s
      lower s
      capitalize s
      title s
      trim value chars=none
      replace s old new count=none
      center value width=80
      indent s width=4 first=false blank=false
      truncate s length=255 killwords=false end='...' leeway=none
      wordwrap s width=79 break_long_words=true wrapstring=none break_on_hyphens=true
      wordcount s
      format value *args **kwargs
      string value
      split s sep=none maxsplit=-1
      comment text style='plain' **kw
      pprint value
      MARKUP
      escape value
      e value
      forceescape value
      safe value
      striptags value
      urlize value trim_url_limit=none nofollow=false target=none rel=none extra_schemes=none
      urlencode value
      xmlattr d autospace=true
      tojson value indent=none
      NUMBER
      int value default=0 base=10
      float value default=
      abs x
      round value precision=0 method='common'
      filesizeformat value binary=false
      log x base=none
      pow x y
      root x base=2
      human_readable size isbits=false unit=none
      human_to_bytes size default_unit=none isbits=false
      random end start=none step=none seed=none
      shuffle mylist seed=none
      random_mac value seed=none
      LIST
      first seq
      last seq
      length obj
      count obj
      list value
      join value d='' attribute=none
      sort value reverse=false case_sensitive=false attribute=none
      unique a case_sensitive=none attribute=none
      min value case_sensitive=false attribute=none
      max value case_sensitive=false attribute=none
      sum iterable attribute=none start=0
      batch value linecount fill_with=none
      slice value slices fill_with=none
      groupby value attribute default=none case_sensitive=false
      reverse value
      dictsort value case_sensitive=false by='key' reverse=false
      items value
      default value default_value='' boolean=false
      d value default_value='' boolean=false
      mandatory a msg=none
      ternary value true_val false_val none_val=none
      bool a
      type_debug o
      attr obj name
      EACH
      map value *args **kwargs
      select value *args **kwargs
      reject value *args **kwargs
      selectattr value *args **kwargs
      rejectattr value *args **kwargs
      SET
      union a b
      intersect a b
      difference a b
      symmetric_difference a b
      zip *args
      zip_longest *args **kwargs
      product *args **kwargs
      permutations iterable r=none
      combinations iterable r
      flatten mylist levels=none skip_nulls=true
      DICT
      combine *terms **kwargs
      dict2items mydict key_name='key' value_name='value'
      items2dict mylist key_name='key' value_name='value'
      subelements obj subelements skip_missing=false
      extract item container morekeys=none
      rekey_on_member data key duplicates='error'
      dict sequence
      dict_kv value key
      counter sequence
      groupby_as_dict sequence attribute
      lists_mergeby *terms **kwargs
      CODEC
      b64encode string encoding='utf-8'
      b64decode string encoding='utf-8'
      hash data hashtype='sha1'
      md5 data
      sha1 data
      checksum data
      crc32 value
      to_uuid string namespace='361E6D51-FAEC-444A-9079-341386DA8E2E'
      quote a
      urldecode value
      urlsplit value query=''
      password_hash password hashtype='sha512' salt=none salt_size=none rounds=none ident=none
      unicode_normalize data form='NFC'
      VAULT
      vault data secret salt=none vault_id='filter_default' wrap_object=false
      unvault vault secret vault_id='filter_default'
      FORMAT
      to_json a **kw
      to_nice_json a indent=4 sort_keys=true **kw
      from_json text
      to_yaml a **kw
      to_nice_yaml a indent=4 **kw
      from_yaml data
      from_yaml_all data
      from_csv data dialect='excel' fieldnames=none delimiter=none skipinitialspace=none strict=none
      PATH
      basename p
      dirname p
      expanduser path
      expandvars path
      path_join paths
      realpath path
      relpath path start=none
      splitext p
      win_basename p
      win_dirname p
      win_splitdrive p
      fileglob pathname
      REGEX
      regex_replace value='' pattern='' replacement='' ignorecase=false multiline=false
      regex_search value regex *args **kwargs
      regex_findall value regex multiline=false ignorecase=false
      regex_escape string re_type='python'
      TIME
      strftime string_format second=none utc=false
      to_datetime string format='%Y-%m-%d %H:%M:%S'
      to_time_unit value unit='ms' **kwargs
      to_milliseconds value **kwargs
      to_seconds value **kwargs
      to_minutes value **kwargs
      to_hours value **kwargs
      to_days value **kwargs
      to_weeks value **kwargs
      to_months value **kwargs
      to_years value **kwargs
      UTILS
      json_query data expr
      version_sort value reverse=false
      keep_keys data target matching_parameter='equality'
      remove_keys data target matching_parameter='equality'
      replace_keys data target matching_parameter='equality'
      get_path var path wantlist=false
      to_paths var prepend='' wantlist=false
      index_of data test value=none key=none fail_on_missing=false wantlist=false
      NET
      ipaddr value query='' version=false alias='ipaddr'
      ipv4 value query=''
      ipv6 value query=''
      ipwrap value query=''
      ipsubnet value query='' index=none
      ipmath value amount
      ip4_hex arg delimiter=''
      nthhost value query=''
      next_nth_usable value offset
      previous_nth_usable value offset
      network_in_network value test
      network_in_usable value test
      reduce_on_network value network
      cidr_merge value action='merge'
      slaac value query=''
      usable_range ip
      hwaddr value query='' alias='hwaddr'
      macaddr value query=''
      """;

  // Built when the first filter is looked for.
  private static final class Index {
    static final Map<String, Function> FUNCTIONS = index(ALL, new Kinds());
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

  /** The filter, by its short name or with the collection in front; null if there is none. */
  public static Function find(String name) {
    return Index.FUNCTIONS.get(plain(name));
  }

  /** The name without a collection that the table holds the plugins of. */
  static String plain(String name) {
    if (name.indexOf('.') < 0) {
      return name;
    }
    for (String collection :
        new String[] {
          "ansible.builtin.", "ansible.utils.", "ansible.netcommon.", "community.general."
        }) {
      if (name.startsWith(collection)) {
        return name.substring(collection.length());
      }
    }
    return name;
  }

  /** Makes the group that goes by a name of the table. */
  interface Groups {
    Group make(String name);
  }

  /** A group that is made when a function of it is called for the first time. */
  private static final class Later implements Group {
    private final String name;
    private final Groups groups;
    private Group made;

    Later(String name, Groups groups) {
      this.name = name;
      this.groups = groups;
    }

    @Override
    public Object call(String function, Object[] arguments) {
      // Groups hold nothing, so two threads may both make one.
      Group group = made;
      if (group == null) {
        group = groups.make(name);
        made = group;
      }
      return group.call(function, arguments);
    }
  }

  static Map<String, Function> index(String lines, Groups groups) {
    Map<String, Function> functions = new HashMap<>(512);
    Group group = null;
    int at = 0;
    while (at < lines.length()) {
      int end = lines.indexOf('\n', at);
      int gap = lines.indexOf(' ', at);
      if (Character.isUpperCase(lines.charAt(at))) {
        group = new Later(lines.substring(at, end), groups);
      } else {
        String name = lines.substring(at, gap);
        functions.put(name, new Function(name, lines.substring(gap + 1, end), group));
      }
      at = end + 1;
    }
    return functions;
  }

  private static final class Kinds implements Groups {
    @Override
    public Group make(String name) {
      return switch (name) {
        case "TEXT" -> new TextFilters();
        case "MARKUP" -> new MarkupFilters();
        case "NUMBER" -> new NumberFilters();
        case "LIST" -> new ListFilters();
        case "EACH" -> new EachFilters();
        case "SET" -> new SetFilters();
        case "DICT" -> new DictFilters();
        case "CODEC" -> new CodecFilters();
        case "VAULT" -> new VaultFilters();
        case "FORMAT" -> new FormatFilters();
        case "PATH" -> new PathFilters();
        case "REGEX" -> new RegexFilters();
        case "TIME" -> new TimeFilters();
        case "UTILS" -> new UtilsFilters();
        default -> new NetFilters();
      };
    }
  }
}
