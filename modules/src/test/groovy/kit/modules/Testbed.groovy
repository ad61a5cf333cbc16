package kit.modules

import kit.fixture.ShellHost
import kit.spi.Change
import kit.spi.Module
import kit.spi.Output
import kit.spi.Plan

/**
 * The test hosts, reached through docker; KIT_TESTBED is the directory of their state, or the prefix
 * of their names.
 */
class Testbed {
  static final String MISSING = 'KIT_TESTBED is not set: bring the test hosts up (testbed/up) and name the directory of their state'

  static String getPrefix() {
    def given = System.getenv('KIT_TESTBED')
    new File(given, 'env.sh').exists() ? told('KIT_TESTBED_PREFIX') : given
  }

  /** A line of the state's env.sh. */
  static String told(String key) {
    new File(System.getenv('KIT_TESTBED'), 'env.sh').readLines().find { it.startsWith("$key=") } - "$key="
  }

  /** The last of the Debian hosts, which the specs at the end of the alphabet have for themselves. */
  static ShellHost last() { host(told('KIT_TESTBED_HOSTS').split(',').findAll { it.startsWith('d') }.last()) }

  /** The host that has nothing but busybox. */
  static ShellHost minimal() { host('m1') }

  static ShellHost host(String name) { new ShellHost(['docker', 'exec', '-i', "$prefix-$name".toString(), 'sh']) }

  /** A container of its own with the Debian of the test hosts, in which no init runs; {@link #drop} ends it. */
  static ShellHost bare(String name) {
    def image = ['docker', 'inspect', '-f', '{{.Config.Image}}', "$prefix-d1".toString()].execute().text.trim()
    def run = ['docker', 'run', '-d', '--name', "$prefix-$name".toString(), image, 'sh', '-c', 'while :; do sleep 1; done'].execute()
    assert run.waitFor() == 0: run.err.text
    host(name)
  }

  static void drop(String name) { ['docker', 'rm', '-f', "$prefix-$name".toString()].execute().waitFor() }

  /** Plans a change, carries it out, finds nothing to do afterwards; returns the plan and the outputs. */
  static Tuple2<Change, List<Output>> converges(ShellHost host, Module module) {
    def plan = host.plan(module)
    assert plan instanceof Change
    def outputs = plan.steps().collect { host.step(it) }
    assert outputs*.rc().every { it == 0 }: outputs*.errors().join('\n')
    def again = host.plan(module)
    assert again instanceof Plan.Unchanged
    new Tuple2(plan, outputs)
  }

  /** The fields of the result after {@link #converges}. */
  static Map<String, Object> result(Tuple2<Change, List<Output>> run) {
    run.v1.values() + run.v1.reader().apply(run.v2)
  }
}
