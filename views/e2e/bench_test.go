package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// The programs that are measured.
const (
	bareWindow = "bare window"
	bareTable  = "bare table"
	asyncTable = "bare table, changed from a goroutine"
	asyncMany  = "the same, 10,000 keys"
	fewKeys    = "2 keys"
	manyKeys   = "10,000 keys"
	hugeKeys   = "100,000 keys"
	firstBare  = "bare window, first start"
	firstTable = "bare table, first start"
	firstDemo  = "--demo, first start"
)

// BenchmarkSideBySide measures the program and, in turns with it, a bare window and a bare table of the toolkit. It prints
// the results. BENCH_ROUNDS sets the number of rounds.
func BenchmarkSideBySide(b *testing.B) {
	rounds, err := strconv.Atoi(os.Getenv("BENCH_ROUNDS"))
	if err != nil {
		rounds = 5
	}
	all, many := contenders(b), withAccounts(b, twentyAccounts, 20)
	results := samples{}
	for round := range rounds {
		for i := range all {
			all[(i+round)%len(all)].measureStart(b, results)
		}
		many.measureStartOnly(b, results)
		measureFirstStarts(b, all[0].path, results)
		measureUse(b, all, results)
		fmt.Printf("round %d of %d is done\n", round+1, rounds)
	}
	measureHuge(b, results)
	results.print(os.Stdout, rounds)
}

// contender is a program to measure, and the desk that it is on.
type contender struct {
	measured
	desk   *desk
	server *demo.Server // nil where the program has none
	rows   []int        // of two keys whose secrets the keyring has
	other  *client.Client
}

func contenders(b *testing.B) []*contender {
	b.Helper()
	bare := filepath.Join(b.TempDir(), "bare")
	must(b, buildWith(toolkitFlags(), "./bare", bare))
	return []*contender{
		{measured: measured{bareWindow, bare, nil, labelArea}, desk: newDesk(b, false)},
		{measured: measured{bareTable, bare, []string{"-keys", "2"}, firstIDArea}, desk: newDesk(b, false), rows: []int{0, 1}},
		{measured: measured{asyncTable, bare, []string{"-keys", "2", "-async"}, firstIDArea}, desk: newDesk(b, false), rows: []int{0, 1}},
		{measured: measured{asyncMany, bare, []string{"-keys", "10000", "-async"}, firstIDArea}, desk: newDesk(b, false), rows: []int{0, 1}},
		remembered(b, fewKeys, 2),
		remembered(b, manyKeys, 10_000),
	}
}

// remembered returns the program on a desk on which it is signed in, so that it opens straight into the list.
func remembered(b *testing.B, name string, keys int) *contender {
	b.Helper()
	s := backend(b, demo.Options{Keys: keys})
	d := newDesk(b, true)
	r := d.signedIn(s)
	r.wait("the sign-in to be remembered", func() bool {
		return d.stored(signInService, account(s, s.Credentials().KeyID)) != ""
	})
	r.wait("the list to be kept", func() bool { return d.keptList() != "" })
	rows := enabledRows(s)
	for _, row := range rows {
		id := r.choose(s, listed(s)[row].ID)
		r.press("Return")
		r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, id)) != "" })
	}
	r.press("ctrl+q")
	r.waitEnd()
	other, err := client.SignIn(b.Context(), s.URL(), s.Credentials(), client.Options{})
	must(b, err)
	return &contender{measured: measured{name, program, nil, firstIDArea}, desk: d, server: s, rows: rows, other: other}
}

// enabledRows returns the rows of two enabled keys.
func enabledRows(s *demo.Server) []int {
	var rows []int
	for i, k := range listed(s) {
		if k.State == client.StateEnabled {
			rows = append(rows, i)
		}
	}
	return rows[:2]
}

// The measures.
const (
	startTime     = "exec to first row, ms"
	startCPU      = "exec to first row, ms of CPU"
	memorySize    = "PSS after 5 s, MiB"
	idleCPU       = "idle CPU after 5-15 s, %"
	showFirst     = "first click on Show, ms"
	showLater     = "click on Show, ms"
	hide          = "click on Hide, ms"
	arrow         = "arrow key, ms"
	filterKey     = "filter keystroke, ms"
	questionFirst = "first opening of a confirmation, ms"
	question      = "opening a confirmation, ms"
	reload        = "reload, ms"
	repaint       = "repaint, ms"
	repaintCPU    = "repaint, ms of CPU"
	endOfList     = "End key, ms"
	framesAfter   = ", frames" // what follows the measures above
)

// measureStart measures the time from exec until the window shows its content, and the memory 5 s later.
func (c *contender) measureStart(b *testing.B, results samples) {
	cmd, _, took, used := c.desk.timed(b, c.measured)
	results.add(c.name, startTime, millis(took))
	results.add(c.name, startCPU, millis(used))
	time.Sleep(5 * time.Second)
	results.add(c.name, memorySize, float64(pss(b, cmd.Process.Pid))/1024)
	end(b, cmd)
}

// measureFirstStarts measures starts in fresh home directories.
func measureFirstStarts(b *testing.B, bare string, results samples) {
	for _, m := range []measured{
		{firstBare, bare, nil, labelArea},
		{firstTable, bare, []string{"-keys", "2"}, firstIDArea},
		{firstDemo, program, []string{"--demo"}, demoIDArea},
	} {
		cmd, _, took, used := newDesk(b, false).timed(b, m)
		results.add(m.name, startTime, millis(took))
		results.add(m.name, startCPU, millis(used))
		end(b, cmd)
	}
}

// measureUse opens all programs, lets them idle together, and then uses one after the other.
func measureUse(b *testing.B, all []*contender, results samples) {
	var opened []*opened
	for _, c := range all {
		opened = append(opened, c.open(b))
	}
	time.Sleep(5 * time.Second)
	for _, o := range opened {
		o.idleFrom = cpuTime(b, o.cmd.Process.Pid)
	}
	const idle = 10 * time.Second
	time.Sleep(idle)
	for _, o := range opened {
		used := cpuTime(b, o.cmd.Process.Pid) - o.idleFrom
		results.add(o.name, idleCPU, 100*used.Seconds()/idle.Seconds())
	}
	for _, o := range opened {
		o.use(b, results)
		o.frames.Close()
		end(b, o.cmd)
	}
}

// measureHuge measures the program with more keys than any user has.
func measureHuge(b *testing.B, results samples) {
	c := remembered(b, hugeKeys, 100_000)
	c.measureStart(b, results)
	o := c.open(b)
	o.useList(b, results)
	o.act(b, results, endOfList, twoRowsArea, func() error { return o.desk.display.Press("End") })
	o.frames.Close()
	end(b, o.cmd)
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
