//go:build !(linux || freebsd || netbsd || openbsd || dragonfly || windows)

package display

// tell does nothing on this system.
func tell(string, string) {}
