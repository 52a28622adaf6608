//go:build !windows

// Package winapi calls functions of Windows that are not always there.
package winapi
