-- Times at which the whole clinic, a room, a handpiece or somebody who treats is not there, with why.
create table closure (
  clinic_id    uuid not null references clinic,
  closure_id   uuid not null,
  what         text not null check (what in ('clinic', 'room', 'handpiece', 'practitioner')),
  room_id      uuid,
  handpiece_id uuid,
  account_id   uuid,
  from_at      timestamptz not null,
  to_at        timestamptz not null check (to_at > from_at),
  words        text not null check (words <> ''),
  said_at      timestamptz not null,
  said_by      text not null,
  check ((what = 'room') = (room_id is not null)),
  check ((what = 'handpiece') = (handpiece_id is not null)),
  check ((what = 'practitioner') = (account_id is not null)),
  primary key (clinic_id, closure_id),
  foreign key (clinic_id, room_id) references room,
  foreign key (clinic_id, handpiece_id) references handpiece,
  foreign key (clinic_id, account_id) references account
);
create index closure_by_time on closure (clinic_id, to_at);
call protect_clinic_table('closure');
call make_append_only('closure');

-- That it does not hold any more, or was wrong.
create table closure_end (
  clinic_id  uuid not null,
  closure_id uuid not null,
  ended_at   timestamptz not null,
  ended_by   text not null,
  primary key (clinic_id, closure_id),
  foreign key (clinic_id, closure_id) references closure
);
call protect_clinic_table('closure_end');
call make_append_only('closure_end');

-- Nothing is held in a closure that was stated before, whatever way the record comes in. What stood there before stays, and is listed.
create function refuse_closed() returns trigger language plpgsql as
$$ begin
     if exists (select from closure c
                where c.clinic_id = new.clinic_id and c.to_at > new.from_at and c.from_at < new.to_at
                  and case c.what when 'clinic' then true when 'room' then c.room_id = new.room_id
                        when 'handpiece' then c.handpiece_id = new.handpiece_id else c.account_id = new.practitioner end
                  and not exists (select from closure_end e where e.clinic_id = c.clinic_id and e.closure_id = c.closure_id)) then
       raise exception 'held_not_closed: closed at that time' using errcode = 'exclusion_violation', constraint = 'held_not_closed';
     end if;
     return new;
   end $$;
create trigger not_closed before insert on held for each row execute function refuse_closed();
