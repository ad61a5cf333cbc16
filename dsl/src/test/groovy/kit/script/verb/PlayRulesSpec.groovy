package kit.script.verb

import kit.model.HostOrder
import kit.script.PlaybookCheck
import kit.script.Samples
import kit.script.Scripts
import spock.lang.Specification

class PlayRulesSpec extends Specification {

  static rules(String says) { Scripts.load("play('p') {\nhosts 'all'\n$says\n}").playbook().plays()[0] }

  def 'a play has rules for all of its hosts'() {
    given:
    def play = rules('''
      order 'reverse_sorted'
      maxFailPercentage 12.5
      anyErrorsFatal true
      moduleDefaults apt: [updateCache: true], copy: [mode: 0644]
      diff true
      varsPrompt 'release', 'Which release?', default: 'stable', choices: ['stable', 'next']
      varsPrompt name: 'key', prompt: 'Key', private: true, confirm: true
    ''')

    expect:
    with(play.rules()) {
      order() == HostOrder.REVERSE_SORTED
      maxFailPercentage().get() == 12.5d
      anyErrorsFatal()
      moduleDefaults() == [apt: [updateCache: true], copy: [mode: 0644]]
      questions()*.name() == ['release', 'key']
      questions()*.text() == ['Which release?', 'Key']
      questions()*.secret() == [false, true]
      questions()*.confirm() == [false, true]
      questions()[0].otherwise().get() == 'stable'
      questions()[0].takes('next') && !questions()[0].takes('other')
    }
    play.options().diff().get()
  }

  def 'rules can be arguments of the play'() {
    given:
    def play = Scripts.load("play('p', hosts: 'a', order: 'shuffle', any_errors_fatal: true, diff: true) { }").playbook().plays()[0]

    expect:
    play.rules().order() == HostOrder.SHUFFLE
    play.rules().anyErrorsFatal()
    play.options().diff().get()
  }

  def '#failed of #hosts failed hosts end a play with #says: #over'() {
    expect:
    rules(says).rules().broken(failed, hosts) == over

    where:
    says                   | failed | hosts || over
    ''                     | 10     | 10    || false
    'anyErrorsFatal true'  | 0      | 10    || false
    'anyErrorsFatal true'  | 1      | 10    || true
    'maxFailPercentage 30' | 3      | 10    || false
    'maxFailPercentage 30' | 4      | 10    || true
    'maxFailPercentage 0'  | 0      | 10    || false
    'maxFailPercentage 0'  | 1      | 10    || true
  }

  def 'a wrong rule is refused: #says'() {
    expect:
    Scripts.problems("play('p') {\nhosts 'all'\n$says\n}") == ["site.groovy:3:1: $message".toString()]

    where:
    says                                  || message
    "order 'sortd'"                       || "'sortd' is no order of hosts (did you mean 'sorted'?)"
    "order 'any'"                         || "'any' is no order of hosts (there are inventory, reverse_inventory, sorted, reverse_sorted, shuffle)"
    "maxFailPercentage '30'"              || "'maxFailPercentage' wants a number from 0 to 100 (maxFailPercentage 30)"
    "maxFailPercentage 101"               || "'maxFailPercentage' wants a number from 0 to 100 (maxFailPercentage 30)"
    "anyErrorsFatal 'yes'"                || "'anyErrorsFatal' wants true or false, not 'yes' (write true, without quotes)"
    "strategy 'free'"                     || "there are no strategies: each host goes ahead on its own (barrier() where hosts wait for one another, throttle: 1 where they take turns)"
    "moduleDefaults atp: [a: 1]"          || "there is no module 'atp' (did you mean 'apt'?)"
    "moduleDefaults apt: [nmae: 1]"       || "apt has no argument 'nmae' (did you mean 'name'? (kit doc apt))"
    "moduleDefaults apt: [retries: 'x']"  || "'retries' wants a whole number, not 'x'"
    "moduleDefaults 5"                    || "'moduleDefaults' is not said like this (for example moduleDefaults apt: [updateCache: true])"
    "diff 'yes'"                          || "'diff' wants true or false, not 'yes' (write true, without quotes)"
    "varsPrompt()"                        || "'varsPrompt' is not said like this (for example varsPrompt 'release', 'Which release?', default: 'stable')"
    "varsPrompt 'two words'"              || "'name' wants the name of a variable, not 'two words'"
    "task('t', throttle: 0) { }"          || "'throttle' wants at least 1"
    "task('t', register: 'x') { }"        || "a task has no option 'register' (say it on a call: it judges one result)"
  }

  def 'what a module has by default is not missing in a call: #call'() {
    given:
    def text = "play('p') { hosts 'all'; moduleDefaults command: [cmd: 'x']; task('t') { $call } }"

    expect:
    new PlaybookCheck(Samples.CATALOG).check(Scripts.load(text), [] as Set, true)*.message() == messages

    where:
    call                              || messages
    "command chdir: '/'"              || []
    "command chdri: '/'"              || ["command has no argument 'chdri'"]
    "waitFor timeout: 5.s"            || ["waitFor needs the argument 'port'"]
  }

  def 'words of plays may be names of variables, those of bodies may not: #name'() {
    expect:
    Scripts.problemsInTask("\ndef $name = 1; println $name").size() == problems

    where:
    name      || problems
    'order'   || 0
    'hosts'   || 0
    'serial'  || 0
    'block'   || 1
    'apt'     || 1
  }
}
