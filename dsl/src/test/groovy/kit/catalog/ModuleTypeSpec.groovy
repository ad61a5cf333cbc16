package kit.catalog

import kit.model.KitException
import kit.model.Location
import spock.lang.Specification

class ModuleTypeSpec extends Specification {

  static final HERE = new Location('site.groovy', 3, 5)

  final parcel = ModuleType.of(Parcel)

  def 'tells the arguments of a module in order'() {
    expect:
    parcel.name() == 'parcel'
    parcel.arguments()*.name() == ['name', 'state', 'updateCache', 'size', 'src', 'content', 'timeout', 'tasks']
    parcel.arguments().findAll { it.required() }*.name() == ['name', 'size']
    parcel.arguments()[1].preset().get() == 'present'
  }

  def '#written is the argument #name'() {
    expect:
    parcel.argument(written).map { it.name() }.orElse(null) == name

    where:
    written        || name
    'name'         || 'name'
    'pkg'          || 'name'
    'package_name' || 'name'
    'packageName'  || 'name'
    'updateCache'  || 'updateCache'
    'update_cache' || 'updateCache'
    'nmae'         || null
    'ignoreErrors' || null
  }

  def '#written on a call is an option: #option'() {
    expect:
    parcel.isOption(written) == option

    where:
    written         || option
    'notify'        || true
    'ignore_errors' || true
    'environment'   || true
    'options'       || true
    'timeout'       || false
    'name'          || false
    'banana'        || false
  }

  def 'binds #positional and #named'() {
    expect:
    parcel.bind(positional, named, HERE) == bound

    where:
    positional          | named                            || bound
    []                  | [name: 'a', size: 1]             || parcel('a', 'PRESENT', false, 1)
    []                  | [pkg: 'a', size: '1']            || parcel('a', 'PRESENT', false, 1)
    ['a', 'latest']     | [size: 2, update_cache: 'yes']   || parcel('a', 'LATEST', true, 2)
    ['a', 'latest', true, 2] | [:]                         || parcel('a', 'LATEST', true, 2)
  }

  def 'refuses #positional and #named with every mistake'() {
    when:
    parcel.bind(positional, named, HERE)

    then:
    def e = thrown(KitException)
    e.problems()*.location().every { it == HERE }
    e.problems().collect { "${it.message()} | ${it.hint()}".toString() } == messages

    where:
    positional | named                               || messages
    []         | [size: 1]                           || ["parcel needs the argument 'name' | see kit doc parcel"]
    []         | [:]                                 || ["parcel needs the argument 'name' | see kit doc parcel", "parcel needs the argument 'size' | see kit doc parcel"]
    ['a', 'b'] | [size: 1]                           || ["parcel: 'state' wants present, latest or absent, not 'b' | see kit doc parcel"]
    []         | [nmae: 'a', size: 1]                || ["parcel has no argument 'nmae' | did you mean 'name'? (kit doc parcel)"]
    []         | [pkgs: 'a', size: 1]                || ["parcel has no argument 'pkgs' | did you mean 'pkg'? (kit doc parcel)"]
    ['a']      | [size: 1, notfy: 'x']               || ["parcel has no argument 'notfy' | did you mean 'notify'? (kit doc parcel)"]
    ['a']      | [size: 1, banana: 'x']              || ["parcel has no argument 'banana' | see kit doc parcel"]
    ['a']      | [size: 1, keep_old: 'x']            || ["parcel does not support 'keep_old' | leave it out"]
    []         | [nmae: 'a', cache: 1]               || ["parcel has no argument 'nmae' | did you mean 'name'? (kit doc parcel)", "parcel does not support 'cache' | leave it out", "parcel needs the argument 'size' | see kit doc parcel"]
    ['a']      | [size: 1, setype: 'x']              || ["parcel does not support 'setype' | kit sets no labels of SELinux: command 'restorecon ...' or 'chcon ...' does"]
    ['a']      | [size: 1, name: 'b']                || ["parcel is given 'name' twice | as value 1 and 'name'"]
    []         | [size: 1, name: 'b', pkg: 'b']      || ["parcel is given 'name' twice | as 'name' and 'pkg'"]
    [null]     | [size: null]                        || ["parcel: 'name' wants text, not null | give it a value or leave it out", "parcel: 'size' wants a whole number, not null | give it a value or leave it out"]
    ['a']      | [size: 1, src: 'x', content: 'y']   || ['parcel: src and content exclude each other | leave one of them out']
    ['a']      | [size: -1]                          || ['parcel: size is negative | see kit doc parcel']
    ['a']      | [state: 'x', bnana: 1, size: 'x']   || ["parcel: 'state' wants present, latest or absent, not 'x' | see kit doc parcel", "parcel has no argument 'bnana' | see kit doc parcel", "parcel: 'size' wants a whole number, not 'x' | see kit doc parcel"]
  }

