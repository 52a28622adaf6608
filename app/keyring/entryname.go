package keyring

import "strings"

// The services to which entries belong. They contain no colon, because go-keyring joins the service and the account with
// one on Windows.
const (
	ServiceSignIn = "access-keys sign-in"
	ServiceVault  = "access-keys vault"
)

// Account returns the account name of the entry for the key keyID of the API at base.
func Account(base, keyID string) string { return base + " " + keyID }

// SplitAccount returns the arguments of the Account call that returned account.
func SplitAccount(account string) (base, keyID string) {
	i := strings.LastIndex(account, " ")
	return account[:max(0, i)], account[i+1:]
}
