package kit.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kit.catalog.Given;
import kit.data.Setting;
import kit.model.Location;
import kit.script.data.InventoryScript;
import kit.script.data.InventoryScripts;
import kit.spi.inventory.Found;

/** An inventory written in Groovy. */
final class GroovyFormat implements InventoryFormat {
  private final Sources sources;

  GroovyFormat(Sources sources) {
    this.sources = sources;
  }

  @Override
  public boolean takes(Path file, String text) {
    return file.toString().endsWith(".groovy");
  }

  @Override
  public void read(Path file, String name, String text, InventoryBuilder into) {
    Path folder = file.toAbsolutePath().getParent();
    InventoryScripts.run(text, name, new Filling(into, sources, folder));
  }

  private record Filling(InventoryBuilder into, Sources sources, Path folder)
      implements InventoryScript.Sink {

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

    @Override
    public void source(
        String plugin, List<Given> settings, UnaryOperator<Found> rules, Location at) {
      sources.ask(new SourceConfig(plugin, folder, settings, rules, at), into);
    }
  }
}
