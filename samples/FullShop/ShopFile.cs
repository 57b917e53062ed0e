namespace FullShop;

/// <summary>The database file of the shop; the demo uses a temporary one and deletes it.</summary>
internal sealed class ShopFile : IDisposable
{
    private readonly string? _temporary;

    public ShopFile(IConfiguration configuration, bool isTemporary)
    {
        _temporary = isTemporary ? Path.Combine(Path.GetTempPath(), $"corner-shop-{Guid.NewGuid():N}.db") : null;
        ConnectionString = isTemporary
            ? $"Data Source={_temporary}"
            : configuration.GetConnectionString("Shop") ?? "Data Source=shop.db";
    }

    public string ConnectionString { get; }

    public void Dispose()
    {
        if (_temporary is not null)
        {
            foreach (string file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(_temporary) + "*"))
            {
                File.Delete(file);
            }
        }
    }
}
