import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.model.Location;
import kit.spi.Source;
import kit.spi.TemplateStyle;
import kit.template.Templates;
import kit.vars.Scope;

/** Renders all templates of a directory for many hosts in one process, and tells what it cost. */
final class Render {

  public static void main(String[] arguments) throws Exception {
    List<Source> sources = new ArrayList<>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        sources.add(new Source(file.toString(), Files.readAllBytes(file), 0644, false));
      }
    }
    int hosts = Integer.parseInt(arguments[1]);
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    long start = System.nanoTime();
    Templates templates = new Templates();
    for (int host = 0; host < hosts; host++) {
      Scope scope = new Variables(host);
      for (Source source : sources) {
        String text = templates.render(source, scope, TemplateStyle.ANSIBLE);
        sum.update(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    long took = (System.nanoTime() - start) / 1_000_000;
    String peak = "";
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      peak = line.startsWith("VmHWM") ? line.replaceAll("\\D", "") : peak;
    }
    String output = HexFormat.of().formatHex(sum.digest()).substring(0, 16);
    System.out.println(took + " " + Long.parseLong(peak) / 1024 + " " + output);
  }

  /** The variables of one host, the same as in render.py. */
  private record Variables(Map<String, Object> values) implements Scope {

    Variables(int host) {
      this(new LinkedHashMap<>());
      values.put("inventory_hostname", "web" + host);
      values.put("port", 8000 + host % 100);
      values.put("tls", host % 2 == 0);
      List<Object> sites = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        List<String> aliases = List.of("www.site" + i + ".example.org", "s" + i + ".example.org");
        sites.add(Map.of("name", "site" + i, "aliases", aliases, "weight", i * host % 7));
      }
      values.put("sites", sites);
    }

    @Override
    public boolean has(String name) {
      return values.containsKey(name);
    }

    @Override
    public Object get(String name, Location where) {
      return values.get(name);
    }

    @Override
    public Set<String> names() {
      return values.keySet();
    }
  }
}
