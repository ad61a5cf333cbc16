// closures, functions, maps, ranges, spread, elvis
import groovy.transform.Field

@Field final String BASE = '/srv'
@Field final Map<String, Integer> PORTS = [shop: 80, blog: 8080]

def home(name, suffix = '') { "$BASE/$name$suffix" }
def twice(List items) { items.collect { it * 2 } }
def deep(level) { level == 0 ? [] : [level] + deep(level - 1) }

def kinds = [editors: ['vim', 'nano'], shells: ['zsh']]
def numbers = (1..3).toList()

play('Site') {
  hosts 'web'
  vars prefix: 'x', doubled: { numbers*.multiply(2).sum() }
  kinds.each { kind, names ->
    task("Install $kind") { apt name: names }
  }
  for (n in numbers) {
    task("Number $n") { debug msg: "$n of ${numbers.size()}" }
  }
  task('All of Groovy') {
    def ports = PORTS.findAll { key, value -> value > 80 }.collectEntries { k, v -> [(k): v + 1] }
    def (first, second) = ['a', 'b']
    String text = """\
      several lines of $first ${second.toUpperCase()} ${ports.blog}
      """.stripIndent()
    def upper = ['a', 'b']*.toUpperCase()
    def sum = numbers.inject(0) { total, each -> total + each }
    def safe = [a: null].a?.length() ?: 'none'
    def slice = numbers[0..1] + numbers[-1]
    def made = new StringBuilder().append('x').append(first).toString()
    def regex = text =~ /(\w+)/
    def found = regex.find() ? regex.group(1) : ''
    def words = text.tokenize().withIndex().collect { word, index -> "$index:$word" }
    def sorted = [3, 1, 2].sort { a, b -> b <=> a }.join(',')
    int count = 0
    while (count < 3) { count++ }
    do { count -= 1 } while (count > 0)
    [1, 2].eachWithIndex { value, index -> count += value * index }
    switch (host) {
      case ~/web\d+/: count = 1; break
      case 'db1': count = 2; break
      default: count = 3
    }
    def merged = [*: ports, extra: 1]
    def listed = [*numbers, 4]
    def method = this.&home
    def closure = { a, b = 2 -> a + b }
    def curried = closure.curry(1)
    def nested = numbers.collect { x -> numbers.collect { y -> x * y } }.flatten()
    def grouped = ['a', 'bb'].groupBy { it.size() }
    def instant = java.time.Duration.ofSeconds(3).toMillis()
    def big = 10_000_000_000L + 1.5e3 + 0x1F
    def ternary = count > 2 ? 'many' : count == 2 ? 'two' : 'few'
    def cast = '5' as int
    def inList = host in ['web1', 'web2'] && !(host in ['db1'])
    def spaceship = 1 <=> 2
    if (facts.os.family == 'Debian' && text?.trim()) debug msg: "$made $found $words $sorted $merged $listed"
    debug msg: "${closure(1)} ${curried(2)} $nested $grouped $instant $big $ternary $cast $inList $spaceship $safe $slice $upper $sum"
    debug msg: home('a') + home('b', suffix()) + twice([1]).size() + deep(3) + prefix + doubled
    text.eachLine { line -> if (line) debug msg: line }
    3.times { debug msg: "$it" }
    1.upto(3) { debug msg: "$it" }
  }
}

def suffix() { '-old' }
