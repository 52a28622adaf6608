package settings

// Density is how much room a row takes. The values are stable names.
type Density string

// The densities.
const (
	DensityLarger  Density = "larger"
	DensityMiddle  Density = "middle"
	DensityCompact Density = "compact"
)

// defaultDensity is the console's.
const defaultDensity = DensityMiddle

// Densities are those to choose from.
func Densities() []Density { return []Density{DensityLarger, DensityMiddle, DensityCompact} }
