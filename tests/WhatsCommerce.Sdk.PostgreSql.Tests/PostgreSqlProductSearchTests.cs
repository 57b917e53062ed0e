using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all product searches, on a real PostgreSQL.</summary>
public sealed class PostgreSqlProductSearchTests : ProductSearchContract, IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _app = null!;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        _app = App();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Search_AtAnotherInstance_FindsWhatTheFirstOneFilled()
    {
        IProductSearch first = await CreateAsync();
        await first.ReplaceAsync([Product("kite", "Kite")], Stop);
        await using ServiceProvider second = App();
        IProductSearch search = second.GetRequiredService<IProductSearch>();

        Assert.Equal(["kite"], await FindAsync(search, "kitte"));
        await search.ReplaceAsync([Product("kite", "Kite"), Product("tent", "Tent")], Stop);
        Assert.Equal(["tent"], await FindAsync(first, "tents"));
    }

    [Fact]
    public async Task Replace_WhatIsThereAlready_WritesNothing()
    {
        IProductSearch search = await CreateAsync();
        await search.ReplaceAsync([Product("kite", "Kite")], Stop);
        string sql = $"select xmin::text from \"{_database.Options.Schema}\".shop_search_products";
        string before = await _database.ReadAsync<string>(sql);

        await search.ReplaceAsync([Product("kite", "Kite")], Stop);

        Assert.Equal(before, await _database.ReadAsync<string>(sql));
    }

    protected override Task<IProductSearch> CreateAsync() => Task.FromResult(_app.GetRequiredService<IProductSearch>());

    private ServiceProvider App() => _database.App(static builder =>
        builder.AddDatabaseSearch(static options => options.Synonyms = Synonyms));
}
