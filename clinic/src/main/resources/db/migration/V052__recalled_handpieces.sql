-- A handpiece is recalled by its maker: whoever was treated with it is told. It goes out of service by a step of its own.
create table handpiece_recall (
  clinic_id    uuid not null,
  handpiece_id uuid not null,
  reason       text not null check (reason <> ''),
  recalled_at  timestamptz not null,
  recalled_by  text not null,
  primary key (clinic_id, handpiece_id),
  foreign key (clinic_id, handpiece_id) references handpiece
);
call protect_clinic_table('handpiece_recall');
call make_append_only('handpiece_recall');
