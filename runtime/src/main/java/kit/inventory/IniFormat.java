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
    text.lines().forEach(reader::line);
    reader.end();
  }
}
