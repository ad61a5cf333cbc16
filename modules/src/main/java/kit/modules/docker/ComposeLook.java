package kit.modules.docker;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.query.HostPath;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What there is of a project of Compose, and what its definition says.
 *
 * @param source the project
 * @param orphans whether it matters which services other profiles bring
 * @param bare whether services are to run without what they depend on; the plugin then makes other
 *     hashes
 */
record ComposeLook(ComposeSource source, boolean orphans, boolean bare)
    implements Query<ComposeState> {

  private static final List<String> USUAL =
      List.of(
          "docker-compose.yml",
          "docker-compose.yaml",
          "compose.yml",
          "compose.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml",
          "compose.override.yml",
          "compose.override.yaml");

  private static final String BARE =
      """
      if [ $kit_t = plugin ]; then
        awk '/^    depends_on:/ { s = 1; next } /^     / { if (!s) print; next } { s = 0; print }' \
          "$kit_d/config" >"$kit_d/bare"
        kit_docker compose --project-directory . -f "$kit_d/bare" config --hash='*' 2>/dev/null
        echo
      fi
      """;

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public Probe<ComposeState> probe(List<Query<ComposeState>> batch) {
    String body =
        source.compose()
            + source.shown()
            + "echo \"@tool $kit_t\"\n"
            + cd()
            + (orphans
                ? "[ $kit_t = classic ] || { echo @all; kit_c --profile '*' config --services 2>/dev/null; }\n"
                : "")
            + """
            kit_n=
            if kit_c config >"$kit_d/config" 2>"$kit_d/err"; then
              echo '@config'; cat "$kit_d/config"; echo
              echo '@hashes'; kit_c config --hash='*' 2>/dev/null; echo
              BAREkit_n=$(sed -n 's/^name: *//p' "$kit_d/config" | tr -d "\\"'")
            else
              echo '@invalid'; cat "$kit_d/err"; echo
            fi
            """
                .replace("BARE", bare ? BARE : "")
            + name()
            + """
            echo "@project $kit_n"
            kit_l=label=com.docker.compose.project=$kit_n
            kit_i=$(kit_docker ps -aq --no-trunc --filter "$kit_l") || exit
            echo '@containers'
            [ -z "$kit_i" ] || kit_docker container inspect -f '{{json .}}' $kit_i 2>/dev/null
            echo '@images'
            [ -z "$kit_i" ] || kit_docker image ls --no-trunc --format '{{.Repository}}:{{.Tag}} {{.ID}}'
            echo '@networks'
            kit_docker network ls --filter "$kit_l" --format '{{.Name}}'
            echo '@volumes'
            kit_docker volume ls --filter "$kit_l" --format '{{.Name}}'
            """;
    return new Probe<>(source.engine().script(body), output -> List.of(read(output)));
  }

  private static ComposeState read(Output output) {
    return output.rc() == 0
        ? ComposeState.read(output.text())
        : ComposeState.failed(output.errors());
  }

  /** An inline definition may be asked of before its directory is there. */
  private String cd() {
    String directory = Sh.path(source.directory());
    return source.definition().isEmpty()
        ? "cd " + directory + " 2>/dev/null || { echo '@nodirectory'; cd /; }\n"
        : "cd " + directory + " 2>/dev/null || cd /\n";
  }

  /** As Compose itself finds a name. */
  private String name() {
    if (!source.name().isEmpty()) {
      return "kit_n=" + Sh.quote(source.name()) + "\n";
    }
    String last = HostPath.name(source.directory());
    return "[ -n \"$kit_n\" ] || kit_n=$(sed -n 's/^COMPOSE_PROJECT_NAME=//p' .env 2>/dev/null)\n"
        + "[ -n \"$kit_n\" ] || kit_n="
        + Sh.quote(ordinary(last))
        + "\n";
  }

  static String ordinary(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c : name.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  @Override
  public Set<Resource> about() {
    Set<Resource> about = new LinkedHashSet<>();
    about.add(new Resource("docker", "container"));
    about.add(new Resource("docker", "image"));
    about.add(Resource.path(HostPath.inside(source.directory(), ".env")));
    for (String file : source.files().isEmpty() ? USUAL : source.files()) {
      about.add(path(file));
    }
    source.envFiles().forEach(file -> about.add(path(file)));
    return about;
  }

  private Resource path(String file) {
    return Resource.path(file.startsWith("/") ? file : HostPath.inside(source.directory(), file));
  }
}
