//go:build unix && !linux && !(darwin && !ios)

package harden

// Process keeps the process's memory out of crash dumps. If it returns an error, the program can go on.
func Process() error { return noCoreFile() }
