using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>A shop of the SDK on PostgreSQL, as an app registers it, driven step by step.</summary>
internal sealed class MeasuredShop
{
    private readonly IServiceProvider _services;
    private readonly NpgsqlDataSource _source;
    private readonly string _schema;
    private readonly OutboxProcessor _outbox;

    private MeasuredShop(IServiceProvider services, NpgsqlDataSource source, string schema)
    {
        _services = services;
        _source = source;
        _schema = schema;
        ShopScope shop = services.GetRequiredService<Storefronts.Shops>().Default;
        _outbox = new OutboxProcessor(shop.Get<ShopServices>(), services.GetRequiredService<IServiceScopeFactory>(), shop);
    }

    public Storefront Shop => _services.GetRequiredService<Storefront>();

    public CartDeliveries Deliveries { get; } = new();

    /// <summary>Gets the attempts that were offered and not settled yet.</summary>
    public Queue<AttemptId> Offered { get; } = [];

    public static async Task<MeasuredShop> StartAsync(NpgsqlDataSource source, string schema, IReadOnlyList<Product> catalog)
    {
        // These objects live as long as the process.
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.PhoneNumberId = CartDeliveries.PhoneNumberId;
            options.AccessToken = "EAAbenchmark";
            options.CatalogId = CartDeliveries.CatalogId;
        });
        services.AddSingleton<WhatsCommerceClient>(new SilentClient(catalog));
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add(CartDeliveries.Secret));
        services
            .AddWhatsCommerceStorefrontCore(options =>
            {
                options.Catalog.PageSize = CatalogQuery.MaxLimit;
                options.Catalog.MaxPriceAge = TimeSpan.FromDays(1);
                options.AllowTestPayments = true;
            })
            .UsePostgreSql(source, options =>
            {
                options.Schema = schema;
                options.MigrateAtStart = true;
                options.CustomerCacheDuration = TimeSpan.FromHours(1);
            })
            .AddCatalog()
            .AddCheckout()
            .AddProvider<InstantProvider>();
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<WhatsCommerceDatabase>().MigrateAsync();
        return new MeasuredShop(provider, source, schema);
    }

    public async Task ReceiveAsync()
    {
        (byte[] body, string signature) = Deliveries.Next();
        WebhookResponse answer = await _services.GetRequiredService<WebhookProcessor>().ProcessAsync(body, signature);
        if (answer.StatusCode != 200)
        {
            throw new InvalidOperationException($"A cart was answered {answer.StatusCode}.");
        }
    }

    /// <summary>Runs the outbox for one cart: it is priced and offered.</summary>
    public async Task OfferAsync()
    {
        if (await _outbox.RunOnceAsync(1, CancellationToken.None) != 1)
        {
            throw new InvalidOperationException("No cart waits.");
        }
    }

    public async Task SettleAsync()
    {
        SettleResult settled = await Shop.Checkout.SettleAsync(Offered.Dequeue());
        if (settled.Outcome != SettleOutcome.Paid)
        {
            throw new InvalidOperationException($"An attempt came out as {settled.Outcome}.");
        }
    }

    public async Task PrepareCartsAsync(int count)
    {
        Deliveries.Prepare(count);
        for (int i = 0; i < count; i++)
        {
            await ReceiveAsync();
        }
    }

    public async Task PrepareOffersAsync(int count)
    {
        await PrepareCartsAsync(count);
        for (int i = 0; i < count; i++)
        {
            await OfferAsync();
        }

        Offered.Clear();
        await using NpgsqlCommand command = _source.CreateCommand($"select id from {_schema}.shop_attempts where state = 'offered'");
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            Offered.Enqueue(rows.GetString(0));
        }

        if (Offered.Count != count)
        {
            throw new InvalidOperationException($"{Offered.Count} of {count} carts were offered.");
        }
    }

    /// <summary>Removes what a turn left, so that each begins with tables of the same size.</summary>
    public Task TidyAsync() => TidyAsync(_source, _schema);

    /// <inheritdoc cref="TidyAsync()"/>
    public static Task TidyAsync(NpgsqlDataSource source, string schema) => ShopDatabase.RunAsync(
        source,
        $"""
        truncate {schema}.shop_carts, {schema}.shop_orders, {schema}.shop_attempts, {schema}.shop_outbox, {schema}.webhook_events
        """);
}
