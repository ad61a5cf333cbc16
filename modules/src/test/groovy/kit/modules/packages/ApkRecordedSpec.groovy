package kit.modules.packages

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import spock.lang.Specification

/**
 * What apk-tools 2.14.9 and 3.0.6 printed, in a root with busybox and a repository of its own made with {@code apk index}:
 * hello, which needs libkit, in two versions, and tree. The two differ in how they count sizes and name missing indexes.
 */
class ApkRecordedSpec extends Specification {
  static final STATE = new ApkState('/etc/apk/world')
  static final NOTHING = 'apk\n\n#\n'
  static final HELLO = 'apk\nhello\n\n#\nhello\n1.0-r0\nlibkit\n1.0-r0\n'
  static final BOTH = 'apk\nhello\nlibkit\n\n#\nhello\n1.1-r0\nlibkit\n1.0-r0\n'

  def "#arguments: #said"() {
    given:
    def host = new FakeHost(answers: [(STATE): STATE.probe([STATE]).reader().apply(Output.of(0, state, ''))[0]])
    if (command) {
      def question = new ApkSimulation(command)
      host.answers[question] = question.probe([question]).reader().apply(Output.of(rc, printed, ''))[0]
    }
    def plan = make(Apk, arguments).plan(host)

    expect:
    what(plan) == said

    where:
    arguments                         | state   | command             | rc | printed || said
    [name: ['hello']]                 | NOTHING | 'add hello'         | 0  | '(1/2) Installing libkit (1.0-r0)\n(2/2) Installing hello (1.0-r0)\nOK: 0 MiB in 0 packages\n' || 'Installing libkit (1.0-r0)\nInstalling hello (1.0-r0)\n'
    [name: ['hello']]                 | HELLO   | ''                  | 0  | '' || 'hello is installed'
    [name: ['libkit']]                | HELLO   | 'add libkit'        | 0  | 'OK: 0 MiB in 2 packages\n' || ''
    [name: ['nosuch']]                | NOTHING | 'add nosuch'        | 1  | 'ERROR: unable to select packages:\n  nosuch (no such package):\n    required by: world[nosuch]\n' || 'apk add nosuch would fail: unable to select packages: nosuch (no such package): required by: world[nosuch]'
    [name: ['hello=9-r0']]            | HELLO   | "add 'hello=9-r0'"  | 1  | 'ERROR: unable to select packages:\n  hello-1.0-r0:\n    breaks: world[hello=9-r0]\n' || 'apk add hello=9-r0 would fail: unable to select packages: hello-1.0-r0: breaks: world[hello=9-r0]'
    [name: ['hello=1.0-r0']]          | BOTH    | "add 'hello=1.0-r0'" | 0 | '(1/1) Downgrading hello (1.1-r0 -> 1.0-r0)\nOK: 0 MiB in 2 packages\n' || 'Downgrading hello (1.1-r0 -> 1.0-r0)\n'
    [name: ['hello'], state: 'latest'] | HELLO  | 'add --upgrade hello' | 0 | '(1/1) Upgrading hello (1.0-r0 -> 1.1-r0)\nOK: 0 MiB in 2 packages\n' || 'Upgrading hello (1.0-r0 -> 1.1-r0)\n'
    [upgrade: true, available: true]  | HELLO   | 'upgrade --available' | 0 | '(1/1) Upgrading hello (1.0-r0 -> 1.1-r0)\nOK: 0 MiB in 2 packages\n' || 'Upgrading hello (1.0-r0 -> 1.1-r0)\n'
    [upgrade: true]                   | BOTH    | 'upgrade'           | 0  | 'OK: 0 MiB in 2 packages\n' || 'apk upgrade has nothing to do'
    [name: ['hello'], state: 'absent'] | HELLO  | 'del hello'         | 0  | '(1/2) Purging hello (1.0-r0)\n(2/2) Purging libkit (1.0-r0)\nOK: 0 MiB in 2 packages\n' || 'Purging hello (1.0-r0)\nPurging libkit (1.0-r0)\n'
    [name: ['libkit'], state: 'absent'] | BOTH  | 'del libkit'        | 0  | 'World updated, but the following packages are not removed due to:\n  libkit: hello\n\nOK: 0 MiB in 2 packages\n' || 'apk del libkit would fail: others need libkit: hello'
    [name: ['hello']]                 | NOTHING | 'add hello'         | 0  | '(1/2) Installing libkit (1.0-r0)\n(2/2) Installing hello (1.0-r0)\nOK: 2 B in 2 packages\n' || 'Installing libkit (1.0-r0)\nInstalling hello (1.0-r0)\n'
    [name: ['hello,libkit'], state: 'latest'] | BOTH | 'add --upgrade hello libkit' | 0 | 'OK: 2 B in 2 packages\n' || 'apk add --upgrade hello libkit has nothing to do'
    [name: ['libkit'], state: 'latest'] | HELLO | 'add --upgrade libkit' | 0 | 'OK: 2 B in 2 packages\n' || ''
    [name: ['hello'], state: 'removed'] | BOTH  | 'del hello'         | 0  | '(1/1) Purging hello (1.1-r0)\nOK: 1 B in 1 packages\n' || 'Purging hello (1.1-r0)\n'
    [name: ['libkit'], state: 'removed'] | BOTH | 'del libkit'        | 0  | 'World updated, but the following packages are not removed due to:\n  libkit: hello\n\nOK: 2 B in 2 packages\n' || 'apk del libkit would fail: others need libkit: hello'
    [name: ['tree'], noCache: true, repository: ['/repo']] | HELLO | 'add --no-cache --repositories-file /dev/null --repository /repo tree' | 0 | '(1/1) Installing tree (2.1-r0)\nOK: 3 B in 3 packages\n' || 'Installing tree (2.1-r0)\n'
    [name: ['tree'], repository: ['/nowhere']] | HELLO | 'add --repositories-file /dev/null --repository /nowhere tree' | 1 | 'WARNING: opening /nowhere/x86_64/APKINDEX.tar.gz: No such file or directory\nERROR: unable to select packages:\n  tree (no such package):\n    required by: world[tree]\n' || 'apk add tree would fail: unable to select packages: tree (no such package): required by: world[tree]'
    [name: ['tree'], repository: ['/nowhere']] | HELLO | 'add --repositories-file /dev/null --repository /nowhere tree' | 1 | 'WARNING: opening /nowhere: No such file or directory\nERROR: unable to select packages:\n  tree (no such package):\n    required by: world[tree]\n' || 'apk add tree would fail: unable to select packages: tree (no such package): required by: world[tree]'
  }

  /** What it would do, or why it does nothing. */
  private static String what(Plan plan) {
    plan instanceof Plan.Unchanged ? plan.why() : plan instanceof Plan.Refused ? plan.message() : (plan as Change).diffs()*.after().join()
  }
}
