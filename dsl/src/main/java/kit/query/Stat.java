package kit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What is at a path. All of a batch share one {@code stat}; only what turns out to be a symbolic
 * link costs more.
 *
 * @param path the path; taken from {@code /} if relative
 * @param follow whether to look at what a symbolic link leads to
 */
public record Stat(String path, boolean follow) implements Query<PathStat> {

  // %n comes last and '|' is in no field before it
  private static final String FIELDS = StatFields.FORMAT;

  // what leads nowhere is not resolved: GNU readlink -f never ends on d -> d/a
  private static final String LINK =
      """
      kit_link() {
      t=$(readlink -- "$1" || echo; echo .); t=${t%??}
      r=
      [ ! -e "$1" ] || { r=$(readlink -f -- "$1" || echo; echo .); r=${r%??}; }
      case "$t$r" in
      *[!A-Za-z0-9._/+@:,-]*) echo "X|$(kit_hex "$t")|$(kit_hex "$r")|$2";;
      *) echo "L|$t|$r|$2";;
      esac
      }
      kit_hex() { printf %s "$1" | od -An -v -tx1 | tr -d ' \\n'; }
      """;

  @Override
  public Probe<PathStat> probe(List<Query<PathStat>> batch) {
    List<Stat> questions = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    StringBuilder odd = new StringBuilder();
    // always there: tells a host without a usable stat from one without the files
    plain.add("/");
    for (Query<PathStat> query : batch) {
      Stat stat = (Stat) query;
      if (Argv.plain(stat.path)) {
        plain.add(stat.path);
      } else {
        odd.append(odd(Sh.path(stat.path), "'#" + questions.size() + "'"));
      }
      questions.add(stat);
    }
    StringBuilder script = new StringBuilder("{\n").append(LINK);
    for (String line : Argv.chunks(plain)) {
      script.append("set -- ").append(line).append('\n').append(MERGED);
    }
    script.append(odd).append(":; } 2>/dev/null\n");
    return new Probe<>(script.toString(), output -> StatReader.read(questions, output));
  }

  private static final String MERGED =
      "stat -c 'N|"
          + FIELDS
          + "%n' -- \"$@\"\n"
          + "for p do shift; [ -h \"$p\" ] && set -- \"$@\" \"$p\"; done\n"
          + "[ $# -gt 0 ] && { stat -L -c 'F|"
          + FIELDS
          + "%n' -- \"$@\"; for p do kit_link \"$p\" \"$p\"; done; }\n";

  private static String odd(String path, String key) {
    String name = key.substring(1, key.length() - 1);
    return "stat -c 'N|"
        + FIELDS
        + name
        + "' -- "
        + path
        + "\n"
        + "[ -h "
        + path
        + " ] && { stat -L -c 'F|"
        + FIELDS
        + name
        + "' -- "
        + path
        + "; kit_link "
        + path
        + " "
        + key
        + "; }\n";
  }

  /** The path, and the accounts whose names are part of the answer. */
  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path), new Resource("account", "*"), new Resource("group", "*"));
  }

  @Override
  public Object kind() {
    return Stat.class;
  }
}
