package kit.shell

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kit.spi.Output
import kit.spi.Step
import kit.target.Apply
import kit.target.Frame
import kit.target.Target
import kit.transport.Endpoint
import kit.transport.HostKeys
import kit.transport.KeepAlive
import kit.transport.Keys
import kit.transport.local.LocalTransport

/** Agents on this machine, each under one of the shells that hosts have as their sh. */
class LocalShells {
  static final List<String> ALL = ['dash', 'bash', 'busybox'].findAll { find(it) }

  static Path find(String program) {
    System.getenv('PATH').split(':').collect { Path.of(it, program) }.find { Files.isExecutable(it) }
  }

  static Endpoint endpoint(Map more = [:]) {
    new Endpoint('here', Endpoint.Kind.LOCAL, 'localhost', 22, System.getProperty('user.name'), Keys.NONE,
      Optional.empty(), Optional.ofNullable(more.becomePassword), Optional.empty(),
      Optional.ofNullable(more.becomeExe), new HostKeys([], false, Optional.empty()), Optional.empty(), KeepAlive.DEFAULT,
      Duration.ofSeconds(10), more.becomeTimeout ?: Duration.ofSeconds(12), [])
  }

  /** Connections whose sh is this program. */
  static Connections connections(String program, Map more = [:]) {
    def folder = Files.createTempDirectory('kit-sh')
    Files.createSymbolicLink(folder.resolve('sh'), find(program))
    folder.toFile().deleteOnExit()
    folder.resolve('sh').toFile().deleteOnExit()
    new Connections({ endpoint(more) },
      new LocalTransport(['env', "PATH=$folder:${more.path ?: System.getenv('PATH')}".toString(), 'sh']))
  }

  static Output run(Map more = [:], Target target, String script) {
    runAll(target, [new Step.Run(script, Optional.ofNullable(more.stdin), Optional.ofNullable(more.in),
      more.env ?: [:], false)], more.timeout ?: Duration.ZERO)[0]
  }

  static List<Output> runAll(Target target, List<Step> steps, Duration timeout = Duration.ZERO) {
    target.exchange(new Frame([new Apply(steps, timeout, [:])], []), {}).outputs()[0]
  }

  static Output write(Map args, Target target) {
    runAll(target, [new Step.Write(args.path.toString(), args.content instanceof byte[] ? args.content : args.content.getBytes('UTF-8'),
      Optional.ofNullable(args.mode), Optional.ofNullable(args.owner), Optional.ofNullable(args.group),
      args.backup ?: false, Optional.ofNullable(args.validate), args.secret ?: false)])[0]
  }

  static boolean root() {
    new ProcessBuilder('id', '-u').start().inputStream.text.trim() == '0'
  }

  /** Whether file systems can be mounted here; a container may forbid it. */
  static boolean canMount() {
    def process = new ProcessBuilder('sh', '-c',
      'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" 2>/dev/null && umount "$d" && rmdir "$d"').start()
    def can = process.waitFor() == 0
    if (!can) System.err.println('SKIPPED: nothing can be mounted here: full disks and mount points are not tried')
    can
  }
}
