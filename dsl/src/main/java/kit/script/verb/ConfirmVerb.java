package kit.script.verb;

import java.util.ArrayList;
import java.util.List;
import kit.catalog.Given;
import kit.model.Confirm;
import kit.model.KitException;
import kit.model.Problem;
import kit.script.language.Call;
import kit.script.language.ConfirmArguments;
import kit.script.scope.BodyVerb;
import kit.script.scope.HostScope;

/**
 * {@code confirmWithin(60.s) { }}: changes of firewall, network or SSH that the host undoes by
 * itself unless kit gets back in.
 */
final class ConfirmVerb implements BodyVerb {

  @Override
  public String word() {
    return ConfirmArguments.WORD;
  }

  @Override
  public Object run(Call call, HostScope host) {
    List<Given> given = new ArrayList<>();
    call.positional().forEach(value -> given.add(Given.positional(value, call.location())));
    call.named().forEach((name, value) -> given.add(Given.named(name, value, call.location())));
    List<Problem> wrong =
        ConfirmArguments.problems(given, false, call.block() != null, call.location());
    if (!wrong.isEmpty()) {
      throw new KitException(wrong);
    }
    Confirm confirm =
        new Confirm(
            ConfirmArguments.duration(call.positional().get(0)),
            ConfirmArguments.texts(call.named().get(ConfirmArguments.FILES)),
            ConfirmArguments.texts(call.named().get(ConfirmArguments.REVERT)));
    host.session().confirm(confirm, call.location(), () -> host.run(call.block()));
    return null;
  }
}
