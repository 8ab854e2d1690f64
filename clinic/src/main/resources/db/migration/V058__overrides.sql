-- How often refusals are set aside, of the last months alone.
create index course_signature_by_time on course_signature (clinic_id, signed_at);
