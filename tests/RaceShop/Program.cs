// A shop with one provider and one database, which the race plays with over HTTP and kills at any moment.
//
// RaceShop <stripe|paypal|razorpay> <sqlite|postgresql> <connection string> <minutes that the clock is ahead>
//
// Keys of the provider come by environment variables, as configuration does. It says "listening <address>" and "done <event> <handler>".
using System.Globalization;
using System.Text.Json.Nodes;
using WhatsCommerce;
using WhatsCommerce.RaceShop;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
(string provider, string database, string connection) = (args[0], args[1], args[2]);
Currency currency = provider == "razorpay" ? "INR" : "USD";
ShiftedTime time = new(TimeSpan.FromMinutes(double.Parse(args[3], CultureInfo.InvariantCulture)));
Shelf shelf = new(currency);

WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSingleton<TimeProvider>(time);
builder.Services.AddSingleton<IPriceSource>(shelf);
builder.Services.AddSingleton<IStockHold>(shelf);
builder.Services.AddWhatsCommerce(options =>
{
    options.PhoneNumberId = "1";
    options.AccessToken = "race";
}).ConfigurePrimaryHttpMessageHandler(static () => new SilentPhone());
builder.Services.AddWhatsCommerceWebhooks(static options => options.AppSecrets.Add("0123456789abcdef"));
WhatsCommerceStorefrontBuilder shop = builder.Services.AddWhatsCommerceStorefrontCore(options =>
{
    options.PublicAddress = new Uri("https://shop.example/shop");
    options.AllowTestPayments = true;
    options.PollInterval = TimeSpan.FromSeconds(1);
    options.ProviderTimeout = TimeSpan.FromSeconds(20);
    options.MaxAttempts = 1_000;
}).AddCheckout();
RaceDatabase.Use(shop, database, connection);
RaceProvider.Use(shop, provider, builder.Configuration.GetSection("Race:Provider"));
if (Environment.GetEnvironmentVariable("RACE_CERTIFICATE") is { Length: > 0 } certificate)
{
    LocalPayPal.AddTrust(builder.Services, new Uri(certificate), Environment.GetEnvironmentVariable("RACE_AUTHORITY")!);
}

// Only the test of the oracle itself takes a guard out.
if (Environment.GetEnvironmentVariable("RACE_WITHOUT_GUARD") is { Length: > 0 } missing)
{
    builder.Services.AddSingleton(Guards.Without(Enum.Parse<Guard>(missing)));
}

shop.On<StorefrontEvent>("recorder", static (_, _) => Random.Shared.Next(12) == 0
    ? Task.FromException(new InvalidOperationException("The books are closed."))
    : Task.CompletedTask);
ServiceDescriptor stored = builder.Services.Last(service => service.ServiceType == typeof(IStorefrontStore));
builder.Services.AddSingleton<IStorefrontStore>(services => new ToldStore(
    (IStorefrontStore)(stored.ImplementationInstance ?? stored.ImplementationFactory?.Invoke(services)
        ?? ActivatorUtilities.CreateInstance(services, stored.ImplementationType!))));

WebApplication app = builder.Build();
Storefront rooms = app.Services.GetRequiredService<Storefront>();
IStorefrontStore store = app.Services.GetRequiredService<IStorefrontStore>();
app.MapPost("/receive", async (HttpRequest request, CancellationToken stop) =>
{
    Cart cart = await rooms.Carts.ReceiveAsync(
        new OrderEvent
        {
            Id = Of(request, "message"),
            Items =
            [
                new OrderItem
                {
                    RetailerId = Of(request, "product"),
                    Quantity = 2,
                    ItemPrice = new Money(Number(request, "shown"), currency),
                },
            ],
            Customer = new Customer { WaId = Of(request, "phone") },
        },
        new CustomerKey(Of(request, "product")),
        webhook: null,
        stop);
    return Json(new JsonObject { ["cart"] = cart.Id.Value });
});
app.MapPost("/offer", async (HttpRequest request, CancellationToken stop) =>
    Json(Told(await rooms.Checkout.OfferAsync(new CartId(Of(request, "cart")), provider, stop))));
