//go:build linux || freebsd || netbsd || openbsd

package clipboard

// The hint with this value marks a secret, so that clipboard managers do not record it. Programs outside KDE honour it
// too.
const (
	hint       = "x-kde-passwordManagerHint"
	hintSecret = "secret"
)
