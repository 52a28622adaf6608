//go:build race

package e2e

// buildFlags make the program under test find races too. The tag ci, which other tests have, would give
// it no window.
func buildFlags() []string { return []string{"-race", "-tags", "migrated_fynedo,no_emoji"} }
