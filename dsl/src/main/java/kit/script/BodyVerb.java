package kit.script;

import java.util.Set;
import kit.model.KitException;

/** A verb said in bodies, for each host. */
interface BodyVerb extends Verb {

  @Override
  default Set<Place> places() {
    return Set.of(Place.BODY);
  }

  /**
   * @throws KitException with what is wrong with the call
   */
  Object run(Call call, HostScope host);
}
