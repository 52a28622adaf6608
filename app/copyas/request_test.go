package copyas

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// run runs a program with input, and returns what it prints.
func run(t *testing.T, env []string, input, program string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), need(t, program), args...)
	cmd.Env = append(os.Environ(), append(env, "NO_PROXY=*", "no_proxy=*")...)
	cmd.Stdin = strings.NewReader(input)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestCopiedCurlCommandIsAnsweredOnce(t *testing.T) {
	need(t, "curl")
	for _, format := range client.TokenFormats() {
		t.Run(string(format), func(t *testing.T) {
			s := startDemo(t, demo.Options{VersionNeedsAuth: true, TokenFormats: []client.TokenFormat{format}})
			command := render(t, demoSource(s, format), FormatCurl)
			if line, _, _ := strings.Cut(command, "\n"); strings.Contains(line, s.Credentials().KeyID) {
				t.Errorf("the command line has the token: %s", line)
			}
			if out := run(t, nil, command, "sh"); !strings.Contains(out, `"version":"1.3.1"`) {
				t.Errorf("the answer is %s", out)
			}
			if out := run(t, nil, command, "sh"); !strings.Contains(out, "nonce was used before") {
				t.Errorf("the second answer is %s", out)
			}
			q := s.Requests()[0]
			if q.Method != http.MethodGet || q.Path != "/api/v1/version" || q.KeyID != s.Credentials().KeyID {
				t.Errorf("%+v was asked", q)
			}
		})
	}
}

func TestCurlReachesTheServerAsTheProgramDoes(t *testing.T) {
	for _, tt := range []struct {
		name, base string
		network    route.Network
		want       string
	}{
		{"plainly", "https://a.example/api/v1", route.Network{}, `curl -H @- 'https://a.example/api/v1/version' <<'EOF'`},
		{"with certificates", "https://a.example/v1", route.Network{CAFile: "/etc/it's.pem", CertFile: `C:\me.pem`, KeyFile: `C:\me key.pem`},
			`curl --cacert '/etc/it'\''s.pem' --cert 'C\:\\me.pem' --key 'C:\me key.pem' -H @- 'https://a.example/v1/version' <<'EOF'`},
		{"by a proxy", "https://a.example/v1", route.Network{Proxy: "proxy.example:3128"},
			`curl --proxy 'http://proxy.example:3128' -H @- 'https://a.example/v1/version' <<'EOF'`},
		{"by no proxy", "https://a.example/v1", route.Network{Proxy: route.ProxyNone},
			`curl --noproxy '*' -H @- 'https://a.example/v1/version' <<'EOF'`},
		{"on this machine", "http://[::1]:8000/v1", route.Network{Proxy: "proxy.example"},
			`curl -H @- 'http://[::1]:8000/v1/version' <<'EOF'`},
	} {
		s := source("secret")
		s.Server.Base, s.Network = tt.base, tt.network
		if line, _, _ := strings.Cut(render(t, s, FormatCurl), "\n"); line != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, line, tt.want)
		}
	}
	s := source("secret")
	s.Network.CAFile = "/etc/a\nb.pem"
	_, err := s.Render(FormatCurl)
	if !errors.Is(err, ErrControl) {
		t.Errorf("a line break in a file's name: %v", err)
	}
}

func TestCopiedHeaderIsAcceptedOnce(t *testing.T) {
	s := startDemo(t, demo.Options{})
	name, value, _ := strings.Cut(render(t, demoSource(s, client.FormatSlash), FormatHeader), ": ")
	for _, want := range []int{http.StatusOK, http.StatusUnauthorized} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.Base()+"/management/accesskeys", nil)
		check.Must(t, err)
		r.Header.Set(name, value)
		answer, err := http.DefaultClient.Do(r)
		check.Must(t, err)
		check.Must(t, answer.Body.Close())
		check.Equal(t, "status", answer.StatusCode, want)
	}
}

// A token's time must be that of the server, not that of this computer.
func TestTokenHasTheTimeItIsGiven(t *testing.T) {
	s := source("secret")
	_, token, _ := strings.Cut(render(t, s, FormatHeader), "Bearer ")
	check.Equal(t, "time", strings.SplitN(token, "/", 4)[1], strconv.FormatInt(s.Now.UnixNano(), 10))
}

func TestCopiedProgramSignsARequest(t *testing.T) {
	need(t, "python3")
	for _, format := range client.TokenFormats() {
		t.Run(string(format), func(t *testing.T) {
			s := startDemo(t, demo.Options{VersionNeedsAuth: true, TokenFormats: []client.TokenFormat{format}})
			key := demoSource(s, format)
			key.Prefix = "MY_"
			program := render(t, Source{Server: key.Server, Prefix: "MY_"}, FormatPython)
			if strings.Contains(program, s.Credentials().KeyID) || strings.Contains(program, s.Base()) {
				t.Error("the program names a key or a server")
			}
			file := filepath.Join(t.TempDir(), "sign.py")
			check.Must(t, os.WriteFile(file, []byte(program), 0o600))
			env := []string{"MY_ACCESS_KEY_ID=" + key.Key.KeyID, "MY_ACCESS_KEY_SECRET=" + key.Key.Secret.Reveal(), "MY_ACCESS_KEY_SERVER=" + s.Base()}
			out := run(t, env, "", "python3", "-I", "-W", "error", file, "/management/accesskeys/"+key.Key.KeyID)
			if !strings.Contains(out, key.Key.KeyID) {
				t.Errorf("the answer about a key is %s", out)
			}
		})
	}
}

func TestCopiedProgramFollowsNoRedirect(t *testing.T) {
	reached := false
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer other.Close()
	server := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusFound))
	defer server.Close()
	cmd := exec.CommandContext(t.Context(), need(t, "python3"), "-I", "-")
	cmd.Env = append(os.Environ(), "NO_PROXY=*", "ACCESS_KEY_ID=AK1", "ACCESS_KEY_SECRET=s3cret", "ACCESS_KEY_SERVER="+server.URL)
	cmd.Stdin = strings.NewReader(render(t, source("s3cret"), FormatPython))
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "302") || reached {
		t.Errorf("%v, the other server was reached: %v\n%s", err, reached, out)
	}
}

// A shell that has read the exports and the copied program are all that is needed.
func TestExportsAndProgramWorkTogether(t *testing.T) {
	need(t, "python3")
	s := startDemo(t, demo.Options{VersionNeedsAuth: true})
	key := demoSource(s, client.FormatTabEncoded)
	script := render(t, key, FormatShell) + "python3 -I - <<'END'\n" + render(t, key, FormatPython) + "END\n"
	if out := run(t, nil, script, "sh"); !strings.Contains(out, `"version":"1.3.1"`) {
		t.Errorf("the answer is %s", out)
	}
}
