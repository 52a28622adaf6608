//go:build !(linux || freebsd || netbsd || openbsd || dragonfly || windows)

package display

// tell does nothing here.
func tell(string, string) {}
