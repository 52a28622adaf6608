//go:build race

package e2e

// buildFlags returns flags with which the program under test also detects races. The tag ci, which other tests use, must
// be left out: the program would have no window.
func buildFlags() []string { return []string{"-race", "-tags", "migrated_fynedo,no_emoji"} }
