namespace WhatsCommerce.RaceShop;

/// <summary>The databases that the race knows.</summary>
internal static class RaceDatabase
{
    public static void Use(WhatsCommerceStorefrontBuilder shop, string database, string connection)
    {
        if (database == "sqlite")
        {
            shop.UseSqlite(connection);
        }
        else
        {
            shop.UsePostgreSql(connection, static options =>
            {
                options.Schema = Environment.GetEnvironmentVariable("RACE_SCHEMA")!;
                options.MigrateAtStart = true;
            });
        }
    }
}
