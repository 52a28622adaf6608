//go:build !unix && !windows

package singleinstance

import (
	"errors"
	"os"
)

func lockFile(*os.File) error { return errors.ErrUnsupported }

func instanceDirs(string) []string { return nil }

func private(string) bool { return false }

func letComeUp(uint32) {}
