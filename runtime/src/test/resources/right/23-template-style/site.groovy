// a template whose blanks matter, with computed dest
play('Site') {
  hosts 'web'
  task('T') { sites.each { s -> template src: 't.j2', dest: "/etc/${s}", vars: [site: s], trimBlocks: false, lstripBlocks: true } }
}
