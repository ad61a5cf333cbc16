package kit.modules.source;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Some bytes of a file; empty if it cannot be read.
 *
 * @param path the file
 * @param from how many bytes come before; -1 for the last bytes
 * @param length how many bytes
 */
record FilePart(String path, long from, long length) implements Query<FilePart.Bytes> {

  /**
   * Bytes, equal if they are the same.
   *
   * @param all the bytes
   */
  record Bytes(byte[] all) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(all, bytes.all);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(all);
    }
  }

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public Probe<Bytes> probe(List<Query<Bytes>> batch) {
    String file = Sh.path(path);
    String script =
        from < 0
            ? "tail -c " + length + " <" + file
            : from == 0
                ? "head -c " + length + " <" + file
                : "tail -c +" + (from + 1) + " <" + file + " | head -c " + length;
    return new Probe<>(
        "{ [ -f " + file + " ] && " + script + "; } 2>/dev/null\n",
        (Output output) -> List.of(new Bytes(output.out())));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
