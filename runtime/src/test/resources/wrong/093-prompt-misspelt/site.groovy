// a part of a question is misspelt
play('Site') {
  hosts 'web'
  varsPrompt 'release', 'Which release?', defualt: 'stable'
  task('Set up') { debug msg: release }
}
