package kit.script.compiler

import kit.script.Scripts
import spock.lang.Specification

class TransformSpec extends Specification {

  def 'a task body is refused: #body'() {
    expect:
    Scripts.problemsInTask(body) == ["site.groovy:$place: $message".toString()]

    where:
    body                                              | place  || message
    "\natp name: 'x'"                                 | '2:1'  || "unknown module 'atp' (did you mean 'apt'?)"
    "\n['a'].each { atp name: it }"                   | '2:14' || "unknown module 'atp' (did you mean 'apt'?)"
    "\nif (1) { zzzzzzzz() }"                         | '2:10' || "unknown module 'zzzzzzzz' (kit doc lists the modules)"
    "\nsleep 1000"                                    | '2:1'  || "unknown module 'sleep' (kit doc lists the modules)"
    "\nfind { it }"                                   | '2:1'  || "unknown module 'find' (kit doc lists the modules)"
    "\nping"                                          | '2:1'  || "'ping' alone does nothing (write ping())"
    "\nhosts 'web'"                                   | '2:1'  || "'hosts' does not belong in a task (it belongs in a play: play('...') { hosts ... })"
    "\nhandler('x') { ping() }"                       | '2:1'  || "'handler' does not belong in a task (it belongs in a play: play('...') { handler ... })"
    "\nplay('x') { }"                                 | '2:1'  || "'play' does not belong in a task (it belongs at the top of the playbook)"
    "\ndef apt = 1"                                   | '2:5'  || "a variable cannot be called 'apt', which is a module (rename it)"
    "\n['a'].each { apt -> }"                         | '2:14' || "a parameter cannot be called 'apt', which is a module (rename it)"
    "\nfor (host in ['a']) { ping() }"                | '2:6'  || "a parameter cannot be called 'host', which is a word of the language (rename it)"
    "\ndef facts = 1"                                 | '2:5'  || "a variable cannot be called 'facts', which is a word of the language (rename it)"
    "\nx = 5"                                         | '2:1'  || "'x' is not declared (say def x = ..., or setFact x: ... for later tasks)"
    "\nx += 5"                                        | '2:1'  || "'x' is not declared (say def x = ..., or setFact x: ... for later tasks)"
    "\nx++"                                           | '2:1'  || "'x' is not declared (say def x = ..., or setFact x: ... for later tasks)"
    "\ntry { ping() } catch (Exception e) { }"        | '2:1'  || "try does not see the failure of a module call, which may run later (write attempt { ... } rescue { e -> ... })"
    "\nassert 1 == 2"                                 | '2:1'  || "assert is a keyword of Groovy (the module is called ensure: ensure(...))"
    "\napt { }"                                       | '2:5'  || "apt takes no block (see kit doc apt)"
    "\ncopy dest: '/x', mode: 644"                    | '2:24' || "mode 644 is decimal (write 0644 or '0644')"
    "\ncopy dest: '/x', mode: 420"                    | '2:24' || "mode 420 is decimal (write 0420 or '0420')"
    "\nclass A { }"                                   | '2:1'  || "unexpected input at: class (perhaps a comma, bracket or quote before it is missing)"
    "\ncommand('x', changedWhen: { ping() })"         | '2:29' || "ping cannot run in a closure that only gives a value (call it in the body of the task and use its result)"
  }

