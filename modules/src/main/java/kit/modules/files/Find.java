package kit.modules.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * Lists files by name, age, size and content. The result has {@code files}, a list of maps with
 * {@code path, mode, size, mtime, pw_name, ...} as Ansible gives them, in the order of their paths;
 * {@code matched}, how many they are; and {@code examined}, how many were looked at.
 *
 * <pre>{@code
 * def old = find paths: '/var/log', patterns: '*.gz', age: '30d', recurse: true
 * old.files.each { file path: it.path, state: 'absent' }
 * find paths: '/etc/nginx', contains: 'server_name .*example', excludes: '*.bak'
 * }</pre>
 *
 * @param paths directories to look in; one that is missing gives nothing
 * @param patterns what names match, one of these is enough: globs, or regular expressions if {@code
 *     useRegex} is on, which must match from the name's beginning; all names by default
 * @param excludes what names do not match, in the same form
 * @param useRegex whether patterns and excludes are regular expressions; off by default
 * @param recurse whether to look in directories below; off by default
 * @param depth how many levels to look at with {@code recurse}; all by default
 * @param fileType {@code file} by default, {@code directory}, {@code link} or {@code any}
 * @param age how long ago {@code ageStamp} is: {@code '2d'} for two days or more, {@code '-2d'} for
 *     two days or less; units are {@code s m h d w}, seconds without one
 * @param ageStamp which time counts: {@code mtime} by default, {@code atime} or {@code ctime}
 * @param size how big: {@code '10m'} or more, {@code '-1k'} or less; units are {@code b k m g t},
 *     powers of 1024
 * @param contains regular expression, as {@code grep -E} reads it, that a line of a file must match
 *     from its beginning; {@code \d \w \s} may be used too
 * @param hidden whether names that begin with a dot count; off by default
 * @param follow whether links are followed; off by default
 */
@Lacks(
    value = "getChecksum",
    instead = "stat tells the checksum of each: find(...).files.each { stat path: it.path }")
@Lacks(value = "readWholeFile", instead = "contains looks at single lines")
public record Find(
    @Alias({"path", "name"}) List<String> paths,
    @Alias("pattern") List<String> patterns,
    @Alias("exclude") List<String> excludes,
    @Default("false") boolean useRegex,
    @Default("false") boolean recurse,
    Optional<Integer> depth,
    @Default("file") FileType fileType,
    Optional<String> age,
    @Default("mtime") Stamp ageStamp,
    Optional<String> size,
    Optional<String> contains,
    @Default("false") boolean hidden,
    @Default("false") boolean follow)
    implements Module {

  /** What is looked for. */
  public enum FileType {
    FILE,
    DIRECTORY,
    LINK,
    ANY
  }

  /** Which time of a file. */
  public enum Stamp {
    MTIME,
    ATIME,
    CTIME
  }

  @Override
  public String label() {
    return String.join(", ", paths);
  }

  @Override
  public Plan plan(Host host) {
    if (paths.isEmpty()) {
      throw new PlanException("find has no directory to look in", "give paths: '/etc'");
    }
    Names names = Names.of(patterns, excludes, useRegex);
    Optional<Threshold> wantedAge = age.map(text -> Threshold.of(text, "age", "smhdw"));
    Optional<Threshold> wantedSize = size.map(text -> Threshold.of(text, "size", "bkmgt"));
    int levels = recurse ? depth.orElse(0) : 1;
    List<FileSearch> searches = new ArrayList<>();
    for (String path : paths) {
      searches.add(new FileSearch(HostPath.of(host, path, "paths"), levels, follow));
    }
    host.askAll(searches.toArray(new FileSearch[0]));
    Map<String, PathStat> found = new LinkedHashMap<>();
    int examined = 0;
    for (FileSearch search : searches) {
      FileSearch.Found there = host.ask(search);
      examined += there.entries().size();
      for (Map.Entry<String, PathStat> entry : there.entries().entrySet()) {
        PathStat stat = entry.getValue();
        boolean fits =
            names.match(HostPath.name(entry.getKey()), hidden)
                && typed(stat)
                && wantedAge.map(t -> t.holds(there.now() - time(stat))).orElse(true)
                && wantedSize.map(t -> t.holds(stat.size())).orElse(true);
        if (fits) {
          found.put(entry.getKey(), stat);
        }
      }
    }
    if (contains.isPresent()) {
      found = LineMatch.holding(host, contains.get(), found);
    }
    return told(found, examined);
  }

  private boolean typed(PathStat stat) {
    return switch (fileType) {
      case FILE -> stat.type() == Type.FILE;
      case DIRECTORY -> stat.type() == Type.DIRECTORY;
      case LINK -> stat.type() == Type.LINK;
      case ANY -> true;
    };
  }

  private long time(PathStat stat) {
    return switch (ageStamp) {
      case MTIME -> stat.mtime();
      case ATIME -> stat.atime();
      case CTIME -> stat.ctime();
    };
  }

  private static Plan told(Map<String, PathStat> found, int examined) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (Map.Entry<String, PathStat> entry : found.entrySet()) {
      files.add(FileSearch.fields(entry.getKey(), entry.getValue()));
    }
    String count = files.size() + (files.size() == 1 ? " file matches" : " files match");
    return Plan.unchanged(
        count + " of " + examined,
        Map.of("files", files, "matched", files.size(), "examined", examined));
  }
}
