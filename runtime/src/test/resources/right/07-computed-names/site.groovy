// names that only the run knows
play('Computed') {
  hosts 'web'
  task('T', tags: "${'config'}") {
    command 'true', register: "r_${host}"
    ['a', 'b'].each { name -> setFact([(name + '_done'): true]) }
    debug msg: a_done
    template src: "${facts.os.family}.j2", dest: '/x'
    copy src: facts.hostname, dest: '/y'
  }
}
