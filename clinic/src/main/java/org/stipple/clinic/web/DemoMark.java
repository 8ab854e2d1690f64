package org.stipple.clinic.web;

/// Whether every page says "demo".
public record DemoMark(boolean shown) {}
