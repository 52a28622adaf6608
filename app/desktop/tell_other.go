//go:build !(linux || freebsd || netbsd || openbsd || dragonfly || windows)

package desktop

// tell does nothing here.
func tell(string, string) {}
