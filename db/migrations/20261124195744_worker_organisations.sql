-- The worker looks at its start for what was never booked, in every organisation, before it knows one. A setting of its own,
-- for one transaction, as a slug has; what it then does in an organisation it does under that organisation's locks.
create policy for_background on organisation for select to bearing_app
  using (status = 'active' and (select app.setting('background')) = 'worker');
