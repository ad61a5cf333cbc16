package kit.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.PathStat;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Query;
import kit.spi.SourceTree.Entry;
import kit.spi.SourceTree.Kind;

/** What a directory of the host holds, as entries to be copied to another place of it. */
final class RemoteTree {

  private RemoteTree() {}

  static List<Entry> entries(Host host, String from, boolean follow) {
    Map<String, PathStat> found = host.ask(new FileSearch(from, 0, follow)).entries();
    List<Query<?>> questions = new ArrayList<>();
    for (Map.Entry<String, PathStat> each : found.entrySet()) {
      switch (each.getValue().type()) {
        case FILE -> questions.add(Checksum.sha256(each.getKey()));
        case LINK -> questions.add(new Stat(each.getKey(), false));
        case DIRECTORY, FIFO, SOCKET, BLOCK, CHAR, ABSENT -> {}
      }
    }
    host.askAll(questions.toArray(new Query<?>[0]));
    List<Entry> entries = new ArrayList<>();
    found.forEach((path, stat) -> add(host, from, path, stat, entries));
    return entries;
  }

  /** Sockets and devices are nothing that can be copied. */
  private static void add(Host host, String from, String path, PathStat stat, List<Entry> entries) {
    String name = path.substring(from.length() + 1);
    switch (stat.type()) {
      case DIRECTORY -> entries.add(entry(name, Kind.DIRECTORY, stat, "", ""));
      case LINK ->
          entries.add(entry(name, Kind.LINK, stat, "", host.ask(new Stat(path, false)).target()));
      case FILE -> {
        Optional<String> sum = host.ask(Checksum.sha256(path));
        entries.add(entry(name, Kind.FILE, stat, sum.orElse(""), ""));
      }
      case FIFO, SOCKET, BLOCK, CHAR, ABSENT -> {}
    }
  }

  private static Entry entry(String name, Kind kind, PathStat stat, String sum, String target) {
    return new Entry(name, kind, stat.mode(), stat.size(), sum, target, () -> new byte[0]);
  }
}
