package kit.vault

import java.nio.file.Path
import kit.data.DataFile
import kit.data.Vaulted
import kit.data.Verbatim
import kit.fixture.Oracle
import kit.model.KitException
import kit.model.Location
import spock.lang.Requires
import spock.lang.Specification

@Requires({ Oracle.isHere() })
class VaultOracleSpec extends Specification {
  static final Location HERE = new Location('secrets.yml', 1, 1)

  def 'decrypts #example.id: #example.topic'() {
    expect:
    decrypt(example).encodeBase64().toString() == example.plaintext_base64

    where:
    example << Oracle.cases('vault/vectors.json')
  }

  def 'decrypts the odd #example.id: #example.mutation'() {
    expect:
    decrypt(example).encodeBase64().toString() == example.plaintext_base64

    where:
    example << Oracle.cases('vault/lenient.json')
  }

  def 'refuses #example.id: #example.mutation'() {
    when:
    decrypt(example)

    then:
    KitException e = thrown()
    e.problems()[0].location() == HERE

    where:
    example << Oracle.cases('vault/mustfail.json')
  }

  def 'reads the inline values of #example.id'() {
    when:
    Object result = inline(example)

    then:
    example.error ? result == 'error' : result == example.expected

    where:
    example << Oracle.cases('vault/inline.json')
  }

  private static byte[] decrypt(Map example) {
    new Vault([new Secret(example.label ?: 'default', example.password.getBytes('UTF-8'))])
        .decrypt(example.ciphertext, HERE)
  }

  private static Object inline(Map example) {
    Vault vault = new Vault(example.vault_passwords.collect { l, p -> new Secret(l, p.getBytes('UTF-8')) })
    try {
      Path file = Oracle.ROOT.resolve('vault').resolve(example.file)
      open(DataFile.read(file, example.file, vault).root(), vault)
    } catch (KitException ignored) {
      'error'
    }
  }

  private static Object open(Object value, Vault vault) {
    switch (value) {
      case Map: return value.collectEntries { k, v -> [(k): open(v, vault)] }
      case List: return value.collect { open(it, vault) }
      case Vaulted: return new String(vault.decrypt(value.ciphertext(), value.location()), 'UTF-8')
      case Verbatim: return value.text()
      default: return value
    }
  }
}
