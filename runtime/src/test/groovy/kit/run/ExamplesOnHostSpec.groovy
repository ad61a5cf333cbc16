package kit.run

import java.nio.file.Files
import java.nio.file.Path
import kit.ExamplesSpec

/** Examples do on real hosts what they say. */
class ExamplesOnHostSpec extends HostSpec {

  def "every example of the manual can be planned on a host, or says what is missing there"() {
    given:
    def examples = ExamplesSpec.CATALOG.names().collectMany { name ->
      ExamplesSpec.CATALOG.find(name).get().doc().examples().collect { [name, it] }
    }
    def tasks = examples.withIndex().collect { example, n ->
      "task('${example[0]}', ignoreErrors: true, when: { host == 'n$n' }) {\n${example[1]}\n}\n"
    }
    site.hosts(*examples.indices.collect { hosts.line('d1').replaceFirst('d1', "n$it") }, '[all:vars]', *variables())

    when:
    def ran = site.check("""\
      play('Examples') {
        hosts 'all'
        become()
        ${tasks.join('')}
        handler('reload nginx') { debug 'reloaded' }
        handler('restart sshd') { debug 'restarted' }
      }
      """, '-o', 'json')
    def told = ran.events.findAll { it.event in ['call', 'failed', 'maybe'] }.groupBy { it.host }

    then:
    ran.code in [0, 2]
    ran.err == ''
    // the example of fail fails on no such host
    examples.indices.findAll { !told["n$it" as String] }.collect { examples[it][0] } == ['fail']
    told.values().flatten()*.message.findAll { it?.contains('xception') || it?.contains('Error at') } == []
    told.values().flatten()*.hint.findAll { it?.contains('defect') } == []
    ran.events.findAll { it.event == 'unreachable' } == []
  }

  def "the quickstart makes its folder, and then has nothing to do"() {
    given:
    def playbooks = Path.of('../playbooks')
    Files.walk(playbooks).filter { Files.isRegularFile(it) && !it.toString().contains('/.kit/') }.each {
      site.write(playbooks.relativize(it) as String, Files.readString(it))
    }
    def kit = { -> site.start([:], ['run', temp.resolve('quickstart.groovy') as String, '-e', "folder=$temp/kit-quickstart" as String]).await() }

    when:
    def first = kit()

    then:
    first.code == 0
    first.out.contains('+name = vi')
    first.out.contains('says     handler: tell')
    new File("$temp/kit-quickstart").list().sort() == ['machine.txt', 'settings.ini']

    when:
    def second = kit()

    then:
    second.code == 0
    second.out =~ /1 host: 1 ok · 0 changed/
  }

  private static List<String> variables() {
    ExamplesSpec.VARIABLES.findAll { it.key != 'host' }.collect { name, value ->
      "$name=${value instanceof String ? "'$value'" : value.inspect().replace("['host':'b', 'port':1]", "{'host': 'b', 'port': 1}")}"
    }
  }
}
