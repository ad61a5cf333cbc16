// The cases for kit.
play('Twin') {
  hosts 'twin'
  varsFiles 'cases.yml'
  task('Cases') {
    cases.each { one ->
      one.calls.each { call ->
        call.each { module, its ->
          switch (module) {
            case 'authorized_key': authorizedKey its; break
            case 'known_hosts': knownHosts its; break
            case 'sysctl': sysctl its; break
            case 'mount': mount its; break
            case 'ini_file': iniFile its; break
            case 'cron': cron its; break
            case 'lineinfile': lineinfile its; break
            case 'blockinfile': blockinfile its; break
            case 'file': file its; break
            case 'copy': copy its; break
            case 'debconf': debconf its; break
            case 'openssl_privatekey': opensslPrivatekey its; break
            case 'openssl_csr': opensslCsr its; break
            case 'community.crypto.x509_certificate': x509Certificate its; break
            default: fail "no module $module"
          }
        }
      }
    }
  }
}
