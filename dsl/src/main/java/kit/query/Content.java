package kit.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kit.query.FileContent.State;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What a file holds; a symbolic link is followed. The bytes travel as they are, since an output
 * ends at its marker and not at a length; so each file is a probe of its own, which costs the one
 * process that reading it costs anyway.
 *
 * @param path the path; taken from {@code /} if relative
 * @param limit how many bytes at most; a bigger file is only reported as too big
 */
public record Content(String path, int limit) implements Query<FileContent> {

  /** Big enough for every file that is edited by lines. */
  public static final int LIMIT = 1024 * 1024;

  public Content(String path) {
    this(path, LIMIT);
  }

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public Probe<FileContent> probe(List<Query<FileContent>> batch) {
    String file = Sh.path(path);
    String script =
        "if [ ! -e "
            + file
            + " ]; then printf a\n"
            + "elif [ ! -f "
            + file
            + " ]; then printf n\n"
            + "elif [ ! -r "
            + file
            + " ]; then printf u\n"
            + "else printf c; head -c "
            + (limit + 1)
            + " -- "
            + file
            + " 2>/dev/null; fi\n";
    return new Probe<>(script, output -> List.of(read(output)));
  }

  private FileContent read(Output output) {
    byte[] out = output.out();
    char first = out.length == 0 ? 'u' : (char) out[0];
    if (first == 'c' && (output.dropped() > 0 || out.length - 1 > limit)) {
      return FileContent.missing(State.TOO_BIG);
    }
    if (first == 'c' && output.rc() == 0) {
      return FileContent.of(Arrays.copyOfRange(out, 1, out.length));
    }
    return FileContent.missing(
        first == 'a' ? State.ABSENT : first == 'n' ? State.NO_FILE : State.UNREADABLE);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
