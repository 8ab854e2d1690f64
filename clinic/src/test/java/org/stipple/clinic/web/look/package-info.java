/// Renders every component with sample data into `target/gallery`, to be looked at.
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.web.look;
