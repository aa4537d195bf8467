-- A command of the installation names an organisation by its slug before a tenant is set, as sign-in names an account by
-- its address. One row at most, and only its name and status: everything else still needs the tenant.
create policy by_slug on organisation for select to bearing_app using (slug = (select app.setting('org_slug')));
