-- As who somebody usually treats: what they said at the last intake they saved, so that the next one begins with it. A convenience of the
-- form, no record: every intake says for itself who treats.
create table usual_operator (
  clinic_id  uuid not null,
  account_id uuid not null,
  operator   text not null check (operator in ('physician', 'nurse', 'aesthetician')),
  primary key (clinic_id, account_id),
  foreign key (clinic_id, account_id) references account (clinic_id, account_id)
);
call protect_clinic_table('usual_operator');
