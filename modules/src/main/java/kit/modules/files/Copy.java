package kit.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kit.query.HostPath;
import kit.spi.Default;
import kit.spi.FileRights;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Mode;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Source;
import kit.spi.SourceTree;

/**
 * Puts a file with a given content, or a directory with all that is in it, onto the host.
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
 * <p>A directory is compared in one go and what differs is sent in one stream; what the host's has
 * beside it stays. {@code src: 'site'} makes {@code dest/site}, {@code src: 'site/'} puts what is
 * in it into {@code dest}, as in Ansible. Directories on the way are made; the result has {@code
 * files}, the names of those written:
 *
 * <pre>{@code
 * copy src: 'site/', dest: '/srv/www', owner: 'www-data', mode: '0644', directoryMode: '0755'
 * copy src: '/srv/www/', dest: '/srv/backup', remoteSrc: true, mode: 'preserve'
 * }</pre>
 *
 * <p>The file is replaced at once: a reader sees the old or the new content. If {@code dest} is a
 * symbolic link, what it leads to is written.
 *
 * @param src file or directory to copy: looked for in {@code files/} of the role and beside the
 *     playbook, or on the host if {@code remoteSrc} is on; either this or {@code content}
 * @param content text to write, in UTF-8; either this or {@code src}
 * @param dest absolute path on the host, or from a home directory ({@code ~/x}); in an existing
 *     directory, or if it ends with a slash, the file keeps the name of {@code src}; a directory
 *     named by such a slash is made if missing, any other missing directory is an error
 * @param remoteSrc whether {@code src} is on the host; off by default
 * @param localFollow whether symbolic links in a directory {@code src} stand for what they lead to;
 *     on by default, else they are copied as links
 * @param directoryMode mode of directories that are made; 0755 by default
 * @param backup whether the old file is kept beside the new one under a name with the time; off by
 *     default
 * @param validate command that must succeed before the file is replaced; {@code %s} in it becomes
 *     the path of the new file, and without {@code %s} it is an error; none by default; not with a
 *     directory
 * @param force whether a file that is there is replaced if it differs; on by default
 * @param mode permissions, {@code '0644'}, {@code 'u=rw,go=r'}, or {@code 'preserve'} for those of
 *     {@code src}; an existing file keeps its own by default, a new one gets 0644, or 0600 if its
 *     content is secret
 * @param owner user name or number; unchanged by default; an unknown user is an error
 * @param group group name or number; unchanged by default; an unknown group is an error
 */
@FileRights
@Lacks(value = "checksum", instead = "kit compares checksums by itself")
@Lacks(value = "decrypt", instead = "a vaulted src is always decrypted")
@Lacks(value = "follow", instead = "a link at dest is written through always")
public record Copy(
    Optional<String> src,
    Optional<String> content,
    String dest,
    @Default("false") boolean remoteSrc,
    @Default("true") boolean localFollow,
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
    if (remoteSrc) {
      return new RemoteCopy(this, file, attributes).plan(host);
    }
    Optional<SourceTree> tree = host.tree("files", file, localFollow);
    if (tree.isPresent()) {
      return directory(host, file, tree.get().entries(), new Filling.Stream());
    }
    if (file.endsWith("/")) {
      throw new PlanException(
          "src '" + file + "' is a file, not a directory", "leave out the slash at its end");
    }
    Source source = host.source("files", file);
    return deliver(
        host,
        Optional.of(HostPath.name(file)),
        source.bytes(),
        attributes.preserving(source.mode()),
        source.secret());
  }

  Plan directory(Host host, String from, List<SourceTree.Entry> entries, Filling filling) {
    if (validate.isPresent()) {
      throw new PlanException("validate goes with a single file", "src '" + from + "' is none");
    }
    String root = TreeCopy.root(host, dest, from);
    Attributes attributes = new Attributes(mode, owner, group);
    return new TreeCopy(root, entries, force, directoryMode, attributes, backup, filling)
        .plan(host);
  }

  private Plan deliver(
      Host host, Optional<String> name, byte[] bytes, Attributes attributes, boolean secret) {
    return new Delivery(
            dest, name, bytes, force, directoryMode, attributes, backup, validate, secret)
        .plan(host);
  }
}
