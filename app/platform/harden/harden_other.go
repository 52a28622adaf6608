//go:build !unix && !windows

package harden

import "errors"

// Process returns errors.ErrUnsupported.
func Process() error { return errors.ErrUnsupported }
