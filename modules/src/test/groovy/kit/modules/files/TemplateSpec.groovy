package kit.modules.files

import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Source
import kit.spi.TemplateStyle
import spock.lang.Specification

class TemplateSpec extends Specification implements Calls {

  def "renders, and writes #path where #dest holds #old"() {
    given:
    def host = renderer('/etc/motd': old)

    when:
    def plan = module(Template, src: 'sub/motd.j2', dest: dest, *: arguments).plan(host)

    then:
    (plan instanceof Plan.Unchanged ? '' : written(plan).path()) == path
    plan instanceof Plan.Unchanged || new String(written(plan).content()) == 'hello fake'

    and: 'once, however often it is planned'
    module(Template, src: 'sub/motd.j2', dest: dest, *: arguments).plan(host)
    host.rendered == 1

    where:
    old           | dest        | arguments      || path
    'hello fake'  | '/etc/motd' | [:]            || ''
    'hello other' | '/etc/motd' | [:]            || '/etc/motd'
    'hello other' | '/etc/motd' | [force: false] || ''
    'hello fake'  | '/etc'      | [:]            || '/etc/motd.j2'
    'hello fake'  | '/etc/'     | [:]            || '/etc/motd.j2'
  }

  def "reads the template as #style when given #arguments"() {
    given:
    def host = renderer([:])

    when:
    module(Template, src: 'sub/motd.j2', dest: '/etc/motd', *: arguments).plan(host)

    then:
    host.style == style

    where:
    arguments                                                          || style
    [:]                                                                || TemplateStyle.ANSIBLE
    [trimBlocks: false, lstripBlocks: true, newlineSequence: '\r\n']   || new TemplateStyle(false, true, '\r\n')
    [newlineSequence: '\\r\\n']                                        || new TemplateStyle(true, false, '\r\n')
  }

  def "refuses a line end that is none"() {
    when:
    module(Template, src: 'sub/motd.j2', dest: '/etc/motd', newlineSequence: 'x').plan(renderer([:]))

    then:
    thrown(PlanException)
  }

  def "takes the mode of the template if asked to"() {
    expect:
    written(module(Template, src: 'sub/motd.j2', dest: '/etc/motd', mode: 'preserve').plan(renderer([:]))).mode().get() == 0751
  }

  private static Renderer renderer(Map paths) {
    new Renderer(paths: host(paths).paths, controller: ['sub/motd.j2': 'hello {{ name }}'.bytes])
  }

  static class Renderer extends Calls.SmallHost {
    int rendered
    TemplateStyle style

    @Override
    String render(Source source, Map<String, Object> variables, TemplateStyle style) {
      rendered++
      this.style = style
      new String(source.bytes()).replace('{{ name }}', name)
    }
  }
}
