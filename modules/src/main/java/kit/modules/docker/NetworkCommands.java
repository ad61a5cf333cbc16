package kit.modules.docker;

import java.util.List;
import kit.spi.Sh;

/**
 * The pieces of sh that connect containers to a network.
 *
 * @param network name
 */
record NetworkCommands(String network) {

  /** Puts all containers out, noting them with their fixed addresses, and removes the network. */
  String empty() {
    return """
        kit_docker network inspect -f '{{range .Containers}}{{println .Name}}{{end}}' NET >"$kit_d/in" || exit
        : >"$kit_d/back"
        while read -r kit_n; do
          [ -n "$kit_n" ] || continue
          kit_a=$(kit_docker container inspect -f '{{with (index .NetworkSettings.Networks "NET").IPAMConfig}}{{.IPv4Address}}{{end}}' "$kit_n")
          echo "$kit_n $kit_a" >>"$kit_d/back"
          kit_docker network disconnect -f NET "$kit_n" || exit
        done <"$kit_d/in"
        kit_docker network rm NET >/dev/null || exit
        """
        .replace("NET", network);
  }

  /**
   * Connects those again that {@link #empty} has put out, but not those that are connected anyway.
   */
  String again(List<Attachment> wanted) {
    StringBuilder names = new StringBuilder("''");
    wanted.forEach(each -> names.append('|').append(each.network()));
    return """
        while read -r kit_n kit_a; do
          case $kit_n in NAMES) continue ;; esac
          kit_docker network connect ${kit_a:+--ip "$kit_a"} NET "$kit_n" || exit
        done <"$kit_d/back"
        """
        .replace("NET", network)
        .replace("NAMES", names);
  }

  String disconnect(String container) {
    return "kit_docker network disconnect -f " + network + " " + container + " || exit\n";
  }

  /** An attachment whose name is the container's. */
  String connect(Attachment each) {
    String words = Sh.quote(each.words("--alias"));
    return "kit_docker network connect "
        + (words.isEmpty() ? "" : words + " ")
        + network
        + " "
        + each.network()
        + " || exit\n";
  }
}
