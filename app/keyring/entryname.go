package keyring

// The services that entries belong to. There is no colon in them: Windows joins service
// and account with one.
const (
	ServiceSignIn = "access-keys sign-in"
	ServiceVault  = "access-keys vault"
)

// Account names an entry: the key keyID of the server at base.
func Account(base, keyID string) string { return base + " " + keyID }
