package kit.modules

import kit.fixture.ShellHost
import kit.spi.Change
import kit.spi.Module
import kit.spi.Output
import kit.spi.Plan

/** The test hosts, reached through docker; KIT_TESTBED names their state directory, its last part is their prefix. */
class Testbed {
  static final String MISSING = 'KIT_TESTBED is not set: no test hosts, this is not tried (testbed/up)'

  static String getPrefix() { new File(System.getenv('KIT_TESTBED')).name }

  static ShellHost host(String name) { new ShellHost(['docker', 'exec', '-i', "$prefix-$name".toString(), 'sh']) }

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
