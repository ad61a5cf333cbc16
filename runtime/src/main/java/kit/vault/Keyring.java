package kit.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kit.model.Location;
import kit.model.Secrets;

/** The vault passwords of a run, fetched when the first one is needed, each hidden at once. */
public final class Keyring implements Vault.Keys {
  private final List<PasswordSource> sources;
  private final PasswordSource.Means means;
  private final Secrets hidden;
  private List<Secret> fetched;

  public Keyring(List<PasswordSource> sources, PasswordSource.Means means, Secrets hidden) {
    this.sources = List.copyOf(sources);
    this.means = means;
    this.hidden = hidden;
  }

  @Override
  public synchronized List<Secret> all() {
    if (fetched == null) {
      List<Secret> keys = new ArrayList<>();
      for (PasswordSource source : sources) {
        Secret key = source.fetch(means, new Vault(keys));
        hidden.add(new String(key.password(), StandardCharsets.UTF_8), Location.NONE);
        keys.add(key);
      }
      fetched = List.copyOf(keys);
    }
    return fetched;
  }
}