  def 'refuses more values without a name than there are arguments'() {
    when:
    ModuleType.of(SetAll).bind([[:], 'no', 1, 2], [:], HERE)

    then:
    def e = thrown(KitException)
    e.problems()*.message() == ['setAll takes at most 2 values without a name']
  }

  def 'a free argument receives all names that are no argument: #positional #named'() {
    expect:
    ModuleType.of(SetAll).bind(positional, named, HERE) == bound

    where:
    positional | named                                  || bound
    []         | [my_port: 80, 'x-y': "${1}", all: 2]   || new SetAll([my_port: 80, 'x-y': '1', all: 2], false)
    []         | [port: null, cacheable: true]          || new SetAll([port: null], true)
    [[a: 1]]   | [b: 2]                                 || new SetAll([a: 1, b: 2], false)
    [[a: 1]]   | [:]                                    || new SetAll([a: 1], false)
    []         | [:]                                    || new SetAll([:], false)
  }

  def 'checks what is known before the call is made: #given'() {
    expect:
    parcel.check(given, HERE)*.toString() == problems

    where:
    given                                                               || problems
    [name(Given.UNKNOWN), size(Given.UNKNOWN)]                          || []
    [name('a')]                                                         || ["site.groovy:3:5: parcel needs the argument 'size' (see kit doc parcel)"]
    [name('a'), Given.more(HERE)]                                       || []
    [named('nmae', Given.UNKNOWN, 4), size(1)]                          || ["site.groovy:4:9: parcel has no argument 'nmae' (did you mean 'name'? (kit doc parcel))"]
    [name(Given.UNKNOWN), size('x')]                                    || ["site.groovy:8:9: parcel: 'size' wants a whole number, not 'x' (see kit doc parcel)"]
    [name('a'), named('pkg', Given.UNKNOWN, 6), size(1)]                || ["site.groovy:6:9: parcel is given 'name' twice (as 'name' and 'pkg')"]
    [name('a'), size(-1)]                                               || ['site.groovy:3:5: parcel: size is negative (see kit doc parcel)']
    [name(Given.UNKNOWN), size(-1)]                                     || []
    [Given.positional(Given.UNKNOWN, HERE), size(1)]                    || []
    [Given.positional('a', HERE), Given.positional('b', at(5)), size(1)] || ["site.groovy:5:9: parcel: 'state' wants present, latest or absent, not 'b' (see kit doc parcel)"]
  }

  def 'checks free arguments of unknown value'() {
    expect:
    ModuleType.of(SetAll).check([named('a', Given.UNKNOWN, 1)], HERE) == []
    ModuleType.of(SetAll).check([named('a', 1, 1), named('a', 1, 2)], HERE)*.message() == ["setAll is given 'a' twice"]
  }

  private static Parcel parcel(String name, String state, boolean update, int size) {
    new Parcel(name, Parcel.State.valueOf(state), update, size, Optional.empty(), Optional.empty(), 10, [])
  }

  private static Location at(int line) { new Location('site.groovy', line, 9) }

  private static Given named(String name, Object value, int line) { Given.named(name, value, at(line)) }

  private static Given name(Object value) { named('name', value, 7) }

  private static Given size(Object value) { named('size', value, 8) }
}
