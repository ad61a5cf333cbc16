package kit.inventory;

import java.nio.file.Path;
import java.util.Map;
import kit.data.Setting;
import kit.model.Location;
import kit.script.InventoryScript;
import kit.script.InventoryScripts;

/** An inventory written in Groovy. */
final class GroovyFormat implements InventoryFormat {

  @Override
  public boolean takes(Path file, String text) {
    return file.toString().endsWith(".groovy");
  }

  @Override
  public void read(Path file, String name, String text, InventoryBuilder into) {
    InventoryScripts.run(text, name, new Filling(into));
  }

  private record Filling(InventoryBuilder into) implements InventoryScript.Sink {

    @Override
    public void group(String name, String parent, Location at) {
      into.addGroup(name, at);
      if (!parent.isEmpty()) {
        into.addGroup(parent, at);
        into.addChild(parent, name, at);
      }
    }

    @Override
    public void host(String name, String group, Map<String, Object> vars, Location at) {
      into.addHost(name, group.isEmpty() ? "ungrouped" : group, 0, at);
      vars.forEach((key, value) -> into.setHostVar(name, key, new Setting(value, at)));
    }

    @Override
    public void vars(String group, Map<String, Object> vars, Location at) {
      vars.forEach((key, value) -> into.setGroupVar(group, key, new Setting(value, at)));
    }
  }
}
