// a variable of hosts in the structure of a play
play('Site') {
  hosts 'web'
  vars port: 80
  task("Listen on $port") { ping() }
}
