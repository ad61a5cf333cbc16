package kit.script.value

import kit.model.Location
import kit.model.Secrets
import kit.script.RecordingSession
import kit.script.Scripts
import spock.lang.Specification

class SecretTextSpec extends Specification {

  /** Notes what becomes secret. */
  static class Notes implements Secrets {
    final Set<String> all = []

    @Override
    void add(String text, Location from) { all << text }

    @Override
    boolean any() { all }

    @Override
    Optional<Location> in(String text) { all.any { text.contains(it) } ? Optional.of(Location.NONE) : Optional.empty() }
  }

  static class Keeping extends RecordingSession {
    final Notes notes = new Notes()

    @Override
    Secrets secrets() { notes }
  }

  def session = new Keeping(variables: [token: 'Abc:Def123', plain: 'nothing', map: [deep: ['x Abc:Def123']]])

  def setup() {
    session.notes.add('Abc:Def123', Location.NONE)
  }

  def "what methods make of a secret is secret: #code"() {
    when:
    Scripts.run("println $code" as String, session)

    then:
    session.printed*.substring(3) == [printed]
    session.notes.all.containsAll(noted)

    where:
    code                              || printed                 | noted
    'token.toUpperCase()'             || 'ABC:DEF123'            | ['ABC:DEF123']
    'token.reverse()'                 || '321feD:cbA'            | ['321feD:cbA']
    'token[4..-1]'                    || 'Def123'                | ['Def123']
    'token.split(":")[1]'             || 'Def123'                | ['Def123']
    'token.toUpperCase().drop(4)'     || 'DEF123'                | ['ABC:DEF123', 'DEF123']
    'map.deep[0].replace("x ", "")'   || 'Abc:Def123'            | []
    '"<$token>"'                      || '<Abc:Def123>'          | []
    'token + "!"'                     || 'Abc:Def123!'           | []
    'token.size() + plain.size()'     || '17'                    | []
    'plain.toUpperCase()'             || 'NOTHING'               | []
  }

  def "a secret is a text like any other: #code"() {
    when:
    Scripts.run("def held = $code\nprintln held" as String, session)

    then:
    session.printed*.substring(3) == ['true']

    where:
    code << ['token == "Abc:Def123"', '"Abc:Def123" == token', 'token != "x"', 'token in ["Abc:Def123"]', '["Abc:Def123": true][token]', 'token ? true : false',
      'token.startsWith("Abc")', 'token ==~ /Abc.*/', 'token.contains("Def")', 'token.length() == 10', '!token.isEmpty()',
      '[a: token].a == token', '(token as String) instanceof String', 'token > "Aaa"', '({ String s -> s.size() }(token)) == 10']
  }

  def "modules are given plain texts"() {
    when:
    Scripts.run('copy dest: "/x", content: token; command "true", env: [T: token]', session)

    then:
    session.calls[0].module().content().get().class == String
    session.calls[1].options().environment() == [T: 'Abc:Def123']
  }
}
