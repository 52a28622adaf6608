package keyring

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"os/exec"
	"slices"
	"strings"
)

// accountsOf lists the Keychain's entries without their secrets, which asks the user nothing. It runs the program
// that go-keyring runs too.
func accountsOf(service string) ([]string, error) {
	listed, err := exec.Command("/usr/bin/security", "dump-keychain").Output()
	if err != nil {
		return nil, err
	}
	return accountsIn(listed, service), nil
}

// accountsIn reads the accounts of a service in what security dump-keychain prints: an entry begins with
// "keychain:", and has lines such as
//
//	"acct"<blob>="https://host/api/v1 AK1"
//	"svce"<blob>=0x6B65C3BC  "ke\303\274"
func accountsIn(listed []byte, service string) []string {
	var accounts []string
	var account, of string
	take := func() {
		if of == service && account != "" && !slices.Contains(accounts, account) {
			accounts = append(accounts, account)
		}
		account, of = "", ""
	}
	lines := bufio.NewScanner(bytes.NewReader(listed))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "keychain:") {
			take()
		}
		if value, ok := strings.CutPrefix(line, `"acct"<blob>=`); ok {
			account = blob(value)
		}
		if value, ok := strings.CutPrefix(line, `"svce"<blob>=`); ok {
			of = blob(value)
		}
	}
	take()
	return accounts
}

// blob returns the text of an attribute. What is not plain ASCII is printed in hexadecimal first.
func blob(printed string) string {
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
