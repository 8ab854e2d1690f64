-- What is the latest is told by the time, and where two were written at the same moment by the order in which they
-- were written: the verdict from after a session must not stand behind the one from before it.
alter table screening add column entry bigint generated always as identity;
alter table course add column entry bigint generated always as identity;
alter table consent add column entry bigint generated always as identity;
alter table session add column entry bigint generated always as identity;
alter table measurement add column entry bigint generated always as identity;
