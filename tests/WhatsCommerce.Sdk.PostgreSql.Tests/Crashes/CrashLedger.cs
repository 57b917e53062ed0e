namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>What happened in the processes of <c>CrashTest</c>, in the order of one sequence.</summary>
internal static class CrashLedger
{
    /// <summary>Makes the tables that the processes write into, and the trigger that writes the completions.</summary>
    public static async Task CreateAsync(TestDatabase database)
    {
        string schema = $"\"{database.Options.Schema}\"";
        await database.RunAsync($"""
            create sequence {schema}.moments;
            create table {schema}.ledger (number bigint primary key default nextval('{schema}.moments'),
                what text not null, handler text not null, id text not null);
            create index on {schema}.ledger (id);
            create table {schema}.acknowledged (id text not null, is_completed boolean not null);
            create index on {schema}.acknowledged (id);
            create function {schema}.record_completion() returns trigger language plpgsql as $$ begin
                insert into {schema}.ledger (what, handler, id) values ('completion', new.handler, substring(new.event from '[^/]*$'));
                return new;
            end $$;
            create trigger record_completion after update on {database.Events} for each row
                when (new.state = 'completed' and old.state <> 'completed') execute function {schema}.record_completion();
            """);
    }
}
