package app

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
)

const (
	// faultSeedEnv is the seed of TestFaultRun, which repeats a run, or "random". Without it, all runs are the same.
	faultSeedEnv = "ACCESSKEYS_FAULT_SEED"

	// faultOperationsEnv is how many operations it does at least.
	faultOperationsEnv = "ACCESSKEYS_FAULT_OPERATIONS"

	faultWorlds     = 28 // at the same time: they mostly wait
	faultOperations = 45 // in each
)

// TestFaultRun does more than a thousand operations at random, while everything goes wrong on the way to the
// server that can, and compares what the app tells, at once and in its history, with what the server must hold.
func TestFaultRun(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	seed := faultSeed(t)
	t.Logf("%s=%d repeats this run", faultSeedEnv, seed)
	before := runtime.NumGoroutine()
	var worlds []*faultWorld
	for done := 0; done == 0 || done < leastOperations(t) && !t.Failed(); {
		for _, w := range runWorlds(t, seed, uint64(len(worlds))) {
			worlds, done = append(worlds, w), done+w.step-1
		}
	}
	tally(t, worlds)
	waitForGoroutines(t, before)
}

// runWorlds runs worlds at the same time, which are numbered from first on.
func runWorlds(t *testing.T, seed, first uint64) []*faultWorld {
	t.Helper()
	worlds := make([]*faultWorld, faultWorlds)
	var running sync.WaitGroup
	for i := range worlds {
		w := newFaultWorld(t, seed, first+uint64(i))
		worlds[i] = w
		running.Go(func() {
			defer w.close()
			w.run(faultOperations)
		})
	}
	running.Wait()
	return worlds
}

// leastOperations is how many operations are to be done, as worlds in which no key is left end early.
func leastOperations(t *testing.T) int {
	t.Helper()
	given := os.Getenv(faultOperationsEnv)
	if given == "" {
		return 0
	}
	least, err := strconv.Atoi(given)
	check.Must(t, err)
	return least
}

func faultSeed(t *testing.T) uint64 {
	t.Helper()
	given := os.Getenv(faultSeedEnv)
	switch given {
	case "":
		return 1
	case "random":
		return uint64(rand.Uint32())
	}
	seed, err := strconv.ParseUint(given, 10, 64)
	check.Must(t, err)
	return seed
}

// tally looks whether enough has happened for the run to mean anything.
func tally(t *testing.T, worlds []*faultWorld) {
	t.Helper()
	outcomes, faulty := map[string]int{}, map[string]int{}
	operations := 0
	for _, w := range worlds {
		operations += w.step - 1
		for what, n := range w.outcomes {
			outcomes[what] += n
		}
		for what, n := range w.proxy.count {
			faulty[what] += n
		}
	}
	t.Logf("operations: %d; outcomes: %s", operations, counts(outcomes))
	t.Logf("requests: %s", counts(faulty))
	if t.Failed() {
		return
	}
	if operations < 1000 {
		t.Errorf("only %d operations were done", operations)
	}
	for _, what := range []string{"done", "not done", "not done so far", "unknown", "resolved done", "resolved not-done",
		"created", "create unknown", "revealed", "changed meanwhile"} {
		if outcomes[what] == 0 {
			t.Errorf("nothing was ever %s", what)
		}
	}
	for _, f := range faults() {
		if faulty[string(f)] == 0 {
			t.Errorf("there was never a %s", f)
		}
	}
}

func counts(of map[string]int) string {
	var all []string
	for _, what := range slices.Sorted(maps.Keys(of)) {
		all = append(all, fmt.Sprintf("%s %d", what, of[what]))
	}
	return strings.Join(all, ", ")
}

// waitForGoroutines waits until there are no more than before.
func waitForGoroutines(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Errorf("%d goroutines were left:\n%s", runtime.NumGoroutine()-before, stacks[:runtime.Stack(stacks, true)])
			return
		}
	}
}
