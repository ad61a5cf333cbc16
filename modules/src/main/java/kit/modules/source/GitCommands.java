package kit.modules.source;

import java.util.Optional;
import kit.spi.Sh;

/** What surrounds every call of git: no questions, no helpers but ours, only safe transports. */
final class GitCommands {

  // git runs it with sh; what it prints is no argument of any process
  private static final String HELPER =
      "!f() { [ \"$1\" = get ] || return 0;"
          + " printf \"username=%s\\npassword=%s\\n\" \"$KIT_GIT_USER\" \"$KIT_GIT_PASSWORD\"; }; f";

  private GitCommands() {}

  /**
   * Sets the environment of the commands that follow.
   *
   * @param keyFile file on the host with the key for ssh
   * @param accept whether ssh takes the key of a host that it has never seen
   */
  static String environment(Repository repository, Optional<String> keyFile, boolean accept) {
    StringBuilder ssh = new StringBuilder("ssh -o BatchMode=yes");
    keyFile.ifPresent(
        key -> ssh.append(" -i ").append(Sh.quote(key)).append(" -o IdentitiesOnly=yes"));
    ssh.append(accept ? " -o StrictHostKeyChecking=accept-new" : "");
    StringBuilder script =
        new StringBuilder("unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_ASKPASS SSH_ASKPASS\n");
    script.append("export GIT_TERMINAL_PROMPT=0 GIT_OPTIONAL_LOCKS=0 LC_ALL=C\n");
    // file among them would let submodules read the host's files
    script.append("export GIT_ALLOW_PROTOCOL=https:http:ssh:git");
    script.append(repository.local() ? ":file\n" : "\n");
    script.append("export GIT_SSH_COMMAND=").append(Sh.quote(ssh.toString())).append('\n');
    if (repository.secret().isPresent()) {
      script.append("export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=");
      script.append(Sh.quote("credential." + repository.site() + ".helper"));
      script.append(" GIT_CONFIG_VALUE_0=").append(Sh.quote(HELPER));
      script.append(" KIT_GIT_USER=").append(Sh.quote(repository.user()));
      script.append(" KIT_GIT_PASSWORD=").append(Sh.quote(repository.password())).append('\n');
    }
    return script.toString();
  }
}
