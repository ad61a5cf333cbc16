package kit.repl

import kit.catalog.ModuleCatalog
import kit.model.KitException
import kit.script.PlaybookLoader
import kit.script.prompt.PromptReader
import spock.lang.Specification

class AdviceSpec extends Specification {

  static final CATALOG = ModuleCatalog.load(AdviceSpec.classLoader)
  static final NAMES = ['web', 'f'] as Set
  static final VARIABLES = ['port'] as Set

  private static String hint(String line) {
    def reader = new PromptReader(new PlaybookLoader(CATALOG, Optional.empty()), CATALOG)
    try {
      reader.read(line, '[1]') { false }.statements().each {
        reader.compile(it.code(), '[1]', []).refuse(NAMES + VARIABLES)
      }
      ''
    } catch (KitException e) {
      new Advice(CATALOG, NAMES, VARIABLES, { it == 'db1' }).of(e.problems(), line)*.hint().join('; ')
    }
  }

  def "'#line' was meant for a shell: #advice"() {
    expect:
    hint(line) == "to run it on the hosts: $advice"

    where:
    line                       || advice
    'uptime'                   || "command 'uptime'"
    'ls -la'                   || "command 'ls -la'"
    'cat /etc/hosts'           || "command 'cat /etc/hosts'"
    'ps aux | grep ssh'        || "shell 'ps aux | grep ssh'"
    'systemctl status nginx'   || "command 'systemctl status nginx'"
  }

  def "'#line' was not: #advice"() {
    expect:
    hint(line).contains(advice)
    !hint(line).contains('to run it on the hosts')

    where:
    line                       || advice
    "comand 'uptime'"          || "did you mean 'command'?"
    'prot'                     || "did you mean 'port'?"
    "echo 'x"                  || 'a quote is missing'
    'foo = bar'                || 'set it in inventory'
    "apt nmae: 'x'"            || "did you mean 'name'?"
    'f(3)'                     || 'f.call(...)'
    'db1'                      || "hosts('db1')"
    'db1.facts.os'             || "hosts('db1')"
  }
}
