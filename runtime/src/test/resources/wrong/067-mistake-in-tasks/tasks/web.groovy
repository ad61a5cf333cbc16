task('Web') {
  apt nmae: 'nginx'
}
