package kit.script.scope;

import kit.model.KitException;
import kit.script.language.Call;
import kit.script.language.Verb;

/** A verb that gives a playbook its structure; said once, while the playbook is read. */
public interface ReadingVerb extends Verb {

  /**
   * @throws KitException with what is wrong with the call
   */
  void read(Call call, Reading reading);
}
