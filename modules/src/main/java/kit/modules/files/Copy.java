package kit.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Source;

/**
 * Puts a file with a given content onto the host.
 *
 * <pre>{@code
 * copy dest: '/etc/motd', content: 'hello\n'
 * }</pre>
 *
 * <p>A file of the controller, with all that can be said about it; a file that is on the host
 * already; a file that is only made if there is none:
 *
 * <pre>{@code
 * copy src: 'sshd_config', dest: '/etc/ssh/', mode: '0600', owner: 'root', backup: true,
 *     validate: '/usr/sbin/sshd -t -f %s'
 * copy src: '/etc/skel/.profile', dest: '/root/.profile', remoteSrc: true
 * copy dest: '/etc/app.conf', content: 'port=8080\n', force: false
 * }</pre>
 *
 * <p>The file is replaced at once: a reader sees the old or the new content. If {@code dest} is a
 * symbolic link, what it leads to is written.
 *
 * @param src file to copy: looked for in {@code files/} of the role and beside the playbook, or on
 *     the host if {@code remoteSrc} is on; either this or {@code content}; a directory is an error
 * @param content text to write, in UTF-8; either this or {@code src}
 * @param dest absolute path on the host, or from a home directory ({@code ~/x}); in an existing
 *     directory, or if it ends with a slash, the file keeps the name of {@code src}; a directory
 *     named by such a slash is made if missing, any other missing directory is an error
 * @param remoteSrc whether {@code src} is on the host; off by default
 * @param directoryMode mode of directories that are made; 0755 by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param validate command that must succeed before the file is replaced; {@code %s} in it becomes
 *     the path of the new file, and without {@code %s} it is an error; none by default
 * @param force whether a file that is there is replaced if it differs; on by default
 * @param mode permissions, {@code '0644'}, {@code 'u=rw,go=r'}, or {@code 'preserve'} for those of
 *     {@code src}; an existing file keeps its own by default, a new one gets 0644, or 0600 if its
 *     content is secret
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 */
public record Copy(
    Optional<String> src,
    Optional<String> content,
    String dest,
    @Default("false") boolean remoteSrc,
    Optional<Mode> directoryMode,
    @Default("false") boolean backup,
    Optional<String> validate,
    @Default("true") boolean force,
    Optional<Mode> mode,
    Optional<String> owner,
    Optional<String> group)
    implements Module {

  @Override
  public String label() {
    return dest;
  }

  @Override
  public Plan plan(Host host) {
    if (src.isPresent() == content.isPresent()) {
      throw new PlanException(
          src.isPresent() ? "both src and content are given" : "neither src nor content is given",
          "give one of them");
    }
    Attributes attributes = new Attributes(mode, owner, group);
    if (content.isPresent()) {
      byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
      return deliver(host, Optional.empty(), bytes, attributes, false);
    }
    String file = src.orElseThrow();
    if (file.endsWith("/")) {
      throw new PlanException(
          "src '" + file + "' is a directory, and copy takes files only for now",
          "copy its files one by one");
    }
    if (remoteSrc) {
      return new RemoteCopy(file, dest, force, directoryMode, attributes, backup, validate)
          .plan(host);
    }
    Source source = host.source("files", file);
    return deliver(
        host,
        Optional.of(HostPath.name(file)),
        source.bytes(),
        attributes.preserving(source.mode()),
        source.secret());
  }

  private Plan deliver(
      Host host, Optional<String> name, byte[] bytes, Attributes attributes, boolean secret) {
    return new Delivery(
            dest, name, bytes, force, directoryMode, attributes, backup, validate, secret)
        .plan(host);
  }
}
