package kit.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.StatFields;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * All that is in a directory, with what stat says of it.
 *
 * @param path the directory
 * @param depth how many levels, 0 for all
 * @param follow whether links are followed
 */
record FileSearch(String path, int depth, boolean follow) implements Query<FileSearch.Found> {

  /**
   * What there is.
   *
   * @param now the host's time in seconds since 1970
   * @param entries by path, in order
   */
  record Found(long now, Map<String, PathStat> entries) {}

  private static final String FIELDS = StatFields.FORMAT;

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder("{\n");
    for (Query<Found> query : batch) {
      ((FileSearch) query).add(script);
    }
    return new Probe<>(script.append("} 2>/dev/null\n").toString(), FileSearch::read);
  }

  /** A line for each entry; a path that has line ends itself is written in hex. */
  private void add(StringBuilder script) {
    String stat = follow ? "stat -L -c" : "stat -c";
    script.append("echo \"T$(date +%s)\"\nfind ").append(follow ? "-L " : "");
    script.append(Sh.path(path)).append(" -mindepth 1");
    script.append(depth > 0 ? " -maxdepth " + depth : "");
    script.append(" \\( -path '*\n*' -exec sh -c 's=$(").append(stat);
    script.append(" \"X").append(FIELDS).append("\" -- \"$0\") && echo \"$s$(printf %s \"$0\"");
    // one by one: busybox's find forgets the first of two that end with +
    script.append(" | od -An -v -tx1 | tr -d \" \\n\")\"' {} \\; \\) -o -exec ");
    script.append(stat).append(" 'N").append(FIELDS).append("%n' -- {} +\n");
  }

  private static List<Found> read(Output output) {
    List<Found> answers = new ArrayList<>();
    for (String line : output.text().split("\n")) {
      if (line.startsWith("T")) {
        answers.add(new Found(Long.parseLong(line.substring(1)), new TreeMap<>()));
      } else if (!line.isEmpty()) {
        String[] fields = line.split("\\|", 13);
        answers.get(answers.size() - 1).entries().put(path(fields), stat(fields));
      }
    }
    return answers;
  }

  private static String path(String[] fields) {
    return fields[0].startsWith("X")
        ? new String(HexFormat.of().parseHex(fields[12]), StandardCharsets.UTF_8)
        : fields[12];
  }

  private static PathStat stat(String[] fields) {
    return StatFields.read(fields[0].substring(1), fields, 1);
  }

  /** As a result tells it. */
  static Map<String, Object> fields(String path, PathStat stat) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", path);
    fields.put("mode", Attributes.octal(stat.mode()));
    fields.put("isreg", stat.type() == Type.FILE);
    fields.put("isdir", stat.type() == Type.DIRECTORY);
    fields.put("islnk", stat.type() == Type.LINK);
    fields.put("uid", stat.uid());
    fields.put("gid", stat.gid());
    fields.put("pw_name", stat.owner());
    fields.put("gr_name", stat.group());
    fields.put("size", stat.size());
    fields.put("mtime", stat.mtime());
    fields.put("atime", stat.atime());
    fields.put("ctime", stat.ctime());
    fields.put("inode", stat.inode());
    fields.put("dev", stat.device());
    fields.put("nlink", stat.links());
    return fields;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.tree(path), new Resource("account", "*"), new Resource("group", "*"));
  }
}
