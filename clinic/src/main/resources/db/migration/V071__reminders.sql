-- Reminders of appointments are messages that are written when a time is taken and sent later. Such a one asks for no answer, and nobody is
-- called about it when its time is over.
alter table message_watch add column answer_wanted boolean not null default true;
alter table message_watch add column useful_until timestamptz;

-- That what a message says no longer holds: it is not sent any more, and its link says so. A delivery that is on its way at that moment
-- goes out, and is not tried again.
create table message_taken_back (
  clinic_id     uuid not null,
  message_id    uuid not null,
  taken_back_at timestamptz not null,
  taken_back_by text not null,
  primary key (clinic_id, message_id),
  foreign key (clinic_id, message_id) references message
);
call protect_clinic_table('message_taken_back');
call make_append_only('message_taken_back');

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('waiting', 'sent', 'dead', 'withdrawn', 'over'));
