package kit.vars;

import java.util.List;
import java.util.Map;
import kit.data.Setting;

/**
 * What a play adds to the variables of its hosts.
 *
 * @param vars play variables, those of varsFiles included
 * @param hosts hosts of the play still in it
 * @param allHosts hosts the play began with
 * @param batch hosts of the present batch
 * @param check whether this is check mode
 * @param diff whether diffs are shown
 */
public record PlayScope(
    Map<String, Setting> vars,
    List<String> hosts,
    List<String> allHosts,
    List<String> batch,
    boolean check,
    boolean diff) {
  public static final PlayScope NONE =
      new PlayScope(Map.of(), List.of(), List.of(), List.of(), false, false);
}
