//go:build !(linux || freebsd || netbsd || openbsd || dragonfly || windows || darwin)

package keyring

import "errors"

// accountsOf returns errors.ErrUnsupported.
func accountsOf(string) ([]string, error) { return nil, errors.ErrUnsupported }
