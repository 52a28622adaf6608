//go:build !windows

// Package winapi calls functions of Windows that some systems lack.
package winapi
