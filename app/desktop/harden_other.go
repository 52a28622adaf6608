//go:build !unix && !windows

package desktop

import "errors"

// Harden returns errors.ErrUnsupported: nothing is known of this system.
func Harden() error { return errors.ErrUnsupported }
