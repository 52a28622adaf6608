package copyas

import (
	"os/exec"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// source is a key with a secret.
func source(secret string) Source {
	return Source{
		Key:    client.Credentials{KeyID: "AKtest-A1B2C3", Secret: client.NewSecret(secret)},
		Server: client.Endpoint{Base: "https://optimizer.example.com/api/v1", TokenFormat: client.FormatSlash},
		Now:    time.Now(),
	}
}

// demoSource is the key to sign in to a demo with.
func demoSource(s *demo.Server, tokens client.TokenFormat) Source {
	return Source{Key: s.Credentials(), Server: client.Endpoint{Base: s.Base(), TokenFormat: tokens}, Now: time.Now()}
}

func startDemo(t *testing.T, o demo.Options) *demo.Server {
	t.Helper()
	s, err := demo.Start("", o)
	check.Must(t, err)
	t.Cleanup(func() { check.Must(t, s.Close()) })
	return s
}

// render is what is copied.
func render(t *testing.T, s Source, f Format) string {
	t.Helper()
	text, err := s.Render(f)
	check.Must(t, err)
	return text.Reveal()
}

// need skips a test of what the system has not.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("there is no %s here", program)
	}
	return path
}
