// Package connection is how each server is reached: its certificates, its proxy and its time limit.
package connection

import (
	"os"
	"path/filepath"
	"strings"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Networks is how each server is reached. The settings keep it.
type Networks struct{ settings *settings.File }

// New returns the networks that the settings keep.
func New(settings *settings.File) *Networks { return &Networks{settings: settings} }

// Of returns how a server is reached, by its address as a user types it. It does not wait for the disk.
func (k *Networks) Of(address string) route.Network {
	origin, err := route.Origin(route.TrimPasted(address))
	if err != nil {
		return route.Network{}
	}
	return k.settings.Get().Servers[origin]
}

// reached is a session, as far as its network goes. *Session is one.
type reached interface {
	Endpoint() client.Endpoint
	SetNetwork(n route.Network) error
}

// Set changes how a server is reached at the next sign-in. It returns the client's errors, of
// KindAddress and KindSettings; then nothing has changed. It reads the files that n names, but does not
// wait to write: see the settings' Save.
func (k *Networks) Set(address string, n route.Network) error {
	n, err := cleaned(n)
	if err != nil {
		return err
	}
	if err := n.Check(); err != nil {
		return err
	}
	return k.keep(address, n)
}

// Switch changes how the server of a session is reached, at once and from now on: what is under way
// ends as it began. It returns the client's errors, of KindSettings and KindPlain; then nothing has changed.
// It does not wait to write: see the settings' Save.
func (k *Networks) Switch(s reached, n route.Network) error {
	n, err := cleaned(n)
	if err != nil {
		return err
	}
	if err := s.SetNetwork(n); err != nil {
		return err
	}
	return k.keep(s.Endpoint().Base, n)
}

func (k *Networks) keep(address string, n route.Network) error {
	origin, err := route.Origin(route.TrimPasted(address))
	if err != nil {
		return err
	}
	k.settings.SetServer(origin, n)
	return nil
}

// cleaned returns n with what a user typed in the form in which it is kept: paths are whole ones, because the
// next start may be in another directory.
func cleaned(n route.Network) (route.Network, error) {
	for _, path := range []*string{&n.CAFile, &n.CertFile, &n.KeyFile} {
		whole, err := wholePath(route.TrimPasted(*path))
		if err != nil {
			return route.Network{}, err
		}
		*path = whole
	}
	n.Proxy = route.TrimPasted(n.Proxy)
	return settings.ValidNetwork(n), nil
}

// wholePath returns a path as typed from the root on; ~ is the home directory. Nothing stays nothing.
func wholePath(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		path = home + rest
	}
	return filepath.Abs(path)
}