  def 'a playbook is refused: #text'() {
    expect:
    Scripts.problems(text) == ["site.groovy:$place: $message".toString()]

    where:
    text                                                   | place  || message
    "task('x') { ping() }"                                 | '1:1'  || "'task' does not belong outside of a play (it belongs in a play: play('...') { task ... })"
    "ping()"                                               | '1:1'  || "ping cannot run outside of a play (put it into task('...') { })"
    "play('p') {\n hosts 'a'\n ping()\n}"                  | '3:2'  || "ping cannot run in a play (put it into task('...') { })"
    "play('p') {\n hostz 'a'\n}"                           | '2:2'  || "unknown word 'hostz' (did you mean 'hosts'?)"
    "plya('p') {\n}"                                       | '1:1'  || "unknown word 'plya' (did you mean 'play'?)"
    "play('p') {\n hosts 'a'\n become\n}"                  | '3:2'  || "'become' alone does nothing (write become())"
    "play('p') {\n hosts 'a'\n vars a: 1, b: port\n}"      | '3:16' || "'port' has no value in a play, only for a host (use it in a task, or in a closure: vars x: { port })"
    "play('p') {\n hosts 'a'\n println 'x'\n}"             | '3:2'  || "'println' does not belong in a play (it belongs in a task: task('...') { println ... })"
    "def apt() { }\nplay('p') { hosts 'a' }"               | '1:1'  || "a function cannot be called 'apt', which is a module (rename it)"
    "def run() { }\nplay('p') { hosts 'a' }"               | '1:1'  || "a function cannot be called 'run' (rename it)"
    "static def f() { }\nplay('p') { hosts 'a' }"          | '1:1'  || "a function cannot be static (leave static out)"
    "class A { }\nplay('p') { hosts 'a' }"                 | '1:1'  || "a playbook declares no classes (use functions: def name(x) { ... })"
    "package a.b\nplay('p') { hosts 'a' }"                 | '1:1'  || "a playbook has no package (the module for packages of any system is called packages)"
    "@Grab('a:b:1')\nimport java.util.Date\nplay('p') { hosts 'a' }" | '1:1' || "a playbook loads no libraries: @Grab (put the jar on the class path)"
    "@Grab('a:b:1')\ndef x = 1\nplay('p') { hosts 'a' }"   | '1:1'  || "a playbook loads no libraries: @Grab (put the jar on the class path)"
    "play('p') { hosts 'a'"                                | '1:11' || "this { is not closed"
    "def f() { try { g() } finally { } }\ndef g() { ping() }\nplay('p') { hosts 'a' }" | '1:11' || "try does not see the failure of a module call, which may run later (write attempt { ... } rescue { e -> ... })"
    "int n = 0\nplay('p') { hosts 'a'; task('t') {\n n = 1 } }"        | '3:2' || "'n' is declared outside of this block and cannot be assigned (hosts would overwrite one another: declare it inside, or use setFact)"
    "int n = 0\nplay('p') { hosts 'a'; task('t') {\n n++ } }"          | '3:2' || "'n' is declared outside of this block and cannot be assigned (hosts would overwrite one another: declare it inside, or use setFact)"
    "int n = 0\nplay('p') { hosts 'a'; task('t') { ['b'].each {\n n += 1 } } }" | '3:2' || "'n' is declared outside of this block and cannot be assigned (hosts would overwrite one another: declare it inside, or use setFact)"
    "def l = []\nplay('p') { hosts 'a'; task('t') {\n l << 1 } }"      | '3:2' || "'l' is declared outside of this block and cannot be changed (hosts would overwrite one another: declare it inside, or use setFact)"
    "def l = []\nplay('p') { hosts 'a'; task('t') {\n l.add 1 } }"     | '3:2' || "'l' is declared outside of this block and cannot be changed (hosts would overwrite one another: declare it inside, or use setFact)"
    "def m = [:]\nplay('p') { hosts 'a'; task('t') {\n m.x = 1 } }"    | '3:2' || "'m' is declared outside of this block and cannot be changed (hosts would overwrite one another: declare it inside, or use setFact)"
    "def m = [:]\nplay('p') { hosts 'a'; task('t') {\n m['x'] = 1 } }" | '3:2' || "'m' is declared outside of this block and cannot be changed (hosts would overwrite one another: declare it inside, or use setFact)"
    "def n = 0\ndef f = {\n n++ }\nplay('p') { hosts 'a'; task('t') { f() } }" | '3:2' || "'n' is declared outside of this block and cannot be assigned (hosts would overwrite one another: declare it inside, or use setFact)"
    "import groovy.transform.Field\n@Field int n = 1\nplay('p') { hosts 'a'; task('t') {\n n = 2 } }" | '4:2' || "'n' cannot be assigned: each host has a copy of the script (say its value where it is declared, or use setFact)"
    "play('p') { hosts 'a'; task('t') {\n package name: 'x' } }" | '2:2' || "unexpected input at: package (package is a keyword of Groovy; the module is called packages)"
  }
}