app.MapPost("/confirm", async (HttpRequest request, CancellationToken stop) => Json(new JsonObject
{
    ["done"] = await rooms.Checkout.ConfirmAsync(new CartId(Of(request, "cart")), Of(request, "fingerprint"), stop),
}));
app.MapPost("/change", async (HttpRequest request, CancellationToken stop) =>
{
    WhatsCommerce.Storefronts.CartLine line = new() { RetailerId = Of(request, "product"), Quantity = (int)Number(request, "quantity") };
    ChangeResult changed = await rooms.Carts.ChangeAsync(new CartId(Of(request, "cart")), [line], stop);
    return Json(new JsonObject { ["outcome"] = changed.Outcome.ToString(), ["cart"] = changed.Cart?.Id.Value });
});
app.MapPost("/settle", async (HttpRequest request, CancellationToken stop) => Json(new JsonObject
{
    ["outcome"] = (await rooms.Checkout.SettleAsync(new AttemptId(Of(request, "attempt")), stop)).Outcome.ToString(),
}));
app.MapPost("/mark", async (HttpRequest request, CancellationToken stop) => Json(new JsonObject
{
    ["outcome"] = (await rooms.Orders.MarkPaidAsync(new CartId(Of(request, "cart")), "ann", "cash", stop)).Outcome.ToString(),
}));
app.MapPost("/refund", async (HttpRequest request, CancellationToken stop) => Json(new JsonObject
{
    ["outcome"] = (await rooms.Orders.RefundAsync(
        new OrderId(Of(request, "order")), new Money(Number(request, "amount"), currency), "bob", "bruised", cancellationToken: stop))
        .Outcome.ToString(),
}));
app.MapPost("/carts", async (HttpRequest request, CancellationToken stop) =>
{
    IReadOnlyList<Cart> live = await store.ListLiveCartsAsync("shop", new CustomerKey(Of(request, "product")), stop);
    return Json(new JsonArray([.. live.Select(cart => JsonValue.Create(cart.Id.Value))]));
});
app.MapPost("/orders", async (HttpRequest request, CancellationToken stop) =>
{
    JsonArray orders = [];
    OrderQuery query = new() { Customer = new CustomerKey(Of(request, "product")), Limit = 1_000 };
    foreach (Order order in await rooms.Orders.ListAsync(query, stop))
    {
        orders.Add(Written(
            order, await rooms.Orders.ListAttemptsAsync(order.Id, stop), await store.ListRefundsAsync("shop", order.Id, stop)));
    }

    return Json(orders);
});
app.MapPost("/outbox", async (CancellationToken stop) => Json(new JsonObject
{
    ["waiting"] = (await store.ListOutboxAsync("shop", OutboxState.Waiting, 1_000, stop)).Count,
    ["dead"] = (await store.ListOutboxAsync("shop", OutboxState.Dead, 1_000, stop)).Count,
}));
app.MapPost("/price", (HttpRequest request) => shelf.SetPrice(Of(request, "product"), Number(request, "price")));
app.MapPost("/gone", (HttpRequest request) => shelf.RunOut(Of(request, "product")));
app.MapPost("/clock", (HttpRequest request) =>
{
    time.Ahead = TimeSpan.FromMinutes((double)Number(request, "minutes"));
});
app.MapPost("/webhooks/{name}", async (string name, HttpRequest request, CancellationToken stop) =>
{
    using MemoryStream body = new();
    await request.Body.CopyToAsync(body, stop);
    ProviderWebhook webhook = new(body.ToArray(), header => request.Headers[header] is [{ } value, ..] ? value : null);
    return await rooms.Checkout.WebhookReceivers.Single(one => one.Provider == name).ReceiveAsync(webhook, stop) switch
    {
        ProviderWebhookResult.Refused => Results.StatusCode(401),
        ProviderWebhookResult.TryLater => Results.StatusCode(503),
        _ => Results.Ok(),
    };
});
await app.StartAsync();
Console.WriteLine($"listening {app.Urls.First()}");
await app.WaitForShutdownAsync();

static string Of(HttpRequest request, string name) => request.Query[name].ToString();

static decimal Number(HttpRequest request, string name) =>
    decimal.Parse(Of(request, name), NumberStyles.Float, CultureInfo.InvariantCulture);

static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json");

static JsonObject Told(OfferResult told) => new()
{
    ["outcome"] = told.Outcome.ToString(),
    ["cart"] = told.Cart?.Id.Value,
    ["quantity"] = told.Cart?.Lines.Sum(line => line.Quantity),
    ["attempt"] = told.Attempt?.Id.Value,
    ["url"] = told.Attempt?.Url,
    ["fingerprint"] = told.Quote?.Fingerprint,
};

static JsonObject Written(Order order, IReadOnlyList<PaymentAttempt> attempts, IReadOnlyList<Refund> refunds) => new()
{
    ["id"] = order.Id.Value,
    ["number"] = order.Number,
    ["state"] = order.State.ToString(),
    ["payment"] = order.Payment.ToString(),
    ["review"] = order.ReviewReason?.ToString(),
    ["total"] = order.Quote.Total.Amount,
    ["unit"] = order.Quote.Lines is [QuoteLine first, ..] ? first.UnitPrice.Amount : null,
    ["paid"] = order.Paid.Amount,
    ["refunded"] = order.Refunded.Amount,
    ["reserved"] = order.RefundsReserved.Amount,
    ["refunding"] = refunds.Any(refund => refund.State is not (RefundState.Done or RefundState.Failed)),
    ["marked"] = order.DecidedBy is not null,
    ["attempts"] = new JsonArray(
    [
        .. attempts.Select(attempt => new JsonObject
        {
            ["id"] = attempt.Id.Value,
            ["state"] = attempt.State.ToString(),
            ["reference"] = attempt.ProviderReference,
            ["paid"] = attempt.Paid?.Amount,
            ["live"] = attempt.IsLive,
        }),
    ]),
};
