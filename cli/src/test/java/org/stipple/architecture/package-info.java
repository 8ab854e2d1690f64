/// What holds everywhere in Stipple and makes the build red where it does not.
///
/// - What is here: one test class an idea. Each holds a rule against the whole program, and against an
///   offender: a rule that was never seen to fail is no rule. [Code] is what the rules look at, [Offender]
///   compiles what they must find, [Sources] is the text of all modules.
/// - What is mutable: nothing.
/// - Who may call it: the tests.
/// - Where to start reading: [LibrariesArePureTest].
@org.jspecify.annotations.NullMarked
package org.stipple.architecture;
