package org.stipple.dose.delivery;

/// What somebody should look at.
public enum DeliveryFlag {
    /// Even at its highest the delivered density is more than 15 % below the planned one.
    LESS_DENSE,
    /// Even at its lowest it is more than 15 % above.
    DENSER,
    /// The range reaches beyond 15 % on one side or both, and does not lie beyond it altogether.
    DENSITY_UNCERTAIN,
    /// Set deeper than planned.
    DEEPER,
    /// Set less deep than planned.
    SHALLOWER,
    /// Another number of passes or directions.
    OTHER_PASSES,
    /// Another device, or one set to other strokes.
    OTHER_DEVICE,
    /// Nobody took the time: the density rests on the speed that was told.
    TIME_NOT_TAKEN,
    /// Time, passes and speed do not fit each other within 30 %: one of them is not what was charted.
    TIME_DOES_NOT_FIT
}
