package kit.modules.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.Checksum.Algorithm;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.FileContent.State;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Resource;

/**
 * How a path will be after a call.
 *
 * @param path the path
 * @param stat what will be there
 */
record Settled(String path, PathStat stat) {

  /**
   * Fields of the result.
   *
   * @param key what the module calls the path
   */
  Map<String, Object> values(String key) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(key, path);
    values.put("state", stat.type().word());
    if (stat.exists()) {
      values.put("mode", Attributes.octal(stat.mode()));
      values.put("owner", stat.owner());
      values.put("group", stat.group());
      values.put("uid", stat.uid());
      values.put("gid", stat.gid());
      values.put("size", stat.size());
    }
    return values;
  }

  /** The change with what it touches, what it predicts, and the fields of its result. */
  Change on(Change change, String key) {
    Change told = predict(change.touches(Resource.path(path)));
    for (Map.Entry<String, Object> value : values(key).entrySet()) {
      told = told.value(value.getKey(), value.getValue());
    }
    return told;
  }

  /** The change with the answers that will hold. */
  Change predict(Change change) {
    if (stat.type() == Type.LINK) {
      return change.predicts(new Stat(path, false), stat);
    }
    if (!stat.linked()) {
      Change told = at(change, path, stat);
      return stat.exists()
          ? told
          : holding(
              told, path, FileContent.missing(State.ABSENT), Optional.empty(), Optional.empty());
    }
    Change told = change.predicts(new Stat(path, true), stat);
    return stat.realPath().isEmpty() ? told : at(told, stat.realPath(), stat.withTarget("", ""));
  }

  /** The change with the answers about the content: of a big file, that it is too big. */
  Change holding(Change change, byte[] content) {
    FileContent held =
        content.length > Content.LIMIT
            ? FileContent.missing(State.TOO_BIG)
            : FileContent.of(content);
    Optional<String> sha256 = Optional.of(Sums.of(content, Algorithm.SHA256));
    Optional<String> sha1 = Optional.of(Sums.of(content, Algorithm.SHA1));
    Change told = holding(change, path, held, sha256, sha1);
    return stat.realPath().isEmpty() ? told : holding(told, stat.realPath(), held, sha256, sha1);
  }

  private static Change at(Change change, String path, PathStat stat) {
    return change.predicts(new Stat(path, true), stat).predicts(new Stat(path, false), stat);
  }

  private static Change holding(
      Change change,
      String path,
      FileContent content,
      Optional<String> sha256,
      Optional<String> sha1) {
    return change
        .predicts(new Content(path), content)
        .predicts(Checksum.sha256(path), sha256)
        .predicts(new Checksum(path, Algorithm.SHA1), sha1);
  }
}
