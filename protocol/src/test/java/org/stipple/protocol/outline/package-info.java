/// What the drawings of a standard adult must keep.
@org.jspecify.annotations.NullMarked
package org.stipple.protocol.outline;
