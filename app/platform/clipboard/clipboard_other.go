//go:build !(linux || freebsd || netbsd || openbsd || windows || darwin)

package clipboard

import (
	"context"
	"errors"
	"log/slog"
)

// noBoard is the board of a system on which secrets cannot be marked.
type noBoard struct{}

func newBoard(*slog.Logger) board { return noBoard{} }

func (noBoard) copy(uintptr, string) error        { return errors.ErrUnsupported }
func (noBoard) clear() error                      { return nil }
func (noBoard) removeBlank(context.Context) error { return nil }
func (noBoard) held() bool                        { return false }
func (noBoard) marks() bool                       { return false }
func (noBoard) close()                            {}
