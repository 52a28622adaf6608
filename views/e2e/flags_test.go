//go:build !race

package e2e

// buildFlags returns the flags of a release build, so that the measurements are of what users run.
func buildFlags() []string {
	return []string{"-trimpath", "-tags", "migrated_fynedo,no_emoji", "-ldflags", "-s -w"}
}
