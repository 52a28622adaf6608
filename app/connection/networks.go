// Package connection manages the network settings of each server: its certificates, its proxy and its time limit.
package connection

import (
	"path/filepath"

	"accesskeys/app/settings"
	"accesskeys/app/store"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Networks holds the network settings of each server. They are stored in the settings.
type Networks struct{ settings *settings.File }

// New returns the network settings in the given settings.
func New(settings *settings.File) *Networks { return &Networks{settings: settings} }

// Of returns the network settings of the server at address, as a user types it. It does not wait for the disk.
func (k *Networks) Of(address string) route.Network {
	origin, err := route.Origin(route.TrimPasted(address))
	if err != nil {
		return route.Network{}
	}
	return k.settings.Get().Servers[origin]
}

// networkSession is the part of a session that Switch needs. *session.Session implements it.
type networkSession interface {
	Endpoint() client.Endpoint
	SetNetwork(n route.Network) error
}

// Set changes the network settings of a server for the next sign-in. It reads the files that n names. If it returns an
// error, of client.KindAddress or client.KindSettings, nothing has changed. It does not write the settings; see
// settings.File.Save.
func (k *Networks) Set(address string, n route.Network) error {
	n, err := cleaned(n)
	if err != nil {
		return err
	}
	if err := n.Check(); err != nil {
		return err
	}
	return k.store(address, n)
}

// Switch changes the network settings of a session's server, for the session and for later sign-ins. Requests under way
// end as they began. If it returns an error, of client.KindSettings or client.KindPlain, nothing has changed. It does not
// write the settings; see settings.File.Save.
func (k *Networks) Switch(s networkSession, n route.Network) error {
	n, err := cleaned(n)
	if err != nil {
		return err
	}
	if err := s.SetNetwork(n); err != nil {
		return err
	}
	return k.store(s.Endpoint().Base, n)
}

func (k *Networks) store(address string, n route.Network) error {
	origin, err := route.Origin(route.TrimPasted(address))
	if err != nil {
		return err
	}
	k.settings.SetServer(origin, n)
	return nil
}

// cleaned returns n in the form in which it is stored. Paths become absolute, because the next start may be in another
// directory.
func cleaned(n route.Network) (route.Network, error) {
	for _, path := range []*string{&n.CAFile, &n.CertFile, &n.KeyFile} {
		absolute, err := absolutePath(route.TrimPasted(*path))
		if err != nil {
			return route.Network{}, err
		}
		*path = absolute
	}
	n.Proxy = route.TrimPasted(n.Proxy)
	return settings.ValidNetwork(n), nil
}

// absolutePath returns a typed path as an absolute one, with ~ replaced by the home directory. It returns "" for "".
func absolutePath(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	path, err := store.InHome(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}
