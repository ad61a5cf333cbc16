package kit.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kit.catalog.Given;
import kit.catalog.SourceCatalog;
import kit.catalog.SourceType;
import kit.data.Setting;
import kit.data.Verbatim;
import kit.inventory.Inventory;
import kit.inventory.InventoryBuilder;
import kit.inventory.Memory.Old;
import kit.inventory.SourceConfig;
import kit.inventory.SourceException;
import kit.inventory.Sources;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.inventory.Found;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.InventorySource;
import kit.spi.inventory.SourceFailure;
import kit.vars.Renderer;

/** Asks the sources that inventories name, and adds what they know to the inventory. */
public final class Discovery implements Sources {
  private static final List<String> CONSTRUCTED =
      List.of("constructed", "ansible.builtin.constructed");

  private static final String RENAME =
      "the source calls it so: rename it there, filter it out, or have hosts called by something else";

  private final Supplier<SourceCatalog> catalog;
  private final Plain plain;
  private final Renderer renderer;
  private final Inquiry inquiry;
  private final Consumer<String> remembered;

  /**
   * @param catalog the sources there are; asked when an inventory names one
   * @param plain opens and renders settings
   * @param renderer evaluates expressions
   * @param remembered gets a line about each answer that was kept
   */
  public Discovery(
      Supplier<SourceCatalog> catalog,
      Plain plain,
      Renderer renderer,
      Inquiry inquiry,
      Consumer<String> remembered) {
    this.catalog = catalog;
    this.plain = plain;
    this.renderer = renderer;
    this.inquiry = inquiry;
    this.remembered = remembered;
  }

  @Override
  public void ask(SourceConfig config, InventoryBuilder into) {
    List<Given> own = new ArrayList<>(config.settings());
    Common common = Common.of(own, config.location());
    common.warnings().forEach(into::warn);
    Construction construction = new Construction(common, renderer);
    if (CONSTRUCTED.contains(config.plugin())) {
      common.choices().forEach(choice -> refuse("filters", choice.condition().location()));
      own.forEach(given -> refuse(given.name().orElse(""), given.location()));
      Inventory known = into.soFar();
      for (String name : known.hosts()) {
        FoundHost host = new FoundHost(name, known.groupNames(name), Map.of());
        KnownSoFar vars = new KnownSoFar(known.settingsOf(name), plain);
        add(construction.of(host, vars, into), into, config.location());
      }
    } else {
      Found found = config.rules().apply(found(config, common, own, into));
      found.warnings().forEach(warning -> into.warn(config.location() + ": " + warning));
      Twice twice = new Twice(into, config.location());
      for (FoundHost host : found.hosts()) {
        HostScope vars = new HostScope(host.vars());
        if (construction.wants(host, vars)) {
          host.groups()
              .forEach(group -> into.addGroup(group, config.location())); // as Ansible: first
          FoundHost made = construction.of(host, vars, into);
          add(made, into, config.location());
          twice.note(made);
        }
      }
      twice.warn();
    }
    construction.warnings().forEach(into::warn);
  }

  private Found found(SourceConfig config, Common common, List<Given> own, InventoryBuilder into) {
    Location at = config.location();
    SourceType type = type(config);
    List<Given> settings = plain.all(own);
    InventorySource source = type.bind(settings, at);
    try {
      Inquiry.Answer answer =
          inquiry.ask(source, common, key(type, settings, config), config.folder());
      if (answer.why() != null) {
        into.warn(
            at
                + ": "
                + answer.why().getMessage()
                + "; going on with its answer of "
                + Old.words(answer.age())
                + " ago");
      } else if (!answer.age().isZero()) {
        remembered.accept(
            at + " answered " + Old.words(answer.age()) + " ago; --refresh asks anew");
      }
      return answer.found();
    } catch (SourceFailure e) {
      throw new SourceException(new Problem(at, e.getMessage(), e.hint()));
    }
  }

  private SourceType type(SourceConfig config) {
    SourceCatalog known = catalog.get();
    Optional<SourceType> type = known.find(config.plugin());
    if (type.isEmpty()) {
      Optional<String> near = known.suggest(config.plugin());
      throw new KitException(
          new Problem(
              config.location(),
              "there is no inventory source '" + config.plugin() + "'",
              near.map(name -> "did you mean '" + name + "'?")
                  .orElse("kit has " + String.join(", ", known.names()) + " and constructed")));
    }
    return type.get();
  }

  private static String key(SourceType type, List<Given> settings, SourceConfig config) {
    TreeSet<String> parts = new TreeSet<>();
    for (Given given : settings) {
      parts.add(given.name().orElse("") + "=" + given.value());
    }
    return Fingerprint.of(type.name() + "\0" + config.folder() + "\0" + String.join("\0", parts));
  }

  private static void refuse(String setting, Location at) {
    throw new KitException(
        new Problem(
            at,
            "constructed has no setting '" + setting + "'",
            "it knows strict, compose, groups, keyedGroups and leadingSeparator"));
  }

  /** Names come from others: one that cannot be a name is the source's fault. */
  private static void add(FoundHost host, InventoryBuilder into, Location at) {
    try {
      put(host, into, at);
    } catch (KitException e) {
      Problem problem = e.problems().get(0);
      throw new SourceException(new Problem(problem.location(), problem.message(), RENAME));
    }
  }

  private static void put(FoundHost host, InventoryBuilder into, Location at) {
    List<String> groups = host.groups().isEmpty() ? List.of("ungrouped") : host.groups();
    for (String group : groups) {
      into.addGroup(group, at);
      into.addHost(host.name(), group, 0, at);
    }
    for (Map.Entry<String, Object> each : host.vars().entrySet()) {
      Setting setting = new Setting(Verbatim.all(each.getValue()), at);
      into.setHostVar(host.name(), each.getKey(), setting);
    }
  }
}
