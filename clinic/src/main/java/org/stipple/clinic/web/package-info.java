/// What all pages share: the frame around them, who may see them, and what is said when something goes wrong.
///
/// - What is here: [Pages], which turns a page record into HTML; [Frame], what stands around every page;
///   [RouteGuard], which refuses a route that does not say who may use it; [WebSecurity], sign-in and the
///   headers that keep a page to itself; [Worklist], work that waits for somebody.
/// - What is mutable: nothing.
/// - Who may call it: the `web` packages of the modules.
/// - Where to start reading: [Pages].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "database"})
package org.stipple.clinic.web;
