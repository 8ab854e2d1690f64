/// Benchmarks of screening, planning and loading. They stand in the package of what they measure, because the
/// references beside the kernels are package-private.
@org.jspecify.annotations.NullMarked
package org.stipple.protocol;
