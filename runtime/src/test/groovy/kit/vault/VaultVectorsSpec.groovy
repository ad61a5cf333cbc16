package kit.vault

import kit.data.Json
import kit.model.Location
import spock.lang.Specification

/** What kit and ansible-vault wrote, frozen: bench/vault made it and had each open the other's. */
class VaultVectorsSpec extends Specification {

  static final HERE = new Location('vectors.json', 0, 0)
  static final List<Map> VECTORS = VaultVectorsSpec.getResource('vectors.json').readLines().collect { Json.tryRead(it) as Map }

  def "#vector.by wrote #vector.size bytes under '#vector.label': they open, and are written so again"() {
    given:
    def key = new Secret(vector.label, vector.password.decodeBase64())

    when:
    def opened = new Vault([key]).open(vector.text, HERE)
    def text = VaultText.parse(vector.text, HERE)

    then:
    opened.plain().encodeBase64().toString() == vector.plain
    Vault.encrypt(opened.plain(), key, text.salt()) == vector.text

    where:
    vector << VECTORS
  }

  def "a text with a bit of it flipped is refused, or was only a letter in the other case"() {
    given:
    def vector = VECTORS.find { it.size in 10..40 }
    def vault = new Vault([new Secret(vector.label, vector.password.decodeBase64())])
    int start = vector.text.indexOf('\n') + 1
    def places = (start..<vector.text.length()).findAll { vector.text[it] != '\n' }

    expect:
    // each digit of the text, one bit of it; all bits would take minutes of key derivation
    places.findAll { it % 7 == 0 }.every { at ->
      def flipped = new StringBuilder(vector.text)
      flipped.setCharAt(at, Integer.toHexString(Integer.parseInt(vector.text[at], 16) ^ (1 << at % 4)) as char)
      try {
        vault.decrypt(flipped.toString(), HERE).encodeBase64().toString() == vector.plain
      } catch (VaultException refused) {
        true
      }
    }
  }
}
