package settings

import (
	"slices"

	"accesskeys/client/route"
)

// LimitChoices returns the time limits to choose from, for one attempt to reach a server.
func LimitChoices() []Seconds { return []Seconds{5, 10, 20, 30, 60} }

// LimitOf returns the time limit of n, which is one of LimitChoices.
func LimitOf(n route.Network) Seconds {
	if n.Seconds == 0 {
		return route.DefaultSeconds
	}
	return Seconds(n.Seconds)
}

// ValidNetwork returns n with the default in place of an invalid time limit. It is for settings that come from a file.
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

// SetServer changes how the server at an origin is reached. It does not write the file; see Save.
func (s *File) SetServer(origin string, n route.Network) {
	s.Change(func(v *Settings) {
		if n == (route.Network{}) {
			delete(v.Servers, origin)
			return
		}
		v.Servers = with(v.Servers, origin, n)
	})
}
