package kit.preflight

import java.nio.file.Files
import java.nio.file.Path
import kit.cli.Main
import kit.cli.terminal.Screen

/** {@code kit check --offline} of the playbook in a folder, as if kit were started there. */
class Offline {

  final int code
  final String out
  final String err

  private Offline(int code, String out, String err) {
    this.code = code
    this.out = out
    this.err = err
  }

  /** The folder's own inventory, else that of the folder around it. */
  static Offline of(Map<String, String> environment = [KIT_NO_CACHE: '1'], Path folder, String... more) {
    def inventory = [folder, folder.parent].collect { it.resolve('hosts') }.find { Files.exists(it) }
    def said = folder.resolve('arguments.txt')
    def arguments = Files.exists(said) ? Files.readString(said).split() as List : []
    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()
    def screen = new Screen(new PrintStream(out), new PrintStream(err), environment, '', 0)
    int code = new Main(screen).run('check', '--offline', '-i', "$inventory", "${folder.resolve('site.groovy')}", *arguments, *more)
    new Offline(code, here(out, folder), here(err, folder))
  }

  private static String here(ByteArrayOutputStream text, Path folder) {
    text.toString('UTF-8').replace("$folder/", '').replace("$folder", '.')
  }
}
