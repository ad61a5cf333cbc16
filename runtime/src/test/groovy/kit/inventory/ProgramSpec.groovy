package kit.inventory

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kit.data.Vaulted
import kit.data.Verbatim
import kit.model.KitException
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class ProgramSpec extends Specification {
  @TempDir Path folder

  def 'asks with --list, and with --host only if there is no _meta'() {
    given:
    Path source = program("""echo "\$*" >> $folder/calls
      case \$1 in
        --list) echo '$list' ;;
        *) echo '{"me": "asked"}' ;;
      esac""")

    when:
    Inventory inventory = load(source)

    then:
    Files.readAllLines(folder.resolve('calls')) == calls
    inventory.hosts() == ['a', 'b'] as Set
    inventory.host('b').get().vars().me?.value() == me
    inventory.host('a').get().source() == source.toString()

    where:
    list                                                                || calls                          | me
    '{"g": ["a", "b"], "_meta": {"hostvars": {"b": {"me": "told"}}}}'   || ['--list']                     | 'told'
    '{"g": ["a", "b"], "_meta": {"hostvars": {}}}'                      || ['--list']                     | null
    '{"g": {"hosts": ["a", "b"]}, "_meta": {}}'                         || ['--list', '--host a', '--host b'] | 'asked'
    '{"g": ["a", "b"]}'                                                 || ['--list', '--host a', '--host b'] | 'asked'
  }

  def 'understands groups in all their forms'() {
    when:
    Inventory inventory = load(program('''echo '{
      "web": {"hosts": ["w1"], "vars": {"p": 80, "t": "{{ p }}"}, "children": ["edge"]},
      "edge": ["w2"], "solo": {"x": 1}, "empty": {"hosts": []},
      "_meta": {"hostvars": {"w1": {"u": {"__ansible_unsafe": "{{"}, "v": {"__ansible_vault": "$ANSIBLE"}}}}
    }\''''))

    then:
    inventory.hostsOf('web') == ['w1', 'w2']
    inventory.group('web').get().vars().p.value() == 80
    inventory.host('solo').get().groups() == ['all', 'solo']
    inventory.group('empty').present
    inventory.host('w1').get().vars().u.value() == new Verbatim('{{')
    inventory.host('w1').get().vars().v.value() instanceof Vaulted
  }

  def 'a program that #what stops everything with its words'() {
    given:
    Path source = program(text)

    when:
    load(source)

    then:
    SourceException e = thrown()
    e.problems()[0].location().file() == source.toString()
    e.problems()[0].message() == message
    e.problems()[0].hint().startsWith(hint)

    where:
    what                   | text                                      || message                                                      | hint
    'fails'                | 'echo one >&2; echo two >&2; exit 3'      || "'hosts --list' failed with exit code 3\none\ntwo"           | 'run it by hand'
    'prints no JSON'       | 'echo no hosts here'                      || "'hosts --list' printed no JSON"                             | 'it printed: no hosts here'
    'prints nothing'       | ':'                                       || "'hosts --list' printed no JSON"                             | 'it printed: nothing at all'
    'prints a list'        | 'echo "[1]"'                              || "'hosts --list' printed JSON that is no object"              | 'it printed: [1]'
    'has hosts in a text'  | '''echo '{"g": {"hosts": "a"}}' '''       || "in what it prints, 'g: hosts' is not a list"                | 'run it'
    'has a number as host' | '''echo '{"g": [1]}' '''                  || "in what it prints, 'g: hosts' is not a list of names"       | 'run it'
    'prints half of it'    | '''echo '{"g": ["a",' '''                 || "'hosts --list' printed no JSON: it ends too early, after 11 characters" | 'it printed: {"g"'
    'prints two answers'   | '''echo '{"g": []} {}' '''               || "'hosts --list' printed no JSON: Extra data at character 10" | 'it printed: {"g"'
    'names an option'      | '''echo '{"g": ["-oProxyCommand=x"]}' ''' || "'-oProxyCommand=x' cannot be the name of a host: it begins with '-'" | 'use letters'
    'names a command'      | '''echo '{"g": ["$(id)"]}' '''            || "'\$(id)' cannot be the name of a host: it holds '\$'"       | 'use letters'
    'names nothing'        | '''echo '{"g": ["a\\u0000b"]}' '''      || "'a?b' cannot be the name of a host: it holds a control character" | 'use letters'
    'fails for a host'     | '''[ $1 = --list ] && echo '{"g": ["a"]}' ''' || "'hosts --host a' failed with exit code 1"               | 'run it by hand'
  }

  def 'groups with names of all kinds are there, under names that are some'() {
    when:
    Inventory inventory = load(program('''echo '{"a/b": {"children": ["-c"]}, "-c": ["h1"], "unix://x": ["h1"], "ok:1": ["h1"], "..": ["h1"]}' '''))

    then:
    inventory.host('h1').get().groups() as Set == ['all', 'a_b', '_c', 'unix:__x', 'ok:1', '_.'] as Set
    inventory.warnings()*.replace("$folder/", '') == ["'a/b' is called 'a_b'", "'-c' is called '_c'", "'unix://x' is called 'unix:__x'", "'..' is called '_.'"]
      .collect { "hosts: the group $it here".toString() }
  }

  def 'a host name is one argument, whatever is in it'() {
    when:
    Inventory inventory = load(program('''[ $1 = --list ] && echo '{"g": ["a b; touch x"]}' || printf '{"n": %d}' $#'''))

    then:
    KitException e = thrown()
    e.problems()[0].message().contains("it holds ';'")

    when:
    inventory = load(program('''[ $1 = --list ] && echo '{"g": ["a b"]}' || printf '{"n": %d}' $#'''))

    then:
    inventory.host('a b').get().vars().n.value() == 2
  }

  def 'what a program complains of without failing is a warning'() {
    expect:
    load(program('''echo slow today >&2; echo '{}' ''')).warnings() == ["$folder/hosts says: slow today" as String]
  }

  def 'a program that does not end is ended, with what it started'() {
    given:
    Path source = program("sleep 1234 & echo \$! > $folder/child; sleep 1234")

    when:
    new ProgramReader(source, new InventoryBuilder(), Memory.NONE, Duration.ofMillis(700)).read()

    then:
    SourceException e = thrown()
    e.problems()[0].message() == "'hosts --list' did not end within 0 s"
    new PollingConditions(timeout: 5).eventually {
      assert !ProcessHandle.of(folder.resolve('child').toFile().text.trim() as long).filter { it.alive }.present
    }
  }

  def 'a file that is executable by accident is read, a program without the right to run too: #name'() {
    given:
    Path source = Files.writeString(folder.resolve(name), text)
    source.toFile().executable = executable

    expect:
    load(source).hosts() == ['h1'] as Set

    where:
    name     | text               | executable
    'hosts'  | '[g]\nh1\n'        | true
    'hosts'  | '#!/bin/sh\nh1\n'  | false
    'h.yml'  | 'all: {hosts: {h1: }}' | true
  }

  private Path program(String text) {
    Path file = Files.writeString(folder.resolve('hosts'), "#!/bin/sh\n$text\n")
    file.toFile().executable = true
    file
  }

  private static Inventory load(Path source) {
    new InventoryLoader(new Vault([])).load([source.toString()])
  }
}
