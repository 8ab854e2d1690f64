/// Who may do what, whose record is open, and the trail of both.
///
/// - What is here: [Actor], who is acting; [Acting], for whom the current work is done; [Role] and [Allowed],
///   what each may do; [AuditTrail], which opens a patient's record by writing who opened it; [Once], by
///   which a repeated request has one effect; [PasswordTries], by which passwords cannot be guessed quickly;
///   [Accounts] and [FirstStart], people who sign in and the first of them; [Scopes], how deep, where and with
///   what each may treat; [BreakGlass], a record opened in an emergency; [Passkeys] and [PasskeySignIn],
///   [SignOn]: ways in beside the password.
/// - What is mutable: the tables `clinic`, `account`, `request_key` and `password_try`; only appended to are
///   `audit_entry`, `account_change`, `account_scope`, `emergency_access`, `emergency_review`, `passkey`,
///   `passkey_use`, `passkey_removal` and `sign_on_link`.
/// - Who may call it: every module of the clinic; it depends on none.
/// - Where to start reading: [AuditTrail].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.stipple.clinic.access;
