package kit.cli.vault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.data.Vaulted;
import kit.vault.Vault;

/** Values with what is vaulted among them decrypted, so that two states can be compared. */
public final class Plainly {

  private Plainly() {}

  static Object of(Object value, Vault vault) {
    if (value instanceof Vaulted vaulted) {
      // marked, since a plain text with the same content is not the same
      byte[] plain = vault.open(vaulted.ciphertext(), vaulted.location()).plain();
      return List.of("!vault", java.util.Base64.getEncoder().encodeToString(plain));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, of(item, vault)));
      return out;
    }
    if (value instanceof List<?> list) {
      return java.util.Arrays.asList(list.stream().map(item -> of(item, vault)).toArray());
    }
    return value;
  }
}
