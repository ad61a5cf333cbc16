package kit.modules.commands

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.spi.PlanException
import spock.lang.Specification

/** Secrets in arguments of programs are refused; those that the shell itself handles are not. */
class ExposureSpec extends Specification {

  static final SECRET = 'hunter-2'

  /** A host with one secret. */
  static class Keeper extends FakeHost {
    @Override
    Optional<String> secret(String text) { text.contains(SECRET) ? Optional.of('vault.yml:3') : Optional.empty() }
  }

  def "refused: #script"() {
    when:
    make(Shell, [cmd: script]).plan(new Keeper())

    then:
    def e = thrown(PlanException)
    e.message.contains("'$program' would get a secret as an argument")
    e.message.contains('vault.yml:3')
    make(Shell, [cmd: script, exposeSecrets: true]).plan(new Keeper())

    where:
    script                                      || program
    'mysql -phunter-2 shop'                     || 'mysql'
    'cd /; X=1 mysql --password=hunter-2'       || 'mysql'
    'if true; then mysql "-phunter-2"; fi'      || 'mysql'
    'echo "$(mysql -phunter-2)"'                || 'mysql'
    'echo `mysql -phunter-2`'                   || 'mysql'
    'x=$(mysql -phunter-2)'                     || 'mysql'
    'true && sudo app \'hunter-2\''             || 'sudo'
    'printf hunter-2 | app --pass hunter-2'     || 'app'
    '/bin/echo hunter-2'                        || '/bin/echo'
    'exec app hunter-2'                         || 'app'
    'eval "app hunter-2"'                       || 'eval'
    '(app hunter-2)'                            || 'app'
    'while sleep 1; do app hunter-2; done'      || 'app'
    'app \\\n  hunter-2'                        || 'app'
    'app >out 2>&1 hunter-2'                    || 'app'
    'cat <<E\nfine hunter-2\nE\napp hunter-2'   || 'app'
  }

  def "taken: #script"() {
    expect:
    make(Shell, [cmd: script]).plan(new Keeper())

    where:
    script << ['echo hunter-2', "printf '%s' 'hunter-2' | app login", 'app <<E\nhunter-2\nE', "app <<-'E'\n\thunter-2\n\tE\n",
      'PASS=hunter-2 app', 'export PASS=hunter-2; app', 'app <<<hunter-2', 'x=hunter-2; app', '[ "$x" = hunter-2 ] && app',
      'app # hunter-2', 'case hunter-2 in x) app;; esac', 'for x in hunter-2; do app; done', 'app >hunter-2', 'if [ a = hunter-2 ]; then app; fi']
  }

  def "command, raw and script are looked at too"() {
    when:
    make(type, arguments).plan(new Keeper(sources: ['x.sh': 'echo']))

    then:
    thrown(PlanException)

    where:
    type    | arguments
    Command | [cmd: 'app hunter-2']
    Command | [argv: ['app', '-phunter-2']]
    Raw     | [cmd: 'app hunter-2']
    Script  | [cmd: 'x.sh hunter-2']
  }

  def "a text for another interpreter is in no argument"() {
    expect:
    make(Shell, [cmd: "print('hunter-2')", executable: '/usr/bin/python3']).plan(new Keeper())
    make(Command, [cmd: 'app', stdin: 'hunter-2']).plan(new Keeper())
  }
}
