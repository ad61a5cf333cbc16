package kit.template.filters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kit.model.Location;
import kit.template.python.Group;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.vault.Secret;
import kit.vault.Vault;

/** Into a vault and out of it, with a password that the template gives. */
final class VaultFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    String text = Text.str(a[0]);
    byte[] password = Text.str(a[1]).getBytes(StandardCharsets.UTF_8);
    if (password.length == 0) {
      throw new PythonError(name + " needs a password that is not empty");
    }
    Secret key = new Secret(Text.str(name.equals("vault") ? a[3] : a[2]), password);
    if (name.equals("vault")) {
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      return a[2] == null
          ? Vault.encrypt(plain, key)
          : Vault.encrypt(plain, key, Text.str(a[2]).getBytes(StandardCharsets.UTF_8));
    }
    if (!Vault.isVaulted(text.getBytes(StandardCharsets.UTF_8))) {
      return text;
    }
    byte[] plain = new Vault(List.of(key)).decrypt(text, Location.NONE);
    return new String(plain, StandardCharsets.UTF_8);
  }
}
