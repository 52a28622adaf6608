//go:build windows

package main

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/danieljoos/wincred"
)

// printCredentials prints as JSON the names of what the Credential Manager holds.
func printCredentials() error {
	all, err := wincred.List()
	if err != nil && !errors.Is(err, wincred.ErrElementNotFound) {
		return err
	}
	names := []string{}
	for _, c := range all {
		names = append(names, c.TargetName)
	}
	return json.NewEncoder(os.Stdout).Encode(names)
}
