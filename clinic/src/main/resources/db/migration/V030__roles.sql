-- The roles that there are. A patient's account is never one of the staff.
alter table account add constraint roles_are_known check (
  cardinality(roles) > 0
  and roles <@ array['front-desk', 'practitioner', 'supervising-clinician', 'manager', 'privacy-and-safety-lead', 'administrator',
                     'auditor', 'patient']
  and (not 'patient' = any (roles) or cardinality(roles) = 1));
create index audit_entry_newest on audit_entry (clinic_id, entry desc);
