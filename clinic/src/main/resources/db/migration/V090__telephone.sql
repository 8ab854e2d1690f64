-- The telephone of the clinic in a column of its own, and words in each language: a number that is picked out of a text may be that of a
-- house. What was written before stays as it is, its number not stated and its language not known: nobody guesses. The clinic is asked.
alter table clinic_reach alter column words drop not null;
alter table clinic_reach add column telephone text check (telephone = '' or telephone ~ '^\+?[0-9 ()-]{3,40}$');
alter table clinic_reach add column words_en text not null default '' check (length(words_en) <= 300);
alter table clinic_reach add column words_es text not null default '' check (length(words_es) <= 300);
alter table clinic_reach add constraint clinic_reach_says_something check (
  case when telephone is null then words is not null and words_en = '' and words_es = ''
       else words is null and (telephone <> '' or words_en <> '' or words_es <> '') end);
comment on column clinic_reach.telephone is 'Empty where the clinic says that it has none; absent in rows of before it could be stated.';
