package kit.script.scope

import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kit.script.RecordingSession
import kit.script.Scripts
import spock.lang.Specification

class ThreadsSpec extends Specification {

  def 'bodies that run for 16 hosts at a time never see another host'() {
    given:
    def body = Scripts.load('''
      import groovy.transform.Field
      @Field List seen = []
      def name() { host }
      def tell = { prefix -> debug msg: "$prefix ${name()} $port" }
      play('p') {
        hosts 'all'
        task('t') {
          seen << host
          ['a', 'b'].each { x -> tell x; Thread.yield() }
          debug msg: seen.toString()
        }
      }''').playbook().plays()[0].tasks()[0].body()
    def pool = Executors.newFixedThreadPool(16)

    when:
    def runs = (1..2000).collect { n ->
      pool.submit({
        def session = new RecordingSession(host: "web$n", variables: [port: n])
        body.run(session)
        session.calls*.module()*.msg() == ["a web$n $n".toString(), "b web$n $n".toString(), "[web$n]".toString()]
      } as Callable)
    }
    def right = runs.count { it.get() }

    then:
    right == 2000

    cleanup:
    pool.shutdownNow()
  }
}
