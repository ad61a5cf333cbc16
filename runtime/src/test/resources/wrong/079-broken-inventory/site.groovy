// an inventory with a mistake
play('Site') {
  hosts 'web'
  task('Set up') { pnig() }
}
