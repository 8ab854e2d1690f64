-- A supervising clinician may hold a time although an adverse event or a concern is open; the page before the session asks again.
alter table appointment_override drop constraint appointment_override_rule_check;
alter table appointment_override add constraint appointment_override_rule_check check (rule in ('interval', 'deferral', 'open-event'));
