package kit.modules.source;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** Programs that fetch a URL. */
enum Downloader {
  CURL("curl"),
  WGET("wget"),
  BUSYBOX("busybox's wget"),
  NONE("nothing");

  private final String word;

  Downloader(String word) {
    this.word = word;
  }

  /** As a message calls it. */
  String word() {
    return word;
  }

  /** Which of them the host has, the best first. */
  record Present() implements Query<Downloader> {

    private static final String SCRIPT =
        """
        if command -v curl >/dev/null 2>&1; then echo CURL
        elif command -v wget >/dev/null 2>&1; then
        case $(wget --version 2>&1 </dev/null) in *GNU*) echo WGET;; *) echo BUSYBOX;; esac
        else echo NONE; fi
        """;

    @Override
    public Probe<Downloader> probe(List<Query<Downloader>> batch) {
      return new Probe<>(
          SCRIPT,
          output -> Collections.nCopies(batch.size(), Downloader.valueOf(output.text().strip())));
    }

    @Override
    public Set<Resource> about() {
      return Set.of(new Resource("package", "*"));
    }
  }
}
