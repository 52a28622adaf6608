package keyring

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"os/exec"
	"slices"
	"strings"
)

// accountsOf lists the accounts of a service in the Keychain. It does not read their secrets, so the user is not asked for
// permission. It runs the same program as go-keyring.
func accountsOf(service string) ([]string, error) {
	listed, err := exec.Command("/usr/bin/security", "dump-keychain").Output()
	if err != nil {
		return nil, err
	}
	return parseAccounts(listed, service), nil
}

// parseAccounts returns the accounts of a service in the output of security dump-keychain. In it, an entry begins with
// "keychain:" and has lines such as
//
//	"acct"<blob>="https://host/api/v1 AK1"
//	"svce"<blob>=0x6B65C3BC  "ke\303\274"
func parseAccounts(listed []byte, service string) []string {
	var accounts []string
	var account, entryService string
	endEntry := func() {
		if entryService == service && account != "" && !slices.Contains(accounts, account) {
			accounts = append(accounts, account)
		}
		account, entryService = "", ""
	}
	lines := bufio.NewScanner(bytes.NewReader(listed))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "keychain:") {
			endEntry()
		}
		if value, ok := strings.CutPrefix(line, `"acct"<blob>=`); ok {
			account = parseBlob(value)
		}
		if value, ok := strings.CutPrefix(line, `"svce"<blob>=`); ok {
			entryService = parseBlob(value)
		}
	}
	endEntry()
	return accounts
}

// parseBlob returns the text of a printed attribute. If the text is not plain ASCII, it is printed in hexadecimal first.
func parseBlob(printed string) string {
	if digits, ok := strings.CutPrefix(printed, "0x"); ok {
		digits, _, _ = strings.Cut(digits, " ")
		text, err := hex.DecodeString(digits)
		if err != nil {
			return ""
		}
		return string(text)
	}
	return strings.TrimSuffix(strings.TrimPrefix(printed, `"`), `"`)
}
