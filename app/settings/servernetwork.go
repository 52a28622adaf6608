package settings

import (
	"slices"

	"accesskeys/client/route"
)

// LimitChoices are how long one attempt to reach a server may take.
func LimitChoices() []Seconds { return []Seconds{5, 10, 20, 30, 60} }

// LimitOf returns the one of LimitChoices that n means.
func LimitOf(n route.Network) Seconds {
	if n.Seconds == 0 {
		return route.DefaultSeconds
	}
	return Seconds(n.Seconds)
}

// ValidNetwork returns n with the default in place of what is no choice, as in a file from elsewhere.
func ValidNetwork(n route.Network) route.Network {
	if !slices.Contains(LimitChoices(), Seconds(n.Seconds)) || Seconds(n.Seconds) == route.DefaultSeconds {
		n.Seconds = 0
	}
	return n
}

func validServers(all map[string]route.Network) map[string]route.Network {
	for origin, n := range all {
		all[origin] = ValidNetwork(n)
	}
	return all
}

// SetServer changes how the server at an origin is reached. It does not wait for the disk: see Save.
func (s *File) SetServer(origin string, n route.Network) {
	s.Change(func(v *Settings) {
		if n == (route.Network{}) {
			delete(v.Servers, origin)
			return
		}
		v.Servers = with(v.Servers, origin, n)
	})
}
