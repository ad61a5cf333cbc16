package kit.script.scope;

import java.util.Set;
import kit.model.KitException;
import kit.script.language.Call;
import kit.script.language.Place;
import kit.script.language.Verb;

/** A verb said in bodies, for each host. */
public interface BodyVerb extends Verb {

  @Override
  default Set<Place> places() {
    return Set.of(Place.BODY);
  }

  /**
   * @throws KitException with what is wrong with the call
   */
  Object run(Call call, HostScope host);
}
