package kit.cli.terminal

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification

class PromptSpec extends Specification {

  def "without a terminal there is one clear error"() {
    when:
    new Prompt(Path.of('/nonexistent/tty')).ask('login password', 'use a key')

    then:
    def e = thrown(UsageException)
    e.problems()[0].message() == 'there is no terminal to ask for the login password'
    e.problems()[0].hint() == 'use a key'
  }

  @Requires({ new File('/usr/bin/script').canExecute() })
  def "what is typed on a terminal is read and not shown, and standard output stays pure"() {
    given:
    def java = System.getProperty('java.home') + '/bin/java'
    def classes = System.getProperty('java.class.path')
    def out = File.createTempFile('out', '')
    def line = "$java -cp '$classes' kit.cli.terminal.Asking > $out; stty -a"
    def process =
        new ProcessBuilder('script', '-qec', line as String, '/dev/null').start()

    when:
    def seen = ''
    while (!seen.endsWith('password: ')) {
      int next = process.inputStream.read()
      assert next >= 0: seen
      seen += (char) next
    }
    sleep 500
    process.outputStream.withWriter {
      it << 'pa$$ wörd\n'
      it.flush()
      process.waitFor(20, TimeUnit.SECONDS)
    }
    seen += process.inputStream.text

    then:
    seen.startsWith('become password: ')
    !seen.contains('wörd')
    seen =~ /[^-]echo\b/
    out.getText('UTF-8') == 'pa$$ wörd\n'

    cleanup:
    out.delete()
  }
}
