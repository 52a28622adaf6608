//go:build !unix && !windows

package harden

import "errors"

// Process returns errors.ErrUnsupported: nothing is known of this system.
func Process() error { return errors.ErrUnsupported }
