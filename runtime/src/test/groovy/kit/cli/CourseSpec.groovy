package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kit.data.Json
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A playbook on this machine: --list-*, --start-at and, in a terminal, --step. */
class CourseSpec extends Specification {

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def setup() {
    temp.resolve('hosts').toFile().text = (1..3).collect { "h$it ansible_connection=local" }.join('\n') + '\n'
    temp.resolve('site.groovy').toFile().text = '''\
      play('Shop') {
        hosts 'all'
        tags 'shop'
        task('Look', tags: ['a', 'b']) { command 'true', readOnly: true }
        task('Greet', when: { inventory_hostname == 'h1' }) { command 'echo hello' }
        task('Loop') { command 'echo three', tags: 'deep' }
        handler('again') { command 'true' }
      }
      play('Second') { hosts 'h2'; task('More') { command 'true' } }
      '''.stripIndent()
  }

  def "#options shows what would be run, and runs nothing"() {
    expect:
    kit(*options.split(' ')) == 0
    out.toString().readLines() == told

    where:
    options                 || told
    '--list-tags'           || ['Shop · 3 hosts · SITE:1:1', 'Second · 1 host · SITE:9:1', 'tags: a, b, deep, shop']
    '--list-hosts -l h2:h3' || ['Shop · 2 hosts · SITE:1:1', '  h2', '  h3', 'Second · 1 host · SITE:9:1', '  h2']
    '--list-tasks -t a'     || ['Shop · 3 hosts · SITE:1:1', '  Look            shop, a, b  SITE:4:3',
        '  handler: again              SITE:7:3', 'Second · 1 host · SITE:9:1']
  }

  def "programs get an object for each play"() {
    when:
    kit('--list-hosts', '--list-tasks', '-o', 'json')
    def plays = out.toString().readLines().collect { Json.tryRead(it) }

    then:
    plays*.hosts == [['h1', 'h2', 'h3'], ['h2']]
    plays[0].tasks*.task == ['Look', 'Greet', 'Loop']
    plays[0].tasks[1].line == 5
  }

  def "tasks are listed that stand in an attempt or a block"() {
    given:
    temp.resolve('site.groovy').toFile().text = '''\
      play('P') {
        hosts 'h1'
        attempt {
          task('Try', tags: 'a') { ping() }
        } rescue {
          task('Mend') { ping() }
        } always {
          block('Again', loop: { [1, 2] }) { task('End', tags: 'a') { ping() } }
        }
      }
      '''.stripIndent()

    when:
    kit('--list-tasks', '-t', tags, '-o', 'json')

    then:
    Json.tryRead(out.toString()).tasks*.task == told

    where:
    tags  || told
    'a'   || ['Try', 'End']
    'all' || ['Try', 'Mend', 'End']
  }

  def "--start-at leaves out what stands before"() {
    expect:
    kit('--start-at', task) == 0
    out.toString().readLines().findAll { it.startsWith('  ') }*.split('  +')*.getAt(2) == told

    where:
    task   || told
    'Loop' || ['Loop', 'More']
    'More' || ['More']
  }

  def "--start-at knows what was meant"() {
    expect:
    kit('--start-at', 'Loopp') == 5
    err.toString() == "kit: no task is called 'Loopp'\n    did you mean 'Loop'?\n"
    out.size() == 0
  }

  @Requires({ new File('/usr/bin/script').canExecute() })
  def "--step asks before each task when all hosts have done the one before"() {
    given:
    def command = [System.getProperty('java.home') + '/bin/java', '-cp', System.getProperty('java.class.path'),
        'kit.cli.Main', 'run', 'site.groovy', '-i', 'hosts', '--step'].join(' ')
    def process = new ProcessBuilder('script', '-qec', command, '/dev/null').directory(temp.toFile())
        .redirectErrorStream(true).start()

    when:
    process.outputStream.withWriter { it << answers }
    def said = process.inputStream.text.replace('asking: ', 'asking\n').readLines()*.trim()
    assert process.waitFor(60, TimeUnit.SECONDS)

    then:
    said.findAll { it =~ /^(ok|changed|skipped) |yes, no/ }*.replaceAll(/ {2,}/, ' ')
        *.replace(' (site.groovy:', '? ')*.replaceAll(/\) - .*/, '') == told
    process.exitValue() == 0

    where:
    answers      || told
    'y\nn\ny\nn\n' || ['Look? 4:3', 'ok Look 3', 'Greet? 5:3', 'skipped Greet 3', 'Loop? 6:3',
        'changed Loop 3', 'More? 9:30', 'skipped More']
    'n\nwhat\nc\n' || ['Look? 4:3', 'skipped Look 3', 'Greet? 5:3', 'Greet? 5:3',
        'changed Greet 1 (h1) · 2 skipped', 'changed Loop 3', 'changed More']
  }

  def "--step without a terminal is refused before anything is done"() {
    given:
    def command = [System.getProperty('java.home') + '/bin/java', '-cp', System.getProperty('java.class.path'),
        'kit.cli.Main', 'run', 'site.groovy', '-i', 'hosts', '--step']
    def process = new ProcessBuilder('setsid', *command).directory(temp.toFile()).start()

    expect:
    process.errorStream.text == 'kit: --step needs a terminal to ask in\n    run it in a terminal, or leave --step out\n'
    process.inputStream.text == ''
    process.waitFor() == 5
  }

  private int kit(String... more) {
    def screen = new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), [:], '', 0)
    int code = new Main(screen).run('run', "$temp/site.groovy".toString(), '-i', "$temp/hosts".toString(), *more)
    def said = out.toString('UTF-8').replace("$temp/site.groovy", 'SITE')
    out.reset()
    out << said
    code
  }
}
