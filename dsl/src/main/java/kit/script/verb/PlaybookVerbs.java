package kit.script.verb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kit.script.language.Verb;
import kit.script.language.Verbs;

/** The verbs of playbooks; each is one small class, and stands here. */
public final class PlaybookVerbs {

  private PlaybookVerbs() {}

  public static Verbs all() {
    List<Verb> all = new ArrayList<>();
    Collections.addAll(all, new PlayVerb(), new TaskVerb(), new HandlerVerb());
    Collections.addAll(all, PlaySetting.values());
    Collections.addAll(all, Section.values());
    Collections.addAll(all, BodyWord.values());
    Collections.addAll(all, PlayRule.values());
    Collections.addAll(all, HostsWord.values());
    Collections.addAll(all, InventoryWord.values());
    Collections.addAll(all, AskVerb.values());
    Collections.addAll(all, new BlockVerb(), new IncludeVerb(), new AttemptVerb());
    Collections.addAll(all, new ConfirmVerb(), new RoleVerb(), new IncludeVarsVerb());
    return new Verbs(all);
  }
}
