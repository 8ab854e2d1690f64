package org.stipple.clinic.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says who may use a route. A route without it, and without [OpenToAll], is refused at run time and fails the
/// build.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {
    /// Any one of these roles is enough.
    Role[] value();
}
