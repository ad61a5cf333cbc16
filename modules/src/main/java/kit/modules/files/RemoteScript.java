package kit.modules.files;

import java.util.Optional;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.spi.Sh;

/** The sh that copies a file on the host and replaces the old one at once. */
final class RemoteScript {

  private RemoteScript() {}

  static String of(
      String from,
      String to,
      boolean exists,
      PathStat after,
      Attributes wanted,
      boolean backup,
      Optional<String> validate) {
    String dest = Sh.path(to);
    StringBuilder script = new StringBuilder();
    // in the same directory, so that the last step is a rename
    script
        .append("n=$(mktemp ")
        .append(Sh.path(HostPath.inside(HostPath.parent(to), ".kit.XXXXXX")));
    script.append(") || exit\n").append(Sh.atExit("rm -f -- \"$n\""));
    script.append("cat < ").append(Sh.path(from)).append(" > \"$n\" || exit\n");
    if (exists) {
      script.append("chown ").append(after.uid()).append(':').append(after.gid());
      // what nobody asked for is kept as far as the user may
      script.append(" \"$n\" 2>/dev/null\n");
    }
    if (wanted.owner().isPresent()) {
      script.append("chown -- ").append(Sh.quote(after.owner())).append(" \"$n\" || exit\n");
    }
    if (wanted.group().isPresent()) {
      script.append("chgrp -- ").append(Sh.quote(after.group())).append(" \"$n\" || exit\n");
    }
    script.append("chmod ").append(Attributes.exact(after.mode())).append(" \"$n\" || exit\n");
    if (validate.isPresent()) {
      script.append(validate.get().replace("%s", "\"$n\"")).append(" || exit\n");
    }
    if (backup && exists) {
      script.append("cp -p -- ").append(dest).append(' ').append(dest);
      script.append(".$$.$(date +%Y-%m-%d@%H:%M:%S)~ || exit\n");
    }
    return script.append("mv -f -- \"$n\" ").append(dest).append('\n').toString();
  }
}
