package kit.transport

import java.util.concurrent.TimeUnit
import org.opentest4j.TestAbortedException

/** The real hosts of testbed/, where KIT_TESTBED names their state directory. */
class Testbed {
  static final String NONE = 'KIT_TESTBED is not set: no test hosts, this is not tried (testbed/up)'

  final File state
  final Map<String, String> env = [:]

  /** Skips the feature, saying so, if there are no hosts. */
  static Testbed need() {
    def state = System.getenv('KIT_TESTBED')
    if (!state) {
      System.err.println("SKIPPED: $NONE")
      throw new TestAbortedException(NONE)
    }
    new Testbed(new File(state))
  }

  private Testbed(File state) {
    this.state = state
    new File(state, 'env.sh').readLines().each {
      def (key, value) = it.split('=', 2)
      env[key] = value
    }
  }

  int port(String host) { env["KIT_${host.toUpperCase()}_PORT".toString()] as int }

  String container(String host) { env["KIT_${host.toUpperCase()}_CONTAINER".toString()] }

  /** Variables of a host; further ones win. */
  Map<String, Object> variables(Map more = [:], String host) {
    [ansible_host: '127.0.0.1', ansible_port: port(host), ansible_user: host == 'm1' ? 'root' : 'deploy',
     ansible_ssh_private_key_file: env.KIT_KEY] + more
  }

  Settings settings(Map more = [:]) {
    new Settings(Optional.empty(), Optional.ofNullable(more.keyFile), Optional.ofNullable(more.password),
      Optional.ofNullable(more.becomePassword), more.acceptNew ?: false, Optional.empty(),
      more.knownHosts == [] ? [] : [more.knownHosts ?: new File(state, 'known_hosts').toPath()], more.sshConfig ? [more.sshConfig] : [],
      more.home ?: java.nio.file.Path.of('/nonexistent'), { (more.env ?: [:])[it] }, more.asker ?: Asker.NOBODY)
  }

  /** Runs a program of this machine. */
  static String local(String... command) {
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    process.outputStream.close()
    def text = process.inputStream.text
    assert process.waitFor(60, TimeUnit.SECONDS)
    text
  }
}
