package kit.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Did-you-mean: the known word that a wrong one most likely stands for. */
public final class Suggestion {

  private Suggestion() {}

  /** The nearest known word, if one is near enough to be what was meant. */
  public static Optional<String> of(String wrong, Collection<String> known) {
    String typed = plain(wrong);
    String best = null;
    int least = typed.length() <= 5 ? 2 : Math.min(3, typed.length() / 3) + 1;
    for (String word : known) {
      int distance = distance(typed, plain(word));
      boolean near = distance < Math.max(typed.length(), word.length());
      if (near && (distance < least || distance == least && precedes(word, best))) {
        least = distance;
        best = word;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code did you mean 'x'?}, or the given text if no known word is near. */
  public static String hint(String wrong, Iterable<String> known, String otherwise) {
    List<String> words = new ArrayList<>();
    known.forEach(words::add);
    Optional<String> near = of(wrong, words);
    return near.isPresent() ? "did you mean '" + near.get() + "'?" : otherwise;
  }

  private static boolean precedes(String word, String best) {
    return best != null && word.compareTo(best) < 0;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other
   * (Damerau-Levenshtein, optimal string alignment).
   */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = before;
      before = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
