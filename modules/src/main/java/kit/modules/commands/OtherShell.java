package kit.modules.commands;

import kit.spi.Sh;

/** A text that a program other than the session's shell reads. */
final class OtherShell {

  private OtherShell() {}

  /** The other shell reads the text from a descriptor: its standard input belongs to the text. */
  static String reading(String text, String program) {
    String end = "KIT_END";
    while (("\n" + text + "\n").contains("\n" + end + "\n")) {
      end += "_";
    }
    return Sh.quote(program) + " /dev/fd/9 9<<'" + end + "'\n" + text + "\n" + end;
  }
}
