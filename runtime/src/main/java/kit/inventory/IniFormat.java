package kit.inventory;

import java.nio.file.Path;

/** INI as Ansible reads it; takes every file that no other format took. */
final class IniFormat implements InventoryFormat {

  @Override
  public boolean takes(Path file, String text) {
    return true;
  }

  @Override
  public void read(Path file, String name, String text, InventoryBuilder into) {
    IniReader reader = new IniReader(name, into);
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      reader.line(text.substring(from, end < 0 ? text.length() : end));
      from = end < 0 ? text.length() : end + 1;
    }
    reader.end();
  }
}
