package kit.modules.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kit.query.Checksum;
import kit.query.Checksum.Algorithm;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;

/**
 * Tells what is at a path: the result's field {@code stat} is a map as Ansible gives it.
 *
 * <pre>{@code
 * def motd = stat path: '/etc/motd'
 * if (!motd.stat.exists) copy dest: '/etc/motd', content: 'hello\n'
 * }</pre>
 *
 * <p>Its keys are exists, path, mode, isreg, isdir, islnk, isblk, ischr, isfifo, issock, isuid,
 * isgid, uid, gid, pw_name, gr_name, size, mtime, atime, ctime (seconds since 1970), inode, dev,
 * nlink, checksum, lnk_target, lnk_source and the permissions rusr to xoth. Where nothing is, only
 * exists is there, and false.
 *
 * @param path absolute path on the host, or from a home directory ({@code ~/x})
 * @param follow whether to look at what a link leads to; off by default
 * @param getChecksum whether to compute the checksum of a regular file; on by default
 * @param checksumAlgorithm how: {@code md5}, {@code sha1} (by default), {@code sha224}, {@code
 *     sha256}, {@code sha384} or {@code sha512}
 */
@Lacks(
    value = {"getAttributes", "getMime", "mime", "mimeType", "attributes", "attr"},
    instead = "command 'lsattr ...' or 'file --mime ...', readOnly: true, tells")
public record Stat(
    @Alias({"dest", "name"}) String path,
    @Default("false") boolean follow,
    @Default("true") boolean getChecksum,
    @Alias({"checksum", "checksum_algo"}) @Default("sha1") Algorithm checksumAlgorithm)
    implements Module {

  @Override
  public String label() {
    return path;
  }

  @Override
  public Plan plan(Host host) {
    String place = HostPath.of(host, path, "path");
    kit.query.Stat question = new kit.query.Stat(place, follow);
    Checksum sum = new Checksum(place, checksumAlgorithm);
    if (getChecksum) {
      host.askAll(question, sum);
    }
    PathStat there = host.ask(question);
    if (!there.exists()) {
      return Plan.unchanged("there is no " + place, Map.of("stat", Map.of("exists", false)));
    }
    boolean summed = getChecksum && there.type() == Type.FILE;
    Map<String, Object> fields = fields(place, there, summed ? host.ask(sum) : Optional.empty());
    return Plan.unchanged(place + " is a " + there.type().word(), Map.of("stat", fields));
  }

  private static Map<String, Object> fields(String path, PathStat there, Optional<String> sum) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("exists", true);
    fields.put("path", path);
    fields.put("mode", Attributes.octal(there.mode()));
    fields.put("isreg", there.type() == Type.FILE);
    fields.put("isdir", there.type() == Type.DIRECTORY);
    fields.put("islnk", there.type() == Type.LINK);
    fields.put("isblk", there.type() == Type.BLOCK);
    fields.put("ischr", there.type() == Type.CHAR);
    fields.put("isfifo", there.type() == Type.FIFO);
    fields.put("issock", there.type() == Type.SOCKET);
    fields.put("isuid", (there.mode() & 04000) != 0);
    fields.put("isgid", (there.mode() & 02000) != 0);
    fields.put("uid", there.uid());
    fields.put("gid", there.gid());
    fields.put("pw_name", there.owner());
    fields.put("gr_name", there.group());
    fields.put("size", there.size());
    fields.put("mtime", there.mtime());
    fields.put("atime", there.atime());
    fields.put("ctime", there.ctime());
    fields.put("inode", there.inode());
    fields.put("dev", there.device());
    fields.put("nlink", there.links());
    String[] permissions = {"rusr", "wusr", "xusr", "rgrp", "wgrp", "xgrp", "roth", "woth", "xoth"};
    for (int i = 0; i < permissions.length; i++) {
      fields.put(permissions[i], (there.mode() & 0400 >> i) != 0);
    }
    sum.ifPresent(hex -> fields.put("checksum", hex));
    if (there.type() == Type.LINK) {
      fields.put("lnk_target", there.target());
      fields.put("lnk_source", there.realPath());
    }
    return fields;
  }
}
