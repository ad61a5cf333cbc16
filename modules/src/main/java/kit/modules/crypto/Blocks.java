package kit.modules.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Answers of a function in sh that prints for each question a word, and lines that belong to it,
 * each behind a blank.
 */
final class Blocks {

  private Blocks() {}

  /**
   * @param text what was printed
   * @param asked how many questions there were; what is missing at the end, because the shell broke
   *     off, is answered with an empty word
   * @param answer what a word and its lines mean
   */
  static <T> List<T> read(String text, int asked, BiFunction<String, List<String>, T> answer) {
    List<T> answers = new ArrayList<>();
    List<String> block = new ArrayList<>();
    String word = "";
    for (String line : (text + "end").split("\n")) {
      if (line.startsWith(" ")) {
        block.add(line.substring(1));
        continue;
      }
      if (!word.isEmpty()) {
        answers.add(answer.apply(word, block));
        block = new ArrayList<>();
      }
      word = line;
    }
    while (answers.size() < asked) {
      answers.add(answer.apply("", List.of()));
    }
    return answers;
  }
}
