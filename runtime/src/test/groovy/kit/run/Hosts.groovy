package kit.run

import java.nio.file.Path

/** The test hosts that testbed/up made; KIT_TESTBED names their state directory. */
class Hosts {

  static final String MISSING = 'KIT_TESTBED is not set: there are no test hosts (see testbed/README.md)'

  static boolean isThere() { System.getenv('KIT_TESTBED') }

  final Path state = Path.of(System.getenv('KIT_TESTBED'))
  private final Map<String, String> environment = new File("$state/env.sh").readLines()*.split('=', 2).collectEntries()

  String getInventory() { environment.KIT_INVENTORY }

  String getKnownHosts() { environment.KIT_KNOWN_HOSTS }

  String getKey() { environment.KIT_KEY }

  String getWrongKey() { environment.KIT_KEY_WRONG }

  String port(String host) { environment["KIT_${host.toUpperCase()}_PORT" as String] }

  String container(String host) { environment["KIT_${host.toUpperCase()}_CONTAINER" as String] }

  /** The lines of known_hosts for a host. */
  String keysOf(String host) {
    new File(knownHosts).readLines().findAll { it.startsWith("[127.0.0.1]:${port(host)} ") }.join('\n') + '\n'
  }

  /** A host's line of an inventory, for a user of testbed/README.md. */
  String line(Map<String, Object> its = [:], String host, String user = 'deploy') {
    def vars = [
      ansible_host: '127.0.0.1', ansible_port: port(host), ansible_user: user,
      ansible_ssh_private_key_file: key,
      ansible_ssh_common_args: "'-o UserKnownHostsFile=$knownHosts'"] + its
    "$host ${vars.findAll { it.value != null }.collect { "$it.key=$it.value" }.join(' ')}"
  }

  /** What a shell on the host prints, as root and past ssh. */
  String on(String host, String script) {
    def process = new ProcessBuilder('docker', 'exec', '-i', container(host), 'sh', '-s').redirectErrorStream(true).start()
    process.outputStream.withWriter { it << script }
    def said = process.inputStream.text
    assert process.waitFor() == 0: "$host: $said"
    said.trim()
  }

  /** {@code docker COMMAND} for the host's container. */
  void docker(String host, String... command) {
    def process = new ProcessBuilder(['docker', *command, container(host)]).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
  }

  /** Makes hosts anew. */
  void reset(String... names) {
    def command = [state.resolve('../../reset') as String, '--name', environment.KIT_TESTBED_PREFIX, *names]
    def process = new ProcessBuilder(command).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
  }

  /** Waits until the host's sshd speaks: docker's proxy accepts connections before. */
  void await(String host) {
    def end = System.currentTimeMillis() + 60_000
    while (!speaks(host)) {
      assert System.currentTimeMillis() < end: "$host does not come up"
      sleep 200
    }
  }

  private boolean speaks(String host) {
    try {
      new Socket('127.0.0.1', port(host) as int).withCloseable {
        it.soTimeout = 2000
        it.inputStream.read() == 'S' as char
      }
    } catch (IOException e) {
      false
    }
  }
}
