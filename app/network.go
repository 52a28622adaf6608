package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"accesskeys/client"
)

// LimitChoices are how long one attempt to reach a server may take.
func LimitChoices() []Seconds { return []Seconds{5, 10, 20, 30, 60} }

// defaultLimit is that of who has not chosen one.
const defaultLimit Seconds = 10

// LimitOf returns the one of LimitChoices that n means.
func LimitOf(n client.Network) Seconds {
	if n.Seconds == 0 {
		return defaultLimit
	}
	return Seconds(n.Seconds)
}

// CallLimit is the time for anything that a person waits for at a server: sign-in and first list together, or
// a change and looking at what became of it.
func CallLimit(n client.Network) time.Duration { return n.CallLimit() * 3 / 2 }

// Network returns how a server is reached, by its address as a person types it. It does not wait for the
// disk.
func (a *App) Network(address string) client.Network {
	origin, err := client.Origin(pasted(address))
	if err != nil {
		return client.Network{}
	}
	return a.settings.get().Servers[origin]
}

// SetNetwork changes how a server is reached at the next sign-in. It returns the client's errors, of
// KindAddress and KindSettings; then nothing has changed. It reads the files that n names, but does not
// wait to write: see Save.
func (a *App) SetNetwork(address string, n client.Network) error {
	n, err := tidy(n)
	if err != nil {
		return err
	}
	if err := n.Check(); err != nil {
		return err
	}
	return a.keepNetwork(address, n)
}

// SwitchNetwork changes how the server of a session is reached, at once and from now on: what is under way
// ends as it began. It returns the client's errors, of KindSettings and KindPlain; then nothing has changed.
// It does not wait to write: see Save.
func (a *App) SwitchNetwork(s *Session, n client.Network) error {
	n, err := tidy(n)
	if err != nil {
		return err
	}
	if err := s.backend.SetNetwork(n); err != nil {
		return err
	}
	return a.keepNetwork(s.Endpoint().Base, n)
}

func (a *App) keepNetwork(address string, n client.Network) error {
	origin, err := client.Origin(pasted(address))
	if err != nil {
		return err
	}
	a.settings.change(func(s *Settings) {
		if n == (client.Network{}) {
			delete(s.Servers, origin)
			return
		}
		s.Servers = with(s.Servers, origin, n)
	})
	return nil
}

// Network returns how the session's server is reached.
func (s *Session) Network() client.Network { return s.backend.Network() }

// tidy returns n with what a person typed in the form in which it is kept: paths are whole ones, because the
// next start may be in another directory.
func tidy(n client.Network) (client.Network, error) {
	for _, path := range []*string{&n.CAFile, &n.CertFile, &n.KeyFile} {
		whole, err := wholePath(pasted(*path))
		if err != nil {
			return client.Network{}, err
		}
		*path = whole
	}
	n.Proxy = pasted(n.Proxy)
	return validNetwork(n), nil
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

// validNetwork returns n with the default in place of what is no choice, as in a file from elsewhere.
func validNetwork(n client.Network) client.Network {
	if !slices.Contains(LimitChoices(), Seconds(n.Seconds)) || Seconds(n.Seconds) == defaultLimit {
		n.Seconds = 0
	}
	return n
}

func validServers(all map[string]client.Network) map[string]client.Network {
	for origin, n := range all {
		all[origin] = validNetwork(n)
	}
	return all
}
