// The same as site.yml; folder is where.
play('Certificates') {
  hosts 'all'
  task('Keys, requests and certificates') {
    opensslPrivatekey path: "$folder/ca.key", type: 'ECC', curve: 'secp384r1', passphrase: 'geheim',
        cipher: 'auto'
    opensslCsr path: "$folder/ca.csr", privatekey_path: "$folder/ca.key", privatekey_passphrase: 'geheim',
        common_name: 'Example CA', organization_name: 'Ünï, "x"', use_common_name_for_san: false,
        basic_constraints: ['CA:TRUE','pathlen:0'], basic_constraints_critical: true,
        key_usage: ['keyCertSign', 'cRLSign'], key_usage_critical: true
    x509Certificate path: "$folder/ca.crt", csr_path: "$folder/ca.csr", privatekey_path: "$folder/ca.key",
        privatekey_passphrase: 'geheim', provider: 'selfsigned'
    opensslPrivatekey path: "$folder/web.key", size: 2048
    opensslCsr path: "$folder/web.csr", privatekey_path: "$folder/web.key", common_name: 'www.example.org',
        country_name: 'DE', email_address: 'a@b.c', subject: [OU: ['a', 'b'], DC: 'org'],
        subject_alt_name: ['DNS:www.example.org','IP:192.0.2.7','IP:2001:db8::1','email:joe@example.org','URI:https://x/','RID:1.2.3.4','otherName:1.3.6.1.4.1.311.20.2.3;UTF8:joe'],
        extended_key_usage: ['serverAuth', 'clientAuth'], key_usage: ['digitalSignature', 'keyEncipherment'],
        ocsp_must_staple: true, name_constraints_permitted: ['DNS:example.org'],
        name_constraints_excluded: ['IP:10.0.0.0/8']
    x509Certificate path: "$folder/web.crt", csr_path: "$folder/web.csr", provider: 'ownca',
        ownca_path: "$folder/ca.crt", ownca_privatekey_path: "$folder/ca.key",
        ownca_privatekey_passphrase: 'geheim', ownca_not_after: '+90d'
    opensslPrivatekey path: "$folder/ed.key", type: 'Ed25519'
    x509Certificate path: "$folder/ed.crt", privatekey_path: "$folder/ed.key", provider: 'selfsigned'
  }
}
