/// The launcher, `./stipple`, tried in a directory of its own with a JDK, a Maven and a program that only say
/// what they were asked.
///
/// - What is here: [LauncherTest], what it promises; [LauncherYard], where it is tried.
/// - What is mutable: the files of the yard.
/// - Who may call it: the tests.
/// - Where to start reading: [LauncherTest].
@org.jspecify.annotations.NullMarked
package org.stipple.launcher;
