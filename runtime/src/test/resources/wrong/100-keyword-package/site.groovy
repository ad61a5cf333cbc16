// a keyword of Groovy as a module: package
play('Site') {
  hosts 'web'
  task('Set up') {
    package name: 'nginx'
  }
}
