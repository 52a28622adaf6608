package keyring

import (
	"errors"
	"strings"

	"github.com/danieljoos/wincred"
)

// accountsOf asks the Credential Manager for the entries that go-keyring has stored for a service.
func accountsOf(service string) ([]string, error) {
	listed, err := wincred.FilteredList(service + ":*")
	if errors.Is(err, wincred.ErrElementNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var accounts []string
	for _, c := range listed {
		if account, ok := strings.CutPrefix(c.TargetName, service+":"); ok {
			accounts = append(accounts, account)
		}
	}
	return accounts, nil
}
