package settings

import (
	"errors"
	"slices"
)

// accountList is the content of accounts.json.
type accountList struct {
	Version  int       `json:"version"`
	Current  string    `json:"current,omitempty"` // the ID of the account that the next start opens
	Accounts []Account `json:"accounts"`
}

var errNotReadBack = errors.New("the list of accounts is not as it was written")

// writeList writes the accounts, reads them back, and returns an error if they differ.
func (d *disk) writeList(list accountList) error {
	if err := d.accounts.Write(list); err != nil {
		return err
	}
	d.afterWrite()
	d.last = accountList{}
	found, err := d.accounts.Read(&d.last)
	if err != nil || !found || d.last.Current != list.Current || !slices.Equal(d.last.Accounts, list.Accounts) {
		return errors.Join(errNotReadBack, err)
	}
	return nil
}
