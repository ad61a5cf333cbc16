package kit.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the command line says about connections.
 *
 * @param user login user where a host's variables name none
 * @param keyFile private key to offer first where a host's variables name none
 * @param password login password where a host's variables hold none
 * @param becomePassword password for becoming another user where a host's variables hold none
 * @param acceptNewHostKeys whether keys of unknown hosts are accepted and written down
 * @param timeout limit for connecting where a host's variables name none
 * @param knownHosts files of host keys; empty for those that ssh uses
 * @param sshConfig ssh's configuration files, the user's first; empty to read none
 * @param home the user's home directory
 * @param environment environment variables by name, null for one that is not set
 * @param asker asks for the passphrases of keys
 */
public record Settings(
    Optional<String> user,
    Optional<Path> keyFile,
    Optional<Password> password,
    Optional<Password> becomePassword,
    boolean acceptNewHostKeys,
    Optional<Duration> timeout,
    List<Path> knownHosts,
    List<Path> sshConfig,
    Path home,
    UnaryOperator<String> environment,
    Asker asker) {

  /** What holds when the command line says nothing. */
  public static Settings of(Path home) {
    return new Settings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        List.of(home.resolve(".ssh/config"), Path.of("/etc/ssh/ssh_config")),
        home,
        System::getenv,
        Asker.NOBODY);
  }
}
