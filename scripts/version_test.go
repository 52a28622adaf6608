package scripts_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// checkout is a folder with the script and a FyneApp.toml.
type checkout struct {
	t   *testing.T
	dir string
}

func newCheckout(t *testing.T, dir, toml string) checkout {
	t.Helper()
	for _, program := range []string{"bash", "git"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	script, err := os.ReadFile("version.sh")
	if err != nil {
		t.Fatal(err)
	}
	c := checkout{t, dir}
	c.write("scripts/version.sh", string(script))
	c.write("FyneApp.toml", toml)
	return c
}

func (c checkout) write(name, text string) {
	c.t.Helper()
	name = filepath.Join(c.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// commit makes the folder a repository, with everything in it committed.
func (c checkout) commit() {
	c.git("init", "-q")
	c.git("add", ".")
	c.git("commit", "-q", "-m", "first")
}

func (c checkout) git(args ...string) {
	c.t.Helper()
	command := exec.Command("git", append([]string{"-C", c.dir, "-c", "user.name=A", "-c", "user.email=a@example.com"}, args...)...)
	command.Env = environment()
	if out, err := command.CombinedOutput(); err != nil {
		c.t.Fatalf("git %s: %v: %s", args, err, out)
	}
}

// environment leads git to no repository and no settings but those of the test, and has words in English.
func environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GIT_") })
	return append(env, "LC_ALL=C", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
}

// run runs the script and returns what it prints, in order.
func (c checkout) run(args ...string) (string, error) {
	script := exec.Command("bash", append([]string{filepath.Join(c.dir, "scripts", "version.sh")}, args...)...)
	script.Env = environment()
	out, err := script.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

func (c checkout) prints(pattern string) {
	c.t.Helper()
	if got, err := c.run(); err != nil || !regexp.MustCompile("^"+pattern+"$").MatchString(got) {
		c.t.Errorf("got %q, %v, want %s", got, err, pattern)
	}
}

func (c checkout) links(pattern string, version ...string) {
	c.t.Helper()
	if got, err := c.run(append([]string{"--ldflags"}, version...)...); err != nil || !regexp.MustCompile("^"+pattern+"$").MatchString(got) {
		c.t.Errorf("for the linker: got %q, %v, want %s", got, err, pattern)
	}
}

const toml = "[Details]\nVersion = \"1.2.0\"\nBuild = 1\n"

func TestVersionNamesTheCommit(t *testing.T) {
	c := newCheckout(t, t.TempDir(), toml)
	c.prints(`1\.2\.0`)
	c.commit()
	c.git("tag", "v9.9.9") // no tag is a source of the version
	c.prints(`1\.2\.0\+[0-9a-f]{7,}`)
	c.links(`-s -w -X main\.version=1\.2\.0\+[0-9a-f]{7,}`)
	c.links(`-s -w -X main\.version=9`, "9")
	c.write("FyneApp.toml", strings.Replace(toml, "1.2.0", "1.3.0", 1))
	c.prints(`1\.3\.0\+[0-9a-f]{7,}-dirty`)
}

func (c checkout) packages(pattern string) {
	c.t.Helper()
	if got, err := c.run("--package"); err != nil || !regexp.MustCompile("^"+pattern+"$").MatchString(got) {
		c.t.Errorf("for packages: got %q, %v, want %s", got, err, pattern)
	}
}

// A version that is not released yet comes before the one that will be.
func TestVersionOfPackages(t *testing.T) {
	c := newCheckout(t, t.TempDir(), toml)
	c.packages(`1\.2\.0`) // not a repository: a release that was unpacked
	c.commit()
	c.git("tag", "v9.9.9")
	c.packages(`1\.2\.0-dev\.[0-9]{14}\.[0-9a-f]{7,}`)
	c.git("tag", "v1.2.0")
	c.packages(`1\.2\.0`)
	c.write("FyneApp.toml", toml+"# changed\n")
	c.packages(`1\.2\.0-dev\.[0-9]{14}\.[0-9a-f]{7,}\.dirty`)
}

func TestCatalogueNamesTheVersion(t *testing.T) {
	const catalogue = "packaging/linux/io.github.access_keys.AccessKeys.metainfo.xml"
	for version, ok := range map[string]bool{"1.2.0": true, "1.1.0": false} {
		c := newCheckout(t, t.TempDir(), toml)
		c.write(catalogue, "<releases>\n<release version=\""+version+"\"/>\n<release version=\"1.2.0\"/>\n</releases>\n")
		c.commit()
		if got, err := c.run("--check"); (err == nil) != ok {
			t.Errorf("%s: got %q, %v", version, got, err)
		}
	}
}

func TestVersionOfAReleaseInsideAnotherRepository(t *testing.T) {
	outer := newCheckout(t, t.TempDir(), toml)
	outer.commit()
	newCheckout(t, filepath.Join(outer.dir, "unpacked"), toml).prints(`1\.2\.0`)
}

func TestVersionThatIsNone(t *testing.T) {
	for name, toml := range map[string]string{
		"absent": "[Details]\n", "a word": "Version = \"next\"\n", "twice": toml + toml, "empty": "Version = \"\"\n",
	} {
		if got, err := newCheckout(t, t.TempDir(), toml).run(); err == nil || !strings.Contains(got, "FyneApp.toml") {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

func TestTagsAgreeWithTheVersion(t *testing.T) {
	for name, tt := range map[string]struct {
		tags  []string
		other string // what disagrees
	}{
		"no tag":               {},
		"the version":          {tags: []string{"v1.2.0"}},
		"not of a version":     {tags: []string{"nightly", "vendor"}},
		"another version":      {tags: []string{"v1.2.1"}, other: "v1.2.1"},
		"a candidate":          {tags: []string{"v1.2.0-rc1"}, other: "v1.2.0-rc1"},
		"the version and more": {tags: []string{"v1.2.0", "v1.3.0"}, other: "v1.3.0"},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCheckout(t, t.TempDir(), toml)
			c.commit()
			for _, tag := range tt.tags {
				c.git("tag", "-a", "-m", tag, tag)
			}
			got, err := c.run("--check")
			if (err == nil) != (tt.other == "") || !strings.Contains(got, tt.other) {
				t.Errorf("got %q, %v", got, err)
			}
			c.write("new", "")
			c.git("add", ".")
			c.git("commit", "-q", "-m", "second")
			if got, err := c.run("--check"); err != nil {
				t.Errorf("for a later commit: %q, %v", got, err)
			}
		})
	}
}
