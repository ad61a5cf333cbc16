package kit.transport

/** Containers of one spec, from the images of the test hosts; no two checkouts' have one name. */
class Containers implements AutoCloseable {
  private static final int RUNS = 0x1000000

  final Testbed bed
  final String mark = 'kit-spec-' + Integer.toHexString(new Random().nextInt(RUNS)) + '-' + ProcessHandle.current().pid()
  final List<String> names = []

  Containers(Testbed bed) { this.bed = bed }

  /** The image of d1 or m1. */
  String image(String host) { Testbed.local('docker', 'inspect', '-f', '{{.Config.Image}}', bed.container(host)).trim() }

  /** Starts one and gives its whole name. */
  String start(Map options = [:], String name, String of = 'm1', List<String> command = ['sleep', '100000']) {
    names << "$mark-$name".toString()
    def said = Testbed.local(*['docker', 'run', '-d', '--name', names.last(), '--label', "kit.spec=$mark", *(options.arguments ?: ['--network', 'none']),
      image(of), *command]*.toString())
    assert said.trim() ==~ /[0-9a-f]{64}/
    names.last()
  }

  String inside(String name, String script) { Testbed.local('docker', 'exec', name, 'sh', '-c', script) }

  @Override
  void close() { if (names) Testbed.local('docker', 'rm', '-f', '-v', *names) }
}
