/// The built program from outside: started as a process, seen as a browser and an HTTP client see it.
///
/// - What is here: [RunningStipple], the program; [Visitor], a person at a browser; [Client], a program that
///   speaks HTTP; and the tests that use them. Nothing of Stipple is on the class path.
/// - What is mutable: throw-away data directories, screenshots and reports below `target`.
/// - Who may call it: nobody; `./mvnw verify` runs it last.
/// - Where to start reading: [FirstVisitInTheBrowserTest].
@org.jspecify.annotations.NullMarked
package org.stipple.acceptance;
