//go:build !(linux || freebsd || netbsd || openbsd || dragonfly || windows || darwin)

package keyring

import "errors"

// accountsOf cannot tell.
func accountsOf(string) ([]string, error) { return nil, errors.ErrUnsupported }
