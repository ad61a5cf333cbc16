package kit.preflight

import java.nio.file.Files
import java.nio.file.Path

/** Folders of playbooks in the resources of the specs. */
class Corpus {

  static List<Path> folders(String corpus) {
    Files.list(Path.of('src/test/resources', corpus)).withCloseable {
      it.filter { Files.isDirectory(it) && Files.exists(it.resolve('site.groovy')) }.sorted().toList()
    }
  }
}
