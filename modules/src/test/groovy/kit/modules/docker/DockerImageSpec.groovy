package kit.modules.docker

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class DockerImageSpec extends Specification {
  @TempDir File dir

  def "#type.simpleName #arguments is an error: #message"() {
    when:
    make(type, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    type        | arguments                                                  || message
    DockerImage | [name: 'a b']                                              || "'a b' is no image"
    DockerImage | [name: 'a:']                                               || "'a:' is no image"
    DockerImage | [name: 'a', source: 'build']                               || "path goes with source: 'build', and is needed"
    DockerImage | [name: 'a', loadPath: '/x']                                || "loadPath goes with source: 'load', and is needed"
    DockerImage | [name: 'a', noCache: true]                                 || "dockerfile, target, args, labels, noCache and pullBase go with source: 'build'"
    DockerImage | [name: 'a', state: 'absent', push: true]                   || 'an absent image is neither tagged, saved nor pushed'
    DockerImage | [name: 'a', repository: '-b']                              || "'-b' is no image"
    DockerLogin | [registry: 'r']                                            || 'username and password are needed'
    DockerLogin | [registry: '-r', state: 'absent']                          || "'-r' is no registry"
    DockerLogin | [username: 'a:b', password: 'x']                           || 'username or password cannot be that'
    DockerLogin | [username: 'a', password: 'x', configPath: '/x/docker']    || "configPath '/x/docker' is not called config.json, as the client wants it"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "images are built, tagged, saved, loaded and removed"() {
    given:
    def host = DockerHere.host()
    def base = DockerHere.image()
    def name = DockerHere.name('kit-built') + ':1'
    def file = new File(dir, "it's an image.tar").path
    new File(dir, 'Dockerfile').text = "FROM $base AS one\nARG V\nENV V=\$V\nFROM one\nLABEL last=yes\n"
    def image = { Map more -> make(DockerImage, [name: name] + more) }
    def build = { Map more -> image([source: 'build', path: dir.path, args: [V: 'a b'], target: 'one', labels: [l: "it's"]] + more) }

    expect:
    (host.plan(image([:])) as Plan.Refused).message() == "the host has no image $name"
    host.plan(build([:])) instanceof Change
    DockerHere.sh("docker image ls -q $name") == ''

    and:
    def values = result(converges(host, build([:])))
    values.image.tags == [name]
    host.setAsked(0) == null
    host.plan(build([:])) instanceof Plan.Unchanged
    host.asked == 1
    DockerHere.sh("docker image inspect -f '{{json .Config.Env}}' $name") .endsWith('"V=a b"]')
    result(run(host, build(forceSource: true))).changed == false
    result(run(host, make(DockerImage, name: name, source: 'build', path: dir.path, args: [V: '2'], forceSource: true))).changed == true

    and: 'a further name, and an archive'
    converges(host, image(repository: name + '0', archivePath: file))
    DockerHere.sh("docker tag $base ${name}0") == ''
    host.plan(image(repository: name + '0')).message().startsWith("${name}0 is another image")
    converges(host, image(repository: name + '0', forceTag: true))

    and: 'gone, and back from the archive'
    converges(host, image(state: 'absent'))
    converges(host, image(source: 'load', loadPath: file))
    def other = host.plan(make(DockerImage, name: DockerHere.name('kit-none'), source: 'load', loadPath: file)) as Change
    host.step(other.steps()[0]).errors().startsWith('that is not in the archive')

    cleanup:
    DockerHere.clear()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a registry is logged in to, pushed to and pulled from"() {
    given:
    def host = DockerHere.host()
    def base = DockerHere.image()
    def registry = new Registry('deploy', "pass 'word\" \$x")
    def config = new File(dir, 'conf/config.json').path
    def cli = new File(dir, 'docker')
    cli.text = "#!/bin/sh\nexec docker --config ${dir}/conf \"\$@\"\n"
    cli.executable = true
    def login = { Map more -> make(DockerLogin, [registry: registry.address, username: 'deploy', password: "pass 'word\" \$x", configPath: config] + more) }
    def name = "$registry.address/${DockerHere.name('kit-pushed')}:1".toString()
    def image = { Map more -> make(DockerImage, [name: name, dockerCli: cli.path] + more) }
    DockerHere.sh("docker tag $base $name")

    expect: 'a wrong password changes nothing'
    def wrong = host.plan(login(password: 'x')) as Change
    wrong.diffs()[0].after() == "$registry.address: deploy\n"
    host.step(wrong.steps()[0]).rc() != 0
    host.plan(login(state: 'absent')) instanceof Plan.Unchanged

    and:
    def plan = converges(host, login([:])).v1
    !plan.steps()[0].script().contains('word"')
    (host.plan(login(password: 'other')) as Change).diffs()[0].after() == "$registry.address: deploy, another password\n"
    host.plan(login(reauthorize: true)) instanceof Change

    and: 'push and pull'
    result(run(host, image(push: true))).image.tags.contains(name)
    registry.manifests.size() == 2
    DockerHere.sh("docker rmi $name")
    converges(host, image(source: 'pull'))
    result(run(host, image(source: 'pull', forceSource: true))).changed == false

    and: 'a container of what is newest'
    def container = make(DockerContainer, name: DockerHere.name('kit-pulled'), image: name, dockerCli: cli.path, pull: 'always', stopTimeout: 0)
    result(run(host, container)).container.state == 'running'
    result(run(host, container)).changed == false
    DockerHere.sh("c=\$(docker create $name) && docker commit --change 'LABEL new=1' \$c $name && docker rm \$c && ${cli.path} push -q $name && docker tag $base $name")
    def renewed = result(run(host, container))
    renewed.changed == null || renewed.changed
    DockerHere.sh("docker inspect -f '{{.Config.Labels.new}} {{.State.Running}}' ${DockerHere.name('kit-pulled')}") == '1 true'

    and:
    converges(host, login(state: 'absent'))
    !new File(config).text.contains(registry.address)

    cleanup:
    registry?.server?.stop(0)
    DockerHere.sh("docker rm -f ${DockerHere.name('kit-pulled')} 2>/dev/null; docker rmi -f $name; :")
    DockerHere.clear()
  }

  private static Tuple2 run(host, module) {
    def plan = host.plan(module) as Change
    def outputs = plan.steps().collect { host.step(it) }
    assert outputs*.rc().every { it == 0 }: outputs*.errors().join('\n')
    new Tuple2(plan, outputs)
  }
}
