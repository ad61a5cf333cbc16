// Harmless: makes a small folder in your home directory, on this very machine.
//   ./kit run playbooks/quickstart.groovy
// Run it twice: the second time there is nothing to do. Edit one of the files, and run it again.
play('Quickstart', diff: true) {
  hosts 'localhost'
  vars folder: '~/kit-quickstart', editor: 'vi'

  task('A folder') {
    file path: folder, state: 'directory', mode: '0755'
  }

  task('A page about this machine') {
    template src: 'machine.txt.j2', dest: "${folder}/machine.txt"
  }

  task('Settings') {
    copy dest: "${folder}/settings.ini", content: "[editor]\nname = ${editor}\n", force: false, notify: 'tell'
    lineinfile path: "${folder}/settings.ini", regexp: '^name =', line: "name = ${editor}", notify: 'tell'
  }

  handler('tell') {
    debug "the editor is ${editor} now"
  }
}
