//go:build !unix && !windows

package singleinstance

import (
	"context"
	"errors"
	"net"
	"os"
)

const longestPath = 0

func lockFile(*os.File, bool) error { return errors.ErrUnsupported }

func listen(string) (net.Listener, error) { return nil, errors.ErrUnsupported }

func dial(context.Context, string) (net.Conn, error) { return nil, errors.ErrUnsupported }

func instanceDirs(string) []string { return nil }

func makePrivate(string) bool { return false }

func allowRaise(uint32) {}
