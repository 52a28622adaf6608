package keyring

import (
	"testing"

	"accesskeys/app/apptest/check"
)

func TestAccountsInADumpOfTheKeychain(t *testing.T) {
	dump := `keychain: "/Users/a/Library/Keychains/login.keychain-db"
version: 512
class: "genp"
attributes:
    0x00000007 <blob>="access-keys sign-in"
    "acct"<blob>="https://host.test/api/v1 AK1"
    "svce"<blob>="access-keys sign-in"
keychain: "/Users/a/Library/Keychains/login.keychain-db"
class: "genp"
attributes:
    "acct"<blob>="https://host.test/api/v1 AK2"
    "svce"<blob>="access-keys vault"
keychain: "/Users/a/Library/Keychains/login.keychain-db"
class: "inet"
attributes:
    "acct"<blob>=<NULL>
keychain: "/Users/a/Library/Keychains/login.keychain-db"
class: "genp"
attributes:
    "acct"<blob>=0x68747470733A2F2F62C3BC2E746573742041 "https://b\303\274.test A"
    "svce"<blob>="access-keys sign-in"
`
	check.EqualSlices(t, "accounts", parseAccounts([]byte(dump), ServiceSignIn), "https://host.test/api/v1 AK1", "https://bü.test A")
}
