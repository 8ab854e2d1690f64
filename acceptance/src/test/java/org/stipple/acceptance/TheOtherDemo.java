package org.stipple.acceptance;

/// A demo beside [TheDemo], for the tests that chart and photograph the same people. They run while the first
/// one is visited.
final class TheOtherDemo extends TheDemo {

    TheOtherDemo() {
        super("other-demo");
    }
}
