package settings

// Density is the height of the rows. The values are stable names.
type Density string

// The densities.
const (
	DensityLarger  Density = "larger"
	DensityMiddle  Density = "middle"
	DensityCompact Density = "compact"
)

// Densities returns the densities to choose from.
func Densities() []Density { return []Density{DensityLarger, DensityMiddle, DensityCompact} }
