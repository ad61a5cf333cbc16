package kit.script.verb;

import java.util.Set;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;
import kit.script.scope.Reading;
import kit.script.scope.ReadingVerb;

/**
 * {@code role 'nginx', port: 8081, tags: 'web'}: the tasks of a role, with its handlers, variables
 * and files. Arguments that are no options are parameters, also of the role's own options.
 */
final class RoleVerb implements ReadingVerb, BodyVerb {

  static final String WORD = "role";

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public Set<Place> places() {
    return Set.of(Place.PLAY, Place.TASKS, Place.BODY);
  }

  @Override
  public void read(Call call, Reading reading) {
    refuseBlock(call);
    new RoleReading(reading).read(call);
  }

  @Override
  public Object run(Call call, HostScope host) {
    refuseBlock(call);
    new RoleRun(host.script(), host.session()).run(call);
    return null;
  }

  private static void refuseBlock(Call call) {
    if (call.block() != null) {
      throw call.problem("a role has no block", "role 'nginx', port: 8081");
    }
  }
}
