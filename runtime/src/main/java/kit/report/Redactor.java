package kit.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.model.Location;
import kit.model.Secrets;

/** Knows the secrets of a run and takes them out of any text that is about to be shown. */
public final class Redactor implements Secrets {

  static final String MASK = "******";

  /** Masking something shorter would riddle the output and so give the secret away. */
  private static final int SHORTEST = 4;

  /** Words that vaulted files hold too, and that no output can do without. */
  private static final Set<String> COMMON =
      Set.of("true", "false", "null", "none", "root", "localhost", "present", "absent");

  private final Map<String, Location> secrets = new LinkedHashMap<>();
  private final Set<String> veiled = new LinkedHashSet<>();
  private volatile boolean any;
  private volatile Finder plain = Finder.NONE;
  private volatile Finder forms = Finder.NONE;
  private boolean stale;

  /** From now on this text is shown nowhere, in none of the forms that it can take. */
  public void hide(String secret) {
    add(secret, Location.NONE);
  }

  @Override
  public synchronized void add(String text, Location from) {
    if (common(text) || secrets.containsKey(text)) {
      return;
    }
    secrets.put(text, from);
    stale = true;
    any = true;
  }

  @Override
  public synchronized void veil(String text) {
    if (!common(text) && veiled.add(text)) {
      stale = true;
      any = true;
    }
  }

  @Override
  public boolean hides(String text) {
    return !clean(text).equals(text);
  }

  private static boolean common(String text) {
    return text.strip().length() < SHORTEST || COMMON.contains(text.strip());
  }

  @Override
  public boolean any() {
    return any;
  }

  @Override
  public Optional<Location> in(String text) {
    if (!any || text.length() < SHORTEST) {
      return Optional.empty();
    }
    refresh();
    String found = plain.first(text);
    if (found == null) {
      return Optional.empty();
    }
    synchronized (this) {
      Location from = secrets.get(found);
      return Optional.of(from == null ? Location.NONE : from);
    }
  }

  /** The text with a mask in the place of every secret. */
  public String clean(String text) {
    if (!any || text.length() < SHORTEST) {
      return text;
    }
    refresh();
    return forms.masked(text, MASK);
  }

  /** The length of the longest text that is looked for. */
  int longest() {
    refresh();
    return forms.longest();
  }

  private void refresh() {
    synchronized (this) {
      if (stale) {
        Finder whole = new Finder();
        Finder all = new Finder();
        for (String secret : secrets.keySet()) {
          String core = secret.strip();
          whole.add(core, false);
          Forms.of(core, all);
        }
        veiled.forEach(each -> Forms.of(each.strip(), all));
        plain = whole;
        forms = all;
        stale = false;
      }
    }
  }
}
