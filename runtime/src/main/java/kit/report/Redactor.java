package kit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Knows the secrets of a run and takes them out of any text that is about to be shown. */
public final class Redactor {

  static final String MASK = "******";

  /** Masking something shorter would riddle the output and so give the secret away. */
  private static final int SHORTEST = 4;

  private final List<String> secrets = new ArrayList<>();

  /** From now on this text is shown nowhere, neither as it is nor as a shell writes it. */
  public synchronized void hide(String secret) {
    if (secret.length() < SHORTEST) {
      return;
    }
    add(secret);
    add(Visible.text(secret));
    add(secret.replace("'", "'\\''"));
    secrets.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** The text with a mask in the place of every secret. */
  public synchronized String clean(String text) {
    String cleaned = text;
    for (int i = 0; i < secrets.size(); i++) {
      cleaned = cleaned.replace(secrets.get(i), MASK);
    }
    return cleaned;
  }

  private void add(String form) {
    if (!secrets.contains(form)) {
      secrets.add(form);
    }
  }
}
