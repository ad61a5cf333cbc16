// YAML's way to write arguments
play('Site') {
  hosts 'web'
  task('Set up') {
    apt:
      name: 'nginx'
  }
}
