using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>The model of docs/ef-core.md, as it stands there, over a file that a storefront wrote.</summary>
public sealed class EfCorePageTests : IDisposable
{
    private const string Reader = """

        public static class PageReader
        {
            public static async Task<string[]> ReadAsync(string connectionString)
            {
                await using ShopReading shop = new(new DbContextOptionsBuilder<ShopReading>().UseSqlite(connectionString).Options);
                List<string> found = [];
                foreach (Money money in await Reports.RevenueAsync(shop, "shop", DateTimeOffset.UnixEpoch))
                {
                    found.Add($"revenue {money}");
                }

                foreach (OrderInReview order in await Reports.InReviewAsync(shop, "shop"))
                {
                    found.Add($"review {order.Reason} {order.Provider}");
                }

                DateTimeOffset soon = DateTimeOffset.UtcNow.AddHours(1);
                found.Add($"carts {await shop.Carts.CountAsync(cart => cart.ShopId == "shop" && cart.CreatedAt < soon)}");
                found.Add($"refunds {await shop.Refunds.CountAsync(refund => refund.State == "done" && refund.Amount == 100)}");
                List<string> providers = await shop.Attempts.OrderBy(one => one.Provider).Select(one => one.Provider).ToListAsync();
                found.Add($"attempts {string.Join(' ', providers)}");
                found.Add($"products {await shop.Products.CountAsync()}");
                try
                {
                    await shop.SaveChangesAsync();
                }
                catch (NotSupportedException)
                {
                    found.Add("reads only");
                }

                return [.. found];
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatscommerce-ef-core-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "shop.db")};Pooling=False";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Model_OfThePage_ReadsWhatAStorefrontWrote()
    {
        await SellAsync();
        Assembly page = CSharpSnippet.Load(Assert.Single(SnippetTests.SnippetsOf("docs/ef-core.md")) + Reader);

        string[] found = await (Task<string[]>)page.GetType("PageReader")!.GetMethod("ReadAsync")!.Invoke(null, [ConnectionString])!;

        Assert.Equal(
            ["revenue 5.98 USD", "review amount_differs wrong", "carts 2", "refunds 1", "attempts on-delivery wrong", "products 0",
                "reads only"],
            found);
    }

    private async Task SellAsync()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken, options.CatalogId) = ("1", "token", "2"));
        services.AddSingleton<IPriceSource>(new FixedPrices(
            new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, "USD") }));
        services.AddSingleton<ICheckoutProvider>(new WrongAmounts());
        services.AddWhatsCommerceStorefrontCore(_ => { }).UseSqlite(ConnectionString).AddCatalog().AddCheckout().AddPayOnDelivery();
        await using ServiceProvider app = services.BuildServiceProvider();
        Storefronts.Storefront shop = app.GetRequiredService<Storefronts.Storefront>();

        Order paid = await OrderAsync(shop, "pablo", "on-delivery");
        await shop.Orders.MarkPaidAsync(paid.Id, "ann", "cash", Cancel);
        await shop.Orders.RefundAsync(paid.Id, new Money(1m, "USD"), "ann", "bruised", cancellationToken: Cancel);
        Order wrong = await OrderAsync(shop, "ines", "wrong");
        await shop.Checkout.SettleAsync(wrong.AttemptId, Cancel);
    }

    private static async Task<Order> OrderAsync(Storefronts.Storefront shop, string customer, string provider)
    {
        Cart cart = await shop.Carts.CreateAsync(
            new CustomerKey(customer), "+16505551234", [new CartLine { RetailerId = "apple-1kg", Quantity = 2 }], Cancel);
        OfferResult offer = await shop.Checkout.OfferAsync(cart.Id, provider, Cancel);
        return (await shop.Orders.GetAsync(offer.Order!.Id, Cancel))!;
    }

    /// <summary>A provider that takes a cent too much.</summary>
    private sealed class WrongAmounts : ICheckoutProvider
    {
        public string Name => "wrong";

        public string TitleFor(string language) => "Pay";

        public bool Accepts(Quote quote) => true;

        public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderPayment { State = ProviderPaymentState.Open, Url = "https://pay.example/" });

        public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderPayment
            {
                State = ProviderPaymentState.Paid,
                Amount = attempt.Amount + new Money(0.01m, "USD"),
                Reference = attempt.Id.Value,
            });

        public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
            ReadAsync(attempt, cancellationToken);

        public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new ProviderRefund { State = RefundState.Done });

        public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
            RefundAsync(refund, attempt, cancellationToken);
    }
}
