package kit.vars

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class ExtraVarsSpec extends Specification {
  @TempDir Path folder

  def 'reads -e #option'() {
    expect:
    values([option]) == vars

    where:
    option                    || vars
    'a=1'                     || [a: '1']
    'a=1 b="x y" c=\'z=1\''   || [a: '1', b: 'x y', c: 'z=1']
    '{"a": 1, "b": [true]}'   || [a: 1, b: [true]]
    '{a: 1.5, b: yes}'        || [a: 1.5d, b: true]
    'a='                      || [a: '']
  }

  def 'reads a file and lets later options win'() {
    given:
    Path file = Files.writeString(folder.resolve('v.yml'), 'a: 1\nb: 2\n')

    expect:
    values(["@$file".toString(), 'b=3']) == [a: 1, b: '3']
  }

  def 'refuses -e #option'() {
    when:
    values([option])

    then:
    KitException e = thrown()
    e.message == message

    where:
    option   || message
    'novalue' || "-e: 'novalue' sets no variable (write name=value, or @file)"
    '[1]'    || "-e: '[1]' is not a map of variables (write {\"name\": \"value\"})"
    'a="x'   || "-e: 'a=\"x': the quote \" is not closed (close it, or escape it with a backslash)"
    '@nosuch' || 'nosuch: there is no such file (check the path)'
  }

  private static Map values(List<String> options) {
    ExtraVars.parse(options, new Vault([])).collectEntries { k, v -> [(k): v.value()] }
  }
}
