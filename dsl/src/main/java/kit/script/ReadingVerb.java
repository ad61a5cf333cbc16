package kit.script;

import kit.model.KitException;

/** A verb that gives a playbook its structure; said once, while the playbook is read. */
interface ReadingVerb extends Verb {

  /**
   * @throws KitException with what is wrong with the call
   */
  void read(Call call, Reading reading);
}
