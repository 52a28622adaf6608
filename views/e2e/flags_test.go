//go:build !race

package e2e

// buildFlags are those of a release: what is measured is what people run.
func buildFlags() []string {
	return []string{"-trimpath", "-tags", "migrated_fynedo,no_emoji", "-ldflags", "-s -w"}
}
