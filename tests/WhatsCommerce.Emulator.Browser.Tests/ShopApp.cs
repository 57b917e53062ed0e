using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>
/// A shop's app as users build it, on a real Kestrel: it greets with its products, answers questions, sums up carts and confirms orders.
/// </summary>
internal sealed class ShopApp : IAsyncDisposable
{
    private readonly CloudApiEmulator _cloud;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebhookEvent> _events = new();
    private readonly ConcurrentQueue<GraphException> _refusals = new();

    private ShopApp(CloudApiEmulator cloud)
    {
        _cloud = cloud;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsCommerce(cloud.Configure);
        builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(cloud.AppSecret);
                options.VerifyToken = cloud.VerifyToken;
            })
            .Handle<WebhookEvent>("record", (e, _) =>
            {
                _events.Enqueue(e);
                return Task.CompletedTask;
            })
            .Handle<TextEvent>("greet", (text, ct) => SendAsync(text, Greeting(), ct))
            .Handle<ProductQuestionEvent>("answer", (question, ct) => SendAsync(question, Answer(question), ct))
            .Handle<OrderEvent>("sum up", (order, ct) => SendAsync(order, Summary(order), ct))
            .Handle<InteractiveReplyEvent>(
                "confirm", (reply, ct) => reply.Reply.Id == "confirm" ? SendAsync(reply, Thanks(), ct) : Task.CompletedTask);

        _app = builder.Build();
        _app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
    }

    public WhatsCommerceClient Client => _app.Services.GetRequiredService<WhatsCommerceClient>();

    /// <summary>Whether it answers what customers write; it always does with questions, carts and buttons.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>What the webhook told so far.</summary>
    public IReadOnlyCollection<WebhookEvent> Events => _events;

    /// <summary>What the Cloud API refused.</summary>
    public IReadOnlyCollection<GraphException> Refusals => _refusals;

    public static async Task<ShopApp> StartAsync(CloudApiEmulator cloud)
    {
        ShopApp app = new(cloud);
        await app._app.StartAsync(TestContext.Current.CancellationToken);
        await cloud.ConnectWebhookAsync(new Uri($"{app._app.Urls.First()}/webhooks/whatsapp"), TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>The only event of a kind that the webhook has told, as soon as it has.</summary>
    public async Task<TEvent> HeardAsync<TEvent>()
        where TEvent : WebhookEvent
    {
        await Patiently.Until(() => _events.OfType<TEvent>().Any(), $"The webhook told no {typeof(TEvent).Name}.");
        return Assert.Single(_events.OfType<TEvent>());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private ProductListMessage Greeting() => Message.ProductList(_cloud.Catalog.Id)
        .Header("Made to last")
        .Body("Welcome! Have a look around, ask about anything, and send us your cart.")
        .Footer("Open until 8 pm")
        .Section("For the table", "mug-ocean", "mug-sage", "teapot")
        .Section("To wear", "shirt-navy-m", "socks-wool")
        .Build();

    private TextMessage Answer(ProductQuestionEvent question) =>
        Message.Text($"{_cloud.Catalog.Find(question.RetailerId)?.Title}: yes, day after day.").Build();

    private static ReplyButtonsMessage Summary(OrderEvent order) => Message.Buttons()
        .Body(
            string.Join('\n', order.Items.Select(item => $"{item.Quantity} x {item.RetailerId}").Prepend("*Your cart*").Append(order.Text)))
        .Button("confirm", "Confirm")
        .Button("change", "Change something")
        .Build();

    private static TextMessage Thanks() => Message.Text("Thank you! *Your order is placed.*").Build();

    private async Task SendAsync(MessageEvent to, OutboundMessage message, CancellationToken ct)
    {
        if (to is TextEvent && !Greets)
        {
            return;
        }

        try
        {
            await Client.Messages.SendAsync(to.Customer.ToRecipient(), message, new() { ReplyTo = to.Id }, ct);
        }
        catch (GraphException exception)
        {
            _refusals.Enqueue(exception);
        }
    }
}
